/** What a grade may depend on besides its question: languages, and the rest of the quiz. */
export interface Surroundings {
  /** Which word lists hold a normalized word, a bit for each; 0 where none does or none is at hand. */
  listsWith(word: string): number;
  /** Whether a normalized word stands among the answers and options of the quiz. */
  isAnswerWord(word: string): boolean;
}

/** A question on its own. */
export const NO_SURROUNDINGS: Surroundings = { listsWith: () => 0, isAnswerWord: () => false };
