import { createGroupCommit } from "../kernel/group-commit.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { REFUSALS, refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import type { AnswerStore, CommitOutcome, CommitRules, PendingAnswer } from "./answer-store.ts";
import type { AnswerReceipt } from "./submit-answer.ts";

/** The stored part of a commit. */
export type Stored = Extract<CommitOutcome, { stored: true }>;

/**
 * The intake: answers that arrive together are committed together, and each is acknowledged only after its commit.
 * When the database cannot take more, answers are refused with `overloaded` or `unavailable`; clients keep them and
 * send them again.
 */
export interface Intake {
  submit(answer: PendingAnswer): Promise<Result<AnswerReceipt, Refusal>>;
  /** Resolves when every answer submitted before this call is committed or refused. */
  written(): Promise<void>;
  waiting(): number;
}

export interface IntakeDeps {
  answers: AnswerStore;
  rules: CommitRules;
  /** Tells boards and other nodes about a committed group; returns ranks for those where they are cheap to know. */
  afterCommit(stored: readonly Stored[]): Promise<ReadonlyMap<string, number>>;
  suspense(sessionId: string): boolean;
  onGroup?(facts: { items: number; tookMs: number }): void;
  onFailure(error: unknown): void;
  lingerMs?: number;
  maxInFlight?: number;
}

/**
 * In a stream of answers a group is written this often at most: a delay nobody notices, and a room of a thousand pays for
 * twenty groups a second rather than five hundred.
 */
const PACE_MS = 50;

export function createIntake(deps: IntakeDeps): Intake {
  const commits = createGroupCommit<PendingAnswer, { outcome: CommitOutcome; rank: number | null }>({
    write: async (group) => {
      const outcomes = await deps.answers.commit(group, deps.rules);
      // What is stored is stored, whether or not boards could be told.
      const ranks = await deps.afterCommit(outcomes.filter((outcome) => outcome.stored)).catch((error) => {
        deps.onFailure(error);
        return new Map<string, number>();
      });
      return outcomes.map((outcome) => ({
        outcome,
        rank: outcome.stored ? (ranks.get(outcome.player.playerId) ?? null) : null,
      }));
    },
    paceMs: PACE_MS,
    ...(deps.onGroup ? { onGroup: deps.onGroup } : {}),
    ...(deps.lingerMs === undefined ? {} : { lingerMs: deps.lingerMs }),
    ...(deps.maxInFlight === undefined ? {} : { maxInFlight: deps.maxInFlight }),
  });

  async function submit(answer: PendingAnswer): Promise<Result<AnswerReceipt, Refusal>> {
    let committed: { outcome: CommitOutcome; rank: number | null };
    try {
      committed = await commits.submit(answer);
    } catch (error) {
      if ((error as { code?: string }).code === "queue_full") return refuse("overloaded");
      deps.onFailure(error);
      return refuse("unavailable");
    }
    const { outcome, rank } = committed;
    if (!outcome.stored) return refuse(outcome.code, REFUSALS[outcome.code].text);
    return ok({
      repeat: outcome.repeat,
      answer: outcome.answer,
      score: outcome.player.score,
      streak: outcome.answer.streak,
      rank,
      suspense: deps.suspense(answer.sessionId),
    });
  }

  return { submit, written: commits.written, waiting: commits.waiting };
}
