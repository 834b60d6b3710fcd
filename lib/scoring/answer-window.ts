import type { RefusalCode } from "../kernel/refusal.ts";
import type { FrozenQuiz } from "../quiz/freeze.ts";
import { extraMs, timeFactor } from "../session/extra-time.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { graceOf } from "../session/phases/due.ts";
import type { Pause, Phase } from "../session/phases/phase.ts";
import { questionIndexOf } from "../session/phases/phase.ts";
import { runningPhase } from "../session/phases/running-phase.ts";

/** Everything the door for answers needs to know of a session. */
export interface AnswerWindow {
  quiz: FrozenQuiz;
  suspense: boolean;
  /** Whether another answer may take the place of the first. */
  changeAnswers: boolean;
  opensAtMs: number;
  closesAtMs: number;
  /** What a player who has more time gets: their time is divided by the factor, and ends so much later. */
  ofPlayer(playerId: string): { timeFactor: number; extraMs: number };
  /** Why an answer received at this instant cannot count; null if it can. */
  refusal(receivedAtMs: number, questionIndex: number, extraMs: number): RefusalCode | null;
  isRemoved(playerId: string): boolean;
}

export function answerWindow({
  session,
  roster,
  removed,
}: Pick<LiveSession, "session" | "roster" | "removed">): AnswerWindow {
  const running = runningPhase(session.phase);
  return {
    quiz: session.quiz,
    suspense: session.settings.reveal === "suspense",
    changeAnswers: session.settings.changeAnswers,
    opensAtMs: running.name === "question" ? running.opensAtMs : 0,
    closesAtMs: running.name === "question" ? running.closesAtMs : 0,
    ofPlayer(playerId) {
      const extra = roster.get(playerId)?.extraTime;
      return {
        timeFactor: timeFactor(extra),
        extraMs: running.name === "question" ? extraMs(extra, running) : 0,
      };
    },
    refusal: (receivedAtMs, questionIndex, ownExtraMs) =>
      windowRefusal(session.phase, receivedAtMs, questionIndex, ownExtraMs),
    isRemoved: (playerId) => removed.has(playerId),
  };
}

/** Why an answer received at this instant cannot count in this phase; null if it can. On the node's copy, at receipt. */
function windowRefusal(
  phase: Phase,
  receivedAtMs: number,
  questionIndex: number,
  ownExtraMs = 0,
): RefusalCode | null {
  if (phase.name === "ended") return "session_ended";
  const index = questionIndexOf(phase);
  if (index === null) return "no_open_question";
  if (index !== questionIndex) return questionIndex < index ? "question_closed" : "wrong_question";
  if (phase.name === "paused") return phase.phase.name === "question" ? "session_paused" : "question_closed";
  if (phase.name !== "question") return "question_closed";
  if (receivedAtMs < phase.opensAtMs) return "question_not_open";
  return receivedAtMs > phase.closesAtMs + ownExtraMs + graceOf(phase) ? "question_closed" : null;
}

/**
 * The same question asked again at the commit, of the phase as the database has it: an answer received in time still
 * counts when the question was closed, or the session paused, while it waited for its group. Nothing received after
 * the close counts, even if a node with an old copy took it.
 */
export function guardAnswer(
  phase: Phase,
  receivedAtMs: number,
  questionIndex: number,
  ownExtraMs = 0,
): RefusalCode | null {
  if (questionIndexOf(phase) !== questionIndex) return windowRefusal(phase, receivedAtMs, questionIndex);
  switch (phase.name) {
    case "paused":
      if (receivedAtMs > phase.pausedAtMs) return "session_paused";
      return guardAnswer(phase.phase, receivedAtMs, questionIndex, ownExtraMs);
    case "question":
      // The opening may have been moved by a pause that the node had not heard of.
      if (receivedAtMs < phase.opensAtMs) return "question_not_open";
      if (inPause(phase, receivedAtMs)) return "session_paused";
      return receivedAtMs > phase.closesAtMs + ownExtraMs + graceOf(phase) ? "question_closed" : null;
    case "reveal":
      if (inPause(phase, receivedAtMs)) return "session_paused";
      return receivedAtMs > phase.closedAtMs ? "question_closed" : null;
    default:
      return "question_closed";
  }
}

function inPause({ pauses = [] }: { pauses?: Pause[] }, receivedAtMs: number): boolean {
  return pauses.some(({ fromMs, untilMs }) => receivedAtMs > fromMs && receivedAtMs < untilMs);
}
