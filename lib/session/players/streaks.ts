import type { Standing } from "../../leaderboard/leaderboard-store.ts";
import { scoredIndexes } from "../../points/scored-indexes.ts";
import type { PlayerTotals } from "../../points/totals.ts";
import { runningPhase, unsettledQuestion } from "../phases/running-phase.ts";
import type { PlayerStore } from "../player-store.ts";
import type { Session } from "../session.ts";

/** From here on a streak is marked on the board: two in a row happen to everybody. */
export const STREAK_SHOWN = 3;

/**
 * Standings with the streaks of those who have one. Only while they are shown between two questions: then nothing moves,
 * and one read does for the whole phase. Elsewhere the board is made too often.
 */
export async function withStreaks<S extends Standing>(
  players: Pick<PlayerStore, "load">,
  session: Session,
  standings: readonly S[],
): Promise<(S & { streak?: number })[]> {
  if (runningPhase(session.phase).name !== "standings" || standings.length === 0) return [...standings];
  const loaded = await players.load(
    session.id,
    standings.map(({ playerId }) => playerId),
    null,
  );
  const ends = streakEnds(session);
  return standings.map((standing) => {
    const player = loaded.get(standing.playerId)?.player;
    const streak = player ? liveStreak(player, ends) : 0;
    return streak < STREAK_SHOWN ? standing : { ...standing, streak };
  });
}

/** A player who did not answer the last scored question has no streak, even if the stored totals still show one. */
export function liveStreak({ streak, streakIndex }: PlayerTotals, ends: readonly number[]): number {
  return streakIndex !== null && ends.includes(streakIndex) ? streak : 0;
}

/** Where a streak that lives may end: at the last scored question, and while that can be answered, also at the one before. */
export function streakEnds(session: Pick<Session, "quiz" | "voided" | "phase">): number[] {
  const { quiz, voided } = session;
  const phase = runningPhase(session.phase);
  const asked = "index" in phase ? phase.index + 1 : "asked" in phase ? phase.asked : undefined;
  const scored = scoredIndexes(quiz, voided).filter((index) => asked === undefined || index < asked);
  return scored.slice(scored.at(-1) === unsettledQuestion(session.phase) ? -2 : -1);
}
