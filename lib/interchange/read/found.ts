import type { KindName } from "../../quiz/kinds/registry.ts";

/** One row of a file as its format understood it, before it is fitted to what a question can be (fit-question.ts). */
export interface Found {
  row: number;
  /** What stood there, in full; it is shortened where it is shown. */
  given: string;
  /** Undefined where the row says why it cannot be a question. */
  question?: FoundQuestion;
  /** A question in the product's own shape, which is taken as it is or refused. */
  whole?: unknown;
  /** What the format already had to change. */
  changes?: string[];
  /** Why this can be no question, whatever it says. */
  refusal?: string;
}

/** A question with whatever its file says of it: too many options, a limit of an hour, nothing marked. */
export interface FoundQuestion {
  kind: KindName;
  prompt: string;
  timeLimitMs?: number | undefined;
  points?: number | undefined;
  explanation?: string | undefined;
  plainText?: boolean | undefined;
  options?: FoundOption[] | undefined;
  accepted?: string[] | undefined;
  items?: string[] | undefined;
  pairs?: { item: string; group: string }[] | undefined;
  /** Fields of the kind that are taken as they are. */
  fields?: Record<string, unknown> | undefined;
}

export interface FoundOption {
  text: string;
  correct?: boolean;
}

/** A quiz of a file: most formats hold one. */
export interface FoundQuiz {
  title: string;
  description?: string | undefined;
  language?: string | undefined;
  found: Found[];
  messages?: string[];
  /** The files that its questions show, by the ids they have there. */
  media?: ReadonlyMap<string, Uint8Array>;
}
