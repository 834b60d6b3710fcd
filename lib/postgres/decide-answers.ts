import type { PlayerTotals } from "../points/totals.ts";
import type {
  AnswerToCommit,
  CommitOutcome,
  CommitRules,
  ScoredPlayer,
  StoredAnswer,
} from "../session/answer-store.ts";
import type { Player } from "../session/player-store.ts";

/** What a group of answers is decided on; `players` and `firsts` have a place for each answer of the group. */
export interface AnswerFacts<P extends Player = Player> {
  /** The same object wherever it is the same player. */
  players: (P | undefined)[];
  /** What the player has answered to this question before. */
  firsts: (StoredAnswer | undefined)[];
  /** By session. */
  phases: Map<string, unknown>;
}

export interface Decided<P extends Player = Player> {
  outcomes: CommitOutcome[];
  added: Added<P>[];
}

/** An answer to be stored, and its player with the totals to be written. */
export interface Added<P extends Player = Player> {
  answer: StoredAnswer;
  /** As it was before. */
  player: P;
  after: ScoredPlayer;
}

/** One outcome per pending answer, in order; each sees the totals and the answers that those before it left. */
export function decideAnswers<P extends Player>(
  group: readonly AnswerToCommit[],
  rules: CommitRules,
  { players, firsts, phases }: AnswerFacts<P>,
): Decided<P> {
  const added: Added<P>[] = [];
  /** What was added of each player last. */
  const lastOf = new Map<P, Added<P>>();

  const outcomes = group.map((pending, i): CommitOutcome => {
    const player = players[i];
    if (!player) return { stored: false, code: "not_joined" };
    if (player.removedAtMs !== null) return { stored: false, code: "player_removed" };
    const before = lastOf.get(player);
    const totalsBefore = before?.after ?? player;
    const first = firsts[i] ?? (before && addedBefore(added, player, pending.questionIndex));
    if (first) return { stored: true, repeat: true, answer: first, player: scored(player, totalsBefore) };
    const code = rules.guard(pending, phases.get(pending.sessionId));
    if (code !== null) return { stored: false, code };

    const { outcome, totals } = rules.grade(pending, totalsBefore);
    const answer = storedAnswer(pending, outcome);
    const after = scored(player, totals);
    const adding = { answer, player, after };
    added.push(adding);
    lastOf.set(player, adding);
    return { stored: true, repeat: false, answer, player: after };
  });
  return { outcomes, added };
}

function addedBefore<P extends Player>(added: readonly Added<P>[], player: P, questionIndex: number) {
  return added.find((each) => each.player === player && each.answer.questionIndex === questionIndex)?.answer;
}

// Written out: copying objects by their fields' names was a fifth of a commit's time in this process.

function storedAnswer(
  { sessionId, questionIndex, playerId, response, elapsedMs, receivedAtMs }: AnswerToCommit,
  { correct, fraction, points, streak }: ReturnType<CommitRules["grade"]>["outcome"],
): StoredAnswer {
  // biome-ignore format: a row of columns
  return {
    sessionId, questionIndex, playerId, response, correct, fraction, points, streak, elapsedMs, receivedAtMs,
  };
}

function scored({ playerId, name, seq }: Player, totals: PlayerTotals): ScoredPlayer {
  const { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex } = totals;
  return { playerId, name, seq, score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}
