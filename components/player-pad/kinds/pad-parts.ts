import type { AnswerState } from "#lib/client/answers/outbox.ts";
import { REOPENS } from "#lib/client/answers/reopens.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Response } from "#lib/quiz/response.ts";

/** The props of every answer pad. A pad is mounted anew for each question. */
export interface AnswerPadProps {
  question: PublicQuestion;
  countdown: Countdown;
  answer: AnswerState;
  submit(response: Response): void;
}

/** Whether the player may (still) choose. */
export function mayAnswer({ countdown, answer }: Pick<AnswerPadProps, "countdown" | "answer">): boolean {
  if (countdown.stage !== "open" || countdown.paused) return false;
  return answer.state === "idle" || (answer.state === "refused" && REOPENS.includes(answer.refusal.code));
}

/** Before it opens, the options keep their places but are not shown. */
export function isHidden({ stage }: Countdown): boolean {
  return stage === "upcoming" || stage === "reading";
}

/** The response under way or stored; one that was refused for good is none. */
export function givenResponse(answer: AnswerState): Response | null {
  return answer.state === "saving" || answer.state === "saved" ? answer.response : null;
}
