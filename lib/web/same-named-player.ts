import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live-session.ts";
import { parseName } from "../session/names.ts";
import { type Asking, playersOf } from "./actor.ts";

/** Whether the one who has this name is the player this browser joined as: a join sent again, or somebody coming back. */
export function sameNamedPlayer(
  runtime: Pick<Runtime, "accounts" | "tokens" | "clock" | "config">,
  request: Asking,
  { session, roster }: LiveSession,
  name: string,
): boolean {
  const wanted = parseName(name);
  return playersOf(runtime, request).some(({ sessionId, playerId }) => {
    const known = sessionId === session.id ? parseName(roster.get(playerId)?.name ?? null) : null;
    return wanted.ok && known?.ok === true && known.value.nameKey === wanted.value.nameKey;
  });
}
