import type { LiveSession } from "./live-sessions.ts";
import { questionIndexOf } from "./phase.ts";
import type { Presence } from "./presence.ts";

/**
 * Whether the running question may close before its time: everybody who can still answer has. Players who were
 * connected and are not any more do not hold up the room, but only after `ABSENT_MS`, so that a blink of the network
 * costs nobody a question. Players who never had a socket (REST clients) are always waited for.
 */
export async function everybodyAnswered(
  live: LiveSession,
  presence: Presence,
  nowMs: number,
): Promise<{ close: boolean; lookAgainInMs: number | null }> {
  const { roster, answered } = live;
  if (answered.size === 0) return wait(live, null);
  // Cheap looks first: reading who is connected costs time that grows with the room.
  if (answered.size < roster.size) {
    const counts = await presence.counts(live.session.id);
    if (answered.size < counts.players) return wait(live, null);
  }
  const { connected, everConnected } = await presence.players(live.session.id);
  let absent = false;
  for (const playerId of roster.keys()) {
    if (answered.has(playerId)) continue;
    if (connected.has(playerId) || !everConnected.has(playerId)) return wait(live, null);
    absent = true;
  }
  if (!absent) return { close: true, lookAgainInMs: null };
  const question = questionIndexOf(live.session.phase);
  const known = onlyAbsentSince.get(live);
  const sinceMs = known?.question === question ? known.sinceMs : nowMs;
  onlyAbsentSince.set(live, { question, sinceMs });
  const left = sinceMs + ABSENT_MS - nowMs;
  return left > 0 ? { close: false, lookAgainInMs: left } : { close: true, lookAgainInMs: null };
}

/** How long a player must be gone before the room stops waiting. */
export const ABSENT_MS = 5_000;

/** Since when a session has waited for nobody but the absent, in this question. */
const onlyAbsentSince = new WeakMap<LiveSession, { question: number | null; sinceMs: number }>();

function wait(live: LiveSession, lookAgainInMs: number | null) {
  onlyAbsentSince.delete(live);
  return { close: false, lookAgainInMs };
}
