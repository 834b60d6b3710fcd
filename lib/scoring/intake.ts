import { createGroupCommit } from "../kernel/group-commit.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import type { Traces } from "../kernel/trace.ts";
import type { AnswerStore, AnswerToCommit, CommitOutcome, CommitRules } from "../session/answer-store.ts";
import { type AfterCommitDeps, afterCommit } from "./after-commit.ts";
import type { AnswerReceipt } from "./answer-receipt.ts";
import { answerRules } from "./answer-rules.ts";
import { traceGroup } from "./trace-group.ts";

/**
 * The intake: answers that arrive together are committed together, and each is acknowledged only after its commit.
 * When the database cannot take more, answers are refused with `overloaded` or `unavailable`; clients keep them and
 * send them again.
 */
export interface Intake {
  submit(answer: AnswerToCommit): Promise<Result<AnswerReceipt, Refusal>>;
  /** Resolves when every answer submitted before this call is committed or refused. */
  written(): Promise<void>;
  /** Calls `listener` when answers were stored that the count of their question may have missed. */
  onUncounted(listener: UncountedListener): void;
  waiting(): number;
}

type UncountedListener = (sessionId: string, questionIndex: number) => void;

export interface IntakeDeps extends Omit<AfterCommitDeps, "tellUncounted"> {
  answers: AnswerStore;
  /** Which word lists hold a word (lib/quiz/surroundings.ts). */
  listsWith?(word: string): number;
  onGroup?(facts: { items: number; tookMs: number }): void;
  traces?: Traces | null | undefined;
  /** Groups of answers written at the same time. */
  maxInFlight?: number;
}

type Telling = IntakeDeps & AfterCommitDeps;

/**
 * In a stream of answers a group is written this often at most: too short to notice, and a room of a thousand pays for
 * twenty groups a second rather than five hundred.
 */
export const PACE_MS = 50;

export function createIntake(deps: IntakeDeps): Intake {
  const rules = answerRules(deps.live, deps.listsWith);
  const listeners: UncountedListener[] = [];
  const telling: Telling = {
    ...deps,
    tellUncounted(sessionId, questionIndex) {
      for (const listener of listeners) listener(sessionId, questionIndex);
    },
  };
  const commits = createGroupCommit<AnswerToCommit, Result<AnswerReceipt, Refusal>>({
    write: (group) => storeGroup(telling, rules, group),
    paceMs: PACE_MS,
    ...(deps.onGroup ? { onGroup: deps.onGroup } : {}),
    ...(deps.maxInFlight === undefined ? {} : { maxInFlight: deps.maxInFlight }),
  });
  return {
    submit: (answer) => (commits.full() ? Promise.resolve(refuse("overloaded")) : commits.submit(answer)),
    written: commits.written,
    onUncounted: (listener) => void listeners.push(listener),
    waiting: commits.waiting,
  };
}

/** The reply to each answer of the group. Never throws: a refusal is a value. */
async function storeGroup(
  deps: Telling,
  rules: CommitRules,
  group: readonly AnswerToCommit[],
): Promise<Result<AnswerReceipt, Refusal>[]> {
  const traced = deps.traces ? traceGroup(deps.traces, group) : null;
  let outcomes: CommitOutcome[];
  try {
    const commit = () => deps.answers.commit(group, rules);
    outcomes = await (traced ? traced.within(commit) : commit());
  } catch (error) {
    traced?.end(true);
    deps.onError(error, "storing answers");
    return group.map(() => refuse("unavailable"));
  }
  // What is stored is stored, whether or not boards could be told.
  const ranks = await afterCommit(
    deps,
    outcomes.filter((outcome) => outcome.stored),
    traced?.span,
  ).catch((error) => {
    deps.onError(error, "telling of stored answers");
    return new Map<string, number>();
  });
  traced?.end(false);
  return outcomes.map((outcome) => {
    if (!outcome.stored) return refuse(outcome.code);
    const { repeat, answer, player } = outcome;
    const rank = ranks.get(player.playerId) ?? null;
    const suspense = deps.live.peek(answer.sessionId)?.session.settings.reveal !== "instant";
    return ok({ repeat, answer, score: player.score, streak: answer.streak, rank, suspense });
  });
}
