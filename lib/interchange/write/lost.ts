import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import { DEFAULT_TIME_LIMIT_MS } from "../../quiz/fields.ts";
import { KINDS, type Question } from "../../quiz/kinds/registry.ts";
import { mediaFacts } from "../../quiz/media/media-id.ts";
import type { Lost, Numbered } from "./written.ts";

/** What a format has a place for, besides the questions' texts and answers. */
export interface Carries {
  description?: true;
  language?: true;
  timeLimits?: true;
  points?: true;
  explanations?: true;
  /** Pictures, sounds and films. */
  media?: true;
}

/** What of a quiz has no place in a format, in sentences: once for the quiz where it concerns many questions. */
export function lostOf(quiz: QuizDraft, written: readonly Numbered[], carries: Carries): Lost[] {
  const some = (test: (question: Question) => boolean) => written.some(({ question }) => test(question));
  const whole = [
    !carries.description && quiz.description && "The description is left out.",
    !carries.language && quiz.language && "The language of the quiz is left out.",
    !carries.timeLimits &&
      some((question) => question.timeLimitMs !== DEFAULT_TIME_LIMIT_MS) &&
      "Time limits are left out.",
    !carries.points &&
      some((question) => KINDS[question.kind].scored && question.points !== 1) &&
      "Points are left out: each question counts the same.",
    !carries.explanations && some(({ explanation }) => Boolean(explanation)) && "Explanations are left out.",
    some(({ notes }) => Boolean(notes)) && "Your notes are left out.",
    some(({ plainText }) => plainText === true) &&
      "“Plain text” is left out: stars, dollars and backticks may be read as marks there.",
  ];
  return [
    ...whole
      .filter((what) => typeof what === "string" && what !== "")
      .map((what) => lostOfQuiz(what as string)),
    ...(carries.media ? [] : written.flatMap(lostMedia)),
  ];
}

function lostOfQuiz(what: string): Lost {
  return { question: null, what };
}

function lostMedia({ number, question }: Numbered): Lost[] {
  const lost: Lost[] = [];
  if (question.media)
    lost.push({ question: number, what: `The ${mediaWord(question.media.id)} is left out.` });
  if ("options" in question && question.options.some(({ image }) => image))
    lost.push({
      question: number,
      what: "The options’ pictures are left out; where an option has no text, the picture’s description stands there.",
    });
  return lost;
}

export function mediaWord(id: string): string {
  const type = mediaFacts(id)?.type;
  return type === "audio" ? "sound" : type === "video" ? "film" : "picture";
}

/** How a kind is called within a sentence: "a word cloud". */
export const KIND_WORDS = {
  single: "a single choice",
  multiple: "a multiple choice",
  truefalse: "a true-or-false question",
  text: "a typed answer",
  number: "a number question",
  slider: "a slider",
  order: "an ordering",
  match: "a match",
  pin: "a pin on a picture",
  poll: "a poll",
  rating: "a rating",
  wordcloud: "a word cloud",
  slide: "a slide",
} as const satisfies Record<Question["kind"], string>;

export function leftOut({ kind }: Pick<Question, "kind">, format: string): string {
  return `Left out: ${format} has nothing like ${KIND_WORDS[kind]}.`;
}

/** What only Ovation knows of a kind, where the rest of the question can be written. */
export function tellOwnRules(
  question: Question,
  tell: (what: string) => void,
  kept: { unit?: true } = {},
): void {
  if (question.kind === "multiple" && question.showPick)
    tell("Players are not told how many options are right.");
  if (question.kind === "text" && question.typoTolerance) tell("Slips in typed answers are not forgiven.");
  if (question.kind === "text" && question.notAccepted?.length)
    tell("The answers that are not accepted are left out.");
  if (question.kind === "number" && question.closest)
    tell("“Closest wins” is left out: only the exact number is right.");
  if ((question.kind === "number" || question.kind === "slider") && question.unit && !kept.unit)
    tell(`The unit, ${question.unit}, is left out.`);
  if (question.kind === "slide" && question.autoAdvance) tell("The slide does not continue automatically.");
}

/** A slider where there are only numbers to type. */
export const SLIDER_AS_NUMBER =
  "Becomes a number to type, right within the margin: the slider’s ends, its steps and part of the points are left out.";
