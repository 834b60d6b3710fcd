import type { Refusal } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import type { AnswerOutcome } from "../points/grade-answer.ts";
import type { PlayerTotals } from "../points/totals.ts";
import type { Response } from "../quiz/response.ts";
import type { StoredAnswer } from "./answer-store.ts";
import type { QuestionResult } from "./phases/phase.ts";
import type { Player } from "./player-store.ts";
import type { Regrade } from "./regrades.ts";
import type { Session } from "./session.ts";

/** The port of the regrades: who changed what counts, when and why, and the one transaction that does it. */
export interface RegradeStore {
  /** All of a session, in order, those undone among them. */
  list(sessionId: string): Promise<Regrade[]>;
  /**
   * Rewrites a session in one transaction: its players and its row are locked, so that one rewrite follows another, and
   * `plan` decides on what is stored then. A preview writes nothing and locks nothing. Null if there is no such session.
   */
  rewrite(
    sessionId: string,
    plan: (facts: RewriteFacts) => Result<Rewrite, Refusal>,
    mode: "apply" | "preview",
  ): Promise<Result<Rewritten, Refusal> | null>;
}

export interface RewriteFacts {
  session: Session;
  regrades: Regrade[];
}

export interface Rewrite {
  /** The session afterwards, one version higher. */
  next: Session;
  /** Written, or written over if there is one of its id. */
  regrade: Regrade;
  /** Questions whose grades depend on everybody's responses. */
  needsResponses: readonly number[];
  /** Makes the function that says what one player's answers come to. */
  recompute(responses: ReadonlyMap<number, readonly Response[]>): (answers: readonly StoredAnswer[]) => {
    outcomes: ReadonlyMap<number, AnswerOutcome>;
    totals: PlayerTotals;
  };
  /** The question whose result stands in the phase, counted anew from the responses as they are then. */
  recount: {
    index: number;
    result(rows: { response: Response; count: number; correct: number }[]): QuestionResult;
    withResult(next: Session, result: QuestionResult): Session;
  } | null;
}

export interface Rewritten {
  before: Session;
  /** As stored now, or as it would be. */
  session: Session;
  regrade: Regrade;
  /** Everybody who is present, in join order, with the totals of before and after. */
  players: { before: Player; after: Player }[];
}
