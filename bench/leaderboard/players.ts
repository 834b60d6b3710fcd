import { seededRandom } from "#lib/kernel/random.ts";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import { packScore } from "#lib/leaderboard/packed-score.ts";
import { rangeOf } from "#lib/redis/shards.ts";

/** A quiz of ten questions at 1,000 points, five of them played. */
const QUESTIONS = 10;
const PLAYED = 5;
export const MAX_SCORE = QUESTIONS * 1_000;

export interface Game {
  entries: LeaderboardEntry[];
  /** The totals of these players after one more question. */
  answer(entries: readonly LeaderboardEntry[]): LeaderboardEntry[];
}

/** Players of different skill who answer right or wrong, fast or slowly; the same ones every time. */
export function newGame(players: number): Game {
  const random = seededRandom(players);
  const skills = Array.from({ length: players }, () => 0.3 + 0.65 * random());
  const answer = (entries: readonly LeaderboardEntry[]) =>
    entries.map((entry) => {
      if (random() > skills[entry.seq - 1]!) return entry;
      const elapsedMs = Math.round(1_000 + 19_000 * random() ** 2);
      const points = Math.round(1_000 * (1 - elapsedMs / 40_000));
      return {
        ...entry,
        score: entry.score + points,
        correctTimeMs: entry.correctTimeMs + elapsedMs,
      };
    });
  let entries: LeaderboardEntry[] = Array.from({ length: players }, (_, i) => ({
    playerId: `0190b3c4-${String(i).padStart(8, "0")}`,
    name: `Player ${i + 1}`,
    seq: i + 1,
    score: 0,
    correctTimeMs: 0,
  }));
  for (let i = 0; i < PLAYED; i++) entries = answer(entries);
  return { entries, answer };
}

/** Share of the players who stand in another range afterwards. */
export function crossingShare(
  before: readonly LeaderboardEntry[],
  after: readonly LeaderboardEntry[],
  shards: number,
): number {
  const range = (entry: LeaderboardEntry) => rangeOf(packScore(entry), { shards, maxScore: MAX_SCORE });
  return before.filter((entry, i) => range(entry) !== range(after[i]!)).length / before.length;
}
