import type { Runtime } from "../runtime/runtime.ts";
import { hasMoved } from "../session/holds-seat.ts";
import type { LiveSession } from "../session/live-session.ts";
import { parseName } from "../session/names.ts";
import { type Asking, playersOf } from "./actor.ts";

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
