import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { personalLines } from "../../session/players/personal.ts";
import type { You } from "../../session/players/you.ts";

/** A player's own line, for those who play by polling; asking for it counts as being there. */
export async function ownLine(
  runtime: Pick<Runtime, "players" | "answers" | "leaderboard" | "polling">,
  live: LiveSession,
  playerId: string,
): Promise<Result<You, Refusal>> {
  if (live.removed.has(playerId)) return refuse("player_removed");
  const line = (await personalLines(runtime, live, [playerId])).get(playerId);
  if (!line) return refuse(live.removed.has(playerId) ? "player_removed" : "not_joined");
  if (live.session.phase.name !== "ended") runtime.polling.seen(live.session.id, playerId);
  return ok(line);
}
