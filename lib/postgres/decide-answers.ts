import type { CommitOutcome, CommitRules, PendingAnswer, StoredAnswer } from "../scoring/answer-store.ts";
import type { PlayerTotals } from "../scoring/totals.ts";
import type { Player } from "../session/player-store.ts";
import { key } from "./rows.ts";

/** What a group of answers is decided on. */
export interface AnswerFacts {
  /** By `playerKey`. */
  players: Map<string, Player>;
  /** By session. */
  phases: Map<string, unknown>;
  /** First answers, by `answerKey`. */
  stored: Map<string, StoredAnswer>;
}

export interface Decided {
  outcomes: CommitOutcome[];
  added: StoredAnswer[];
  /** Players with their new totals. */
  changed: Player[];
}

export function playerKey({ sessionId, playerId }: { sessionId: string; playerId: string }): string {
  return key(sessionId, playerId);
}

export function answerKey({ sessionId, questionIndex, playerId }: PendingAnswer | StoredAnswer): string {
  return key(sessionId, questionIndex, playerId);
}

/** One outcome per pending answer, in order; each sees the totals and the answers that those before it left. */
export function decideAnswers(
  group: readonly PendingAnswer[],
  rules: CommitRules,
  { players, phases, stored }: AnswerFacts,
): Decided {
  const added: StoredAnswer[] = [];
  const changed = new Map<string, Player>();

  const outcomes = group.map((pending): CommitOutcome => {
    const player = players.get(playerKey(pending));
    if (!player) return { stored: false, code: "not_joined" };
    if (player.removedAtMs !== null) return { stored: false, code: "player_removed" };
    const first = stored.get(answerKey(pending));
    if (first) return { stored: true, repeat: true, answer: first, player: afterAnswer(player) };
    const code = rules.guard(pending, phases.get(pending.sessionId));
    if (code !== null) return { stored: false, code };

    const { outcome, totals } = rules.grade(pending, totalsOf(player));
    const answer: StoredAnswer = { ...pending, ...outcome };
    Object.assign(player, totals);
    added.push(answer);
    changed.set(playerKey(pending), player);
    stored.set(answerKey(pending), answer);
    return { stored: true, repeat: false, answer, player: afterAnswer(player) };
  });
  return { outcomes, added, changed: [...changed.values()] };
}

function totalsOf({
  score,
  correctTimeMs,
  correctCount,
  answeredCount,
  streak,
  streakIndex,
}: Player): PlayerTotals {
  return { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}

function afterAnswer(player: Player): PlayerTotals & { playerId: string; name: string; seq: number } {
  return { playerId: player.playerId, name: player.name, seq: player.seq, ...totalsOf(player) };
}
