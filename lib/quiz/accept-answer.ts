import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { NamedDraft } from "./drafts/merge-drafts.ts";
import type { DraftOf } from "./drafts/quiz-draft.ts";
import { type Desk, saveDraft } from "./drafts/save-quiz.ts";
import { LIMITS } from "./fields.ts";
import { answerForms, isSameAnswer } from "./kinds/text/answer-forms.ts";

/** Another save in the same instant goes first; after this many tries the quiz is being saved without a pause. */
const TRIES = 3;

/**
 * Adds an answer to what a question of the stored quiz accepts, so that it counts the next time the quiz is played. Safe
 * to repeat. What else was changed in the quiz meanwhile stays.
 */
export async function acceptAnswer(
  desk: Desk,
  accountId: string,
  { quizId, questionId, text }: { quizId: string | null; questionId: string | undefined; text: string },
): Promise<Result<null, Refusal>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = quizId === null ? null : await desk.quizzes.get(accountId, quizId);
    if (!stored) return refuse("quiz_not_found", DELETED);
    const changed = withAccepted(stored.quiz, questionId, text);
    if (!changed.ok) return changed;
    if (changed.value === stored.quiz) return ok(null);
    const saved = await saveDraft(desk, accountId, stored.id, {
      quiz: changed.value,
      expectedVersion: stored.version,
    });
    if (saved.ok) return ok(null);
    if (saved.error.code === "quiz_not_found") return refuse("quiz_not_found", DELETED);
    if (saved.error.code !== "stale_quiz") return saved;
  }
  return refuse("stale_quiz", "The quiz is being changed right now. Try again in a moment.");
}

/** Whether the question of the stored quiz accepts the answer by now. */
export function acceptsAnswer(quiz: NamedDraft, questionId: string | undefined, text: string): boolean {
  const question = typedQuestion(quiz, questionId);
  return question?.accepted.some(isSame(text, quiz.language)) ?? false;
}

/** The same quiz where the answer is accepted already. */
function withAccepted(
  quiz: NamedDraft,
  questionId: string | undefined,
  text: string,
): Result<NamedDraft, Refusal> {
  const question = typedQuestion(quiz, questionId);
  if (!question) return refuse("stale_quiz", CHANGED);
  if (question.accepted.some(isSame(text, quiz.language))) return ok(quiz);
  if (question.accepted.length >= LIMITS.accepted.max) return refuse("command_not_possible", FULL);
  const { notAccepted, ...rest } = question;
  const ruledOut = notAccepted?.filter((each) => !isSame(text, quiz.language)(each));
  const changed = {
    ...rest,
    accepted: [...question.accepted, text],
    ...(ruledOut && ruledOut.length > 0 ? { notAccepted: ruledOut } : {}),
  };
  const questions = quiz.questions.map((each) =>
    each.id === questionId ? { ...changed, id: each.id } : each,
  );
  return ok({ ...quiz, questions });
}

function typedQuestion({ questions }: NamedDraft, questionId: string | undefined): DraftOf<"text"> | null {
  const question = questions.find(({ id }) => id === questionId);
  return question?.kind === "text" ? question : null;
}

function isSame(text: string, language: string | undefined): (listed: string) => boolean {
  const forms = answerForms(text, language);
  return (listed) => isSameAnswer(forms, answerForms(listed, language, "accepted"));
}

const DELETED = "The quiz has since been deleted, so the answer could not be added to it.";
const CHANGED =
  "The question has since been removed from the quiz or changed to another kind, so the answer could not be added to it.";
const FULL = `The question has ${LIMITS.accepted.max} accepted answers already. Remove one in the editor first.`;
