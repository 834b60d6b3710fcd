import { canEarn } from "../../points/scored-indexes.ts";
import { kindOf } from "../../quiz/kinds/registry.ts";
import type { Session } from "../session.ts";
import { runningPhase } from "./running-phase.ts";

/** How many questions, from the first, have been asked, the running one among them. */
export function questionsAsked({ phase, quiz }: Pick<Session, "phase" | "quiz">): number {
  const running = runningPhase(phase);
  if (running.name === "lobby") return 0;
  return "index" in running ? running.index + 1 : (running.asked ?? quiz.questions.length);
}

/**
 * Of the questions asked so far, how many have a right answer, and how many earn points; skipped ones are in neither. What
 * "7 of 10 right" counts, and whether there is a score to show at all.
 */
export function countsOf(session: Pick<Session, "phase" | "quiz" | "voided">) {
  const asked = session.quiz.questions
    .slice(0, questionsAsked(session))
    .filter((_, index) => !session.voided.includes(index));
  return {
    judged: asked.filter((question) => kindOf(question).scored).length,
    earning: asked.filter(canEarn).length,
  };
}
