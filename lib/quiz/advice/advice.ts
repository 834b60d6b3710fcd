/**
 * What an author may want to look at again. It says nothing about whether a quiz can be played (quiz.ts does) and keeps
 * nobody from playing it.
 */
export interface Advice {
  rule: AdviceRule;
  /** The place to mend it, as in a problem: `questions[2].options[1].text`. */
  path: string;
  /** A sentence for its author. */
  message: string;
}

export type AdviceRule =
  | "all-right"
  | "same-options"
  | "too-long-to-read"
  | "no-words-for-sound"
  | "no-description"
  | "longest-is-right"
  | "same-place"
  | "same-question";
