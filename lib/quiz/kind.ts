import type { z } from "zod";
import type { Random } from "../kernel/random.ts";
import type { AnswerKey, Bar, PublicDetails, PublicOption } from "./public-shapes.ts";
import type { Response } from "./response.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * A kind of question: all that differs between a single choice and an ordering. Adding a kind means one folder under
 * lib/quiz/kinds/ with an object of this type, and its entry in lib/quiz/kinds/registry.ts.
 *
 * `Q` is the question as authored and, after `freeze`, as one session runs it.
 */
export interface QuestionKind<Q> {
  kind: string;
  /** The name in the editor: "Single choice". */
  label: string;
  /** The question as authored; messages are sentences a host understands. */
  schema: z.ZodType<Q>;
  /** A new question of this kind as the editor starts it: the right shape, still to be filled in. */
  draft(): Q;
  /** False for kinds without a right answer: no points, no streak. */
  scored: boolean;
  /** False for slides, which are only shown; all others take answers. */
  asks?: false;
  /** True where an answer is put together before it is sent: something can stand on the phone when time is up. */
  composed?: true;
  /** Draws what is random once per session, such as the order items are shown in. `language` is that of the quiz. */
  freeze(question: Q, random: Random, language?: string): Q;
  /** Options as every screen shows them; built without the answer key. */
  options(question: Q): PublicOption[];
  /** Further public facts, such as a unit; never the key. */
  details?(question: Q): PublicDetails;
  /** Null if the response fits the question, otherwise a sentence saying what is accepted and what was given. */
  problem(question: Q, response: Response): string | null;
  /** The one form in which a response that fits is stored, such as choices in ascending order; absent where it has only one. */
  canonical?(question: Q, response: Response): Response;
  /** Grades a response that fits. Without surroundings the question stands on its own. */
  grade(question: Q, response: Response, around?: Surroundings): Grade;
  /** The solution, for the reveal. */
  key(question: Q): AnswerKey | null;
  /** Bars for the reveal and the host's live view, from responses grouped by equality. */
  bars(question: Q, rows: readonly ResponseCount[]): Bar[];
  /** How an entry stands before and after the host's verdict; absent where everything may be shown. */
  entryState?(question: Q, bar: Bar, verdict: Verdict | undefined): EntryState;
  /** Wrong answers that a host may want to accept after all, the most frequent first; absent where there are none such. */
  nearMisses?(question: Q, rows: readonly ResponseCount[]): NearMiss[];
  /** Settles grades that depend on everybody's responses (closest number wins); absent for all other kinds. */
  settle?(question: Q, responses: readonly Response[]): ((response: Response) => Grade) | null;
}

/** The host's decision about an entry. */
export type Verdict = "show" | "hide";
export type EntryState = NonNullable<Bar["state"]>;

/** `fraction` of the points earned, 0 to 1; `correct` is null while undecided and for kinds without a key. */
export interface Grade {
  correct: boolean | null;
  fraction: number;
}

export interface ResponseCount {
  response: Response;
  count: number;
  /** How many of them were graded right, where answers are counted that were. */
  correct?: number;
}

/** Answers of one spelling that are close to an accepted one; `text` is the form most players wrote. */
export interface NearMiss {
  text: string;
  count: number;
}
