import type { RefusalCode } from "../kernel/refusal.ts";
import type { Span } from "../kernel/trace.ts";
import type { TeamSum } from "../leaderboard/team-standings.ts";
import type { AnswerOutcome } from "../points/grade-answer.ts";
import type { PlayerTotals } from "../points/totals.ts";
import type { Response } from "../quiz/response.ts";

/** The port of the answers: the truth about who answered what, and what it earned. */
export interface AnswerStore {
  /**
   * Stores a group in one transaction, of any sessions: asks `guard` with the session's phase as the database has it,
   * grades with `grade`, inserts each answer once by its key (session, question, player), and updates the players'
   * totals. What it decided on is still so when it writes; otherwise it decides again. Returns one outcome per pending
   * answer, in order; a repeat gets the first outcome back. Where `replaces` says so, an answer takes the place of the
   * stored one, which is kept as an earlier one.
   */
  commit(group: readonly AnswerToCommit[], rules: CommitRules): Promise<CommitOutcome[]>;
  /** All answers to one question. */
  ofQuestion(sessionId: string, questionIndex: number): Promise<StoredAnswer[]>;
  ofPlayer(sessionId: string, playerId: string): Promise<StoredAnswer[]>;
  /** The players who have answered this question. */
  answeredBy(sessionId: string, questionIndex: number): Promise<string[]>;
  /** Responses to one question, grouped by equality; removed players left out. */
  responseCounts(
    sessionId: string,
    questionIndex: number,
  ): Promise<{ response: Response; count: number; correct: number }[]>;
  /** The points of the answers to the first `questions` questions, summed by team; removed players left out. */
  teamSums(sessionId: string, questions: number): Promise<TeamSum[]>;
  /** All answers of a session, by question then receipt. */
  all(sessionId: string): Promise<StoredAnswer[]>;
  /** The answers that players have replaced, by question, then player, oldest first. */
  earlier(sessionId: string): Promise<EarlierAnswer[]>;
  /**
   * Rewrites outcomes after the fact (closest number settled, question voided): for each player with an answer to the
   * question, `regrade` gets all the player's answers and returns the new outcome of that one and the new totals.
   * One transaction; safe to repeat.
   */
  regrade(
    sessionId: string,
    questionIndex: number,
    regrade: (
      answers: StoredAnswer[],
      target: StoredAnswer,
    ) => { outcome: AnswerOutcome; totals: PlayerTotals },
  ): Promise<void>;
}

export interface AnswerToCommit {
  sessionId: string;
  questionIndex: number;
  playerId: string;
  response: Response;
  /** Fair time (lib/points/fair-time.ts), in milliseconds. */
  elapsedMs: number;
  /** The opening that it was measured from, by the node's copy of the session. */
  opensAtMs?: number;
  receivedAtMs: number;
  /** How long after the room's close this player may answer; left out for nearly everybody. */
  extraMs?: number;
  /** Which of the player's answers to this question it is, from 0; left out by clients that do not count. */
  change?: number;
  /** Where it is traced; stores do not look at it. */
  span?: Span;
}

export interface CommitRules {
  /** Whether the answer may still count, given the session's phase (JSON) in the database; null if so. */
  guard(answer: AnswerToCommit, phase: unknown): RefusalCode | null;
  /** The new totals have the outcome's points more than those before, and its streak. */
  grade(answer: AnswerToCommit, totals: PlayerTotals): { outcome: AnswerOutcome; totals: PlayerTotals };
  /** Whether this answer takes the place of the stored one; otherwise it is a retry. Never, if left out. */
  replaces?(answer: AnswerToCommit, stored: StoredAnswer): boolean;
  /** The outcome of an answer that replaces another, and the totals after it, given the player's answers to other questions. */
  gradeChange?(
    answer: AnswerToCommit,
    others: readonly StoredAnswer[],
  ): { outcome: AnswerOutcome; totals: PlayerTotals };
  /**
   * The session as this node believes it is, if it has a copy. A store may ask `guard` with that phase instead of reading
   * it, if it makes sure that what it then stores is stored while the session has that version.
   */
  sessionOf?(sessionId: string): { version: number; phase: unknown } | null;
}

export interface StoredAnswer extends AnswerOutcome {
  sessionId: string;
  questionIndex: number;
  playerId: string;
  response: Response;
  elapsedMs: number;
  receivedAtMs: number;
  /** How many earlier answers it has replaced. */
  changes?: number;
}

/** An answer that its player has replaced by another one. */
export interface EarlierAnswer {
  sessionId: string;
  questionIndex: number;
  playerId: string;
  /** Which of the player's answers to this question it was, from 0. */
  change: number;
  response: Response;
  elapsedMs: number;
  receivedAtMs: number;
}

export type CommitOutcome =
  | {
      stored: true;
      repeat: boolean;
      answer: StoredAnswer;
      /** The player after this answer. */
      player: ScoredPlayer;
    }
  | { stored: false; code: RefusalCode };

export interface ScoredPlayer extends PlayerTotals {
  playerId: string;
  name: string;
  seq: number;
}
