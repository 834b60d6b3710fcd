import { normalizeText } from "./normalize.ts";

/** An answer as it is compared: two texts are the same answer when they have a form in common. */
export interface AnswerForms {
  forms: readonly string[];
  /** As mere words, for slips of the finger. */
  words: string;
  /** Digits, operators, brackets, charges or units: nothing in it can be a slip. */
  exact: boolean;
}

/** The forms of an answer that a player typed or a host accepts, in the language of the quiz. */
export function answerForms(text: string): AnswerForms {
  const words = normalizeText(text);
  return { forms: [words], words, exact: /[\p{N}\p{Sm}\p{Sc}^*/%°#\\_@]/u.test(text) };
}

export function isSameAnswer(given: AnswerForms, accepted: AnswerForms): boolean {
  return given.forms.some((form) => accepted.forms.includes(form));
}
