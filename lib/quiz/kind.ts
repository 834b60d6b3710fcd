import type { z } from "zod";
import type { Random } from "../kernel/random.ts";
import type { Steps } from "./kinds/steps.ts";
import type { PublicOption } from "./media/public-media.ts";
import type { Point, Response } from "./response.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * A kind of question: all that differs between a single choice and an ordering. Adding a kind means one folder under
 * lib/quiz/kinds/ with an object of this type, and its entry in lib/quiz/kinds/registry.ts.
 *
 * `Q` is the question as authored and, after `freeze`, as one session runs it.
 */
export interface QuestionKind<Q> {
  kind: string;
  /** What a host reads in the editor: "Single choice". */
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

/** What a host decided about an entry. */
export type Verdict = "show" | "hide";
export type EntryState = "waiting" | "shown" | "hidden";

/** `fraction` of the points earned, 0 to 1; `correct` is null while undecided and for kinds without a key. */
export interface Grade {
  correct: boolean | null;
  fraction: number;
}

export type AnswerKey =
  | { choices: number[] }
  | { accepted: string[] }
  /** A pin in any of these circles is right; the radius is a share of the picture's width. */
  | { targets: { x: number; y: number; radius: number }[] }
  /** For each item as shown, the number of its group as shown. */
  | { match: number[] }
  | { number: number; tolerance: number; closest: boolean }
  /** Positions as shown, in the right order. */
  | { order: number[] };

export interface PublicDetails {
  /** What the items may belong to. */
  groups?: { text: string }[];
  unit?: string;
  /** How many options are right, when the host lets players know. */
  pick?: number;
  /** The closest number wins, so guessing is worth it. */
  closest?: true;
  /** The numbers that can be answered. */
  steps?: Steps;
  /** What the ends of a rating scale mean. */
  lowLabel?: string;
  highLabel?: string;
  /** The Net Promoter Score: 9 and 10 promote, 0 to 6 detract. */
  nps?: true;
  /** What a slide says below its heading. */
  text?: string;
  /** How many entries a player may send to a word cloud. */
  maxEntries?: number;
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

/** One bar of a reveal; `option` is set where the bar belongs to an option, `range` where it counts a stretch of a scale. */
export interface Bar {
  label: string;
  option?: number;
  /** The normalized text of an entry that somebody must let the room see, and how it stands; for hosts only. */
  entry?: string;
  state?: EntryState;
  /** The first and the last number counted in it. */
  range?: { from: number; to: number };
  /** The numbers counted in it, for screens that word it themselves: up to and with `to`, or all below `below`. */
  numbers?: { from?: number; to?: number; below?: number };
  /** Where on the picture these pins are. */
  point?: Point;
  count: number;
  correct: boolean | null;
}
