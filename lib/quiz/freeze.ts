import type { Random } from "../kernel/random.ts";
import { type Drawing, drawQuestions } from "./draw-questions.ts";
import { kindOf, type Question } from "./kinds/registry.ts";
import type { AskedText } from "./kinds/text/text.ts";
import type { Quiz } from "./quiz.ts";
import type { Response } from "./response.ts";

/** A question as one session runs it: what is random has been drawn. */
export type FrozenQuestion = DrawnQuestion & {
  /** Answers that were accepted after the fact and that its key cannot say (change-key.ts). */
  alsoRight?: Response[] | undefined;
  /** Asked in a survey: what is right is left aside (survey.ts). */
  survey?: true;
};

type DrawnQuestion =
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
  /** Only where they were drawn or shuffled: by which seed, and where each stands in the quiz as authored. */
  drawn?: { seed: number; order: number[] };
}

export function freezeQuiz(
  quiz: Quiz,
  random: Random,
  drawing: Drawing & { survey?: boolean } = {},
): FrozenQuiz {
  const copy = structuredClone(quiz);
  const drawn = drawing.questions || drawing.draw !== undefined ? drawnBy(quiz, drawing, random) : null;
  const asked = drawn ? drawn.order.map((index) => copy.questions[index] as Question) : copy.questions;
  return {
    ...copy,
    questions: asked.map((question) => {
      const frozen = kindOf(question).freeze(question, random, copy.language) as FrozenQuestion;
      return drawing.survey ? ({ ...frozen, points: 0, survey: true } as FrozenQuestion) : frozen;
    }),
    ...(drawn ? { drawn } : {}),
  };
}

function drawnBy({ questions }: Quiz, drawing: Drawing, random: Random): NonNullable<FrozenQuiz["drawn"]> {
  const seed = Math.floor(random() * 2 ** 32);
  return { seed, order: drawQuestions(questions, drawing, seed) };
}

/** The question at `index`. Asking for one that does not exist is a bug, so it throws. */
export function questionAt(quiz: FrozenQuiz, index: number): FrozenQuestion {
  const question = quiz.questions[index];
  if (!question) throw new RangeError(`question ${index} of ${quiz.questions.length}`);
  return question;
}
