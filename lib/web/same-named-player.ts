import { type Asking, playersOf } from "../api/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { hasMoved } from "../session/players/holds-seat.ts";
import { parseName } from "../session/players/names.ts";

/** Whether the one who has this name is the player this browser joined as: a join sent again, or somebody coming back. */
export function sameNamedPlayer(
  runtime: Pick<Runtime, "accounts" | "tokens" | "clock" | "config">,
  request: Asking,
  live: LiveSession,
  name: string,
): boolean {
  const { session, roster } = live;
  const wanted = parseName(name);
  return playersOf(runtime, request).some(({ sessionId, ...holder }) => {
    const theirs = sessionId === session.id && !hasMoved(live, holder);
    const known = theirs ? parseName(roster.get(holder.playerId)?.name ?? null) : null;
    return wanted.ok && known?.ok === true && known.value.nameKey === wanted.value.nameKey;
  });
}
