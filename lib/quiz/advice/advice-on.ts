import type { QuestionDraft } from "../drafts/quiz-draft.ts";
import type { Advice } from "./advice.ts";
import { questionAdvice } from "./question-advice.ts";
import { quizAdvice } from "./quiz-advice.ts";

/** Everything there is to say of a quiz, finished or not: question by question, then of all of them together. */
export function adviceOn(questions: readonly QuestionDraft[]): Advice[] {
  const each = questions.flatMap((question, at) =>
    adviceOnOne(question).map(({ path, ...advice }) => ({ ...advice, path: `questions[${at}].${path}` })),
  );
  return [...each, ...quizAdvice(questions)];
}

/** It is asked while somebody types: a question that is the same object as before is not read again. */
function adviceOnOne(question: QuestionDraft): Advice[] {
  const before = known.get(question);
  if (before) return before;
  const advice = questionAdvice(question);
  known.set(question, advice);
  return advice;
}

const known = new WeakMap<QuestionDraft, Advice[]>();
