import type { Random } from "../kernel/random.ts";
import { kindOf, type Question } from "./kinds/registry.ts";
import type { AskedText } from "./kinds/text/text.ts";
import type { Quiz } from "./quiz.ts";

/** A question as one session runs it: what is random has been drawn. */
export type FrozenQuestion =
  | Exclude<Question, { kind: "order" | "match" | "text" }>
  | AskedText
  /** `groups` as they are shown. */
  | (Extract<Question, { kind: "match" }> & { shown: number[]; groups: string[] })
  /** `shown[position]` is the authored index of the item at that position on screen. */
  | (Extract<Question, { kind: "order" }> & { shown: number[] });

/** A session's own copy of a quiz; editing the quiz later does not reach it. */
export interface FrozenQuiz {
  title: string;
  description?: string | undefined;
  language?: string | undefined;
  questions: FrozenQuestion[];
}

export function freezeQuiz(quiz: Quiz, random: Random): FrozenQuiz {
  const copy = structuredClone(quiz);
  return {
    ...copy,
    questions: copy.questions.map(
      (question) => kindOf(question).freeze(question, random, copy.language) as FrozenQuestion,
    ),
  };
}

/** The question at `index`. Asking for one that does not exist is a bug, so it throws. */
export function questionAt(quiz: FrozenQuiz, index: number): FrozenQuestion {
  const question = quiz.questions[index];
  if (!question) throw new RangeError(`question ${index} of ${quiz.questions.length}`);
  return question;
}
