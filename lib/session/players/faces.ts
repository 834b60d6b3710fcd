import type { Standing } from "../../leaderboard/leaderboard-store.ts";
import type { LiveSession } from "../live/live-session.ts";

/** Standings with the looks that players chose; the leaderboard itself keeps none. */
export function withAvatars(
  standings: readonly Standing[],
  { roster }: LiveSession,
): (Standing & { avatar?: string })[] {
  return standings.map((standing) => {
    const avatar = roster.get(standing.playerId)?.avatar;
    return avatar === undefined ? standing : { ...standing, avatar };
  });
}
