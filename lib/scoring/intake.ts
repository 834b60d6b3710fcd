import { createGroupCommit } from "../kernel/group-commit.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import type { AnswerStore, CommitOutcome, CommitRules, PendingAnswer } from "../session/answer-store.ts";
import type { AnswerReceipt } from "./answer-receipt.ts";

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
export const PACE_MS = 50;

export function createIntake(deps: IntakeDeps): Intake {
  const commits = createGroupCommit<PendingAnswer, Result<AnswerReceipt, Refusal>>({
    write: (group) => storeGroup(deps, group),
    paceMs: PACE_MS,
    ...(deps.onGroup ? { onGroup: deps.onGroup } : {}),
    ...(deps.lingerMs === undefined ? {} : { lingerMs: deps.lingerMs }),
    ...(deps.maxInFlight === undefined ? {} : { maxInFlight: deps.maxInFlight }),
  });
  return {
    submit: (answer) => (commits.full() ? Promise.resolve(refuse("overloaded")) : commits.submit(answer)),
    written: commits.written,
    waiting: commits.waiting,
  };
}

/** What each of the group is told. It never throws: an answer has one promise on its way, and nothing to catch. */
async function storeGroup(
  deps: IntakeDeps,
  group: readonly PendingAnswer[],
): Promise<Result<AnswerReceipt, Refusal>[]> {
  let outcomes: CommitOutcome[];
  try {
    outcomes = await deps.answers.commit(group, deps.rules);
  } catch (error) {
    deps.onFailure(error);
    return group.map(() => refuse("unavailable"));
  }
  // What is stored is stored, whether or not boards could be told.
  const ranks = await deps.afterCommit(outcomes.filter((outcome) => outcome.stored)).catch((error) => {
    deps.onFailure(error);
    return new Map<string, number>();
  });
  return outcomes.map((outcome) => {
    if (!outcome.stored) return refuse(outcome.code);
    const { repeat, answer, player } = outcome;
    const rank = ranks.get(player.playerId) ?? null;
    const suspense = deps.suspense(answer.sessionId);
    return ok({ repeat, answer, score: player.score, streak: answer.streak, rank, suspense });
  });
}
