import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { acceptAnswer, acceptsAnswer } from "../../quiz/accept-answer.ts";
import { cleanLine } from "../../quiz/clean-text.ts";
import { LIMITS } from "../../quiz/fields.ts";
import type { FrozenQuestion } from "../../quiz/freeze.ts";
import type { NearMiss } from "../../quiz/kind.ts";
import { kindOf } from "../../quiz/kinds/registry.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { Session } from "../../session/session.ts";

export interface NearMisses {
  questionIndex: number;
  nearMisses: (NearMiss & { accepted: boolean })[];
}

/** Wrong answers that its host may want to accept from the next time on, and which of them the quiz accepts by now. */
export async function nearMissesOf(
  { answers, quizzes }: Pick<Runtime, "answers" | "quizzes">,
  session: Session,
  questionIndex: number,
): Promise<Result<NearMisses, Refusal>> {
  const question = typedQuestion(session, questionIndex);
  if (!question) return noTypedAnswers();
  // A skipped question's answers have no grade, so there are no misses.
  const rows = session.voided.includes(questionIndex)
    ? []
    : await answers.responseCounts(session.id, questionIndex);
  const found = kindOf(question).nearMisses?.(question, rows) ?? [];
  const stored =
    found.length > 0 && session.quizId !== null ? await quizzes.get(session.accountId, session.quizId) : null;
  return ok({
    questionIndex,
    nearMisses: found.map((each) => ({
      ...each,
      accepted: stored !== null && acceptsAnswer(stored.quiz, question.id, each.text),
    })),
  });
}

/** Adds an answer to what the quiz of a session accepts. The session itself, and who earned what in it, stays as it is. */
export async function acceptFromNowOn(
  desk: Pick<Runtime, "quizzes" | "media">,
  session: Session,
  { questionIndex, text }: { questionIndex: number; text: string },
): Promise<Result<null, Refusal>> {
  const question = typedQuestion(session, questionIndex);
  if (!question) return noTypedAnswers();
  const line = cleanLine(text, LIMITS.acceptedText);
  if (line === "" || line.length > LIMITS.acceptedText)
    return refuse("bad_request", `An accepted answer has 1 to ${LIMITS.acceptedText} characters.`);
  const { quizId, accountId } = session;
  return acceptAnswer(desk, accountId, { quizId, questionId: question.id, text: line });
}

function typedQuestion({ quiz }: Session, index: number): FrozenQuestion | null {
  const question = quiz.questions[index];
  return question?.kind === "text" ? question : null;
}

function noTypedAnswers(): { ok: false; error: Refusal } {
  return refuse("command_not_possible", "This question takes no typed answers.");
}
