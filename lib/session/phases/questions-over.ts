import type { Session } from "../session.ts";
import { runningPhase } from "./running-phase.ts";

/** How many questions, from the first, have been revealed and counted. */
export function questionsOver({ phase, quiz }: Session): number {
  const running = runningPhase(phase);
  switch (running.name) {
    case "lobby":
      return 0;
    case "question":
      return running.index;
    case "reveal":
      return running.result === null || running.unopened ? running.index : running.index + 1;
    case "standings":
    case "slide":
      return running.index + 1;
    case "podium":
    case "ended":
      return running.asked ?? quiz.questions.length;
    default:
      return running satisfies never;
  }
}
