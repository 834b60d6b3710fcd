import { extraMs } from "../extra-time.ts";
import { GRACE_MS } from "../phases/due.ts";
import { type QuestionPhase, questionIndexOf } from "../phases/phase.ts";
import type { LiveSession } from "./live-session.ts";
import type { Presence } from "./presence.ts";

/**
 * Whether the running question may close before its time: everybody who can still answer has. Players who were
 * connected and are not any more do not hold up the room, but only after `ABSENT_MS`, so that a blink of the network
 * costs nobody a question. Players who never had a socket (REST clients) are always waited for. Once the room's own time
 * is up, only players with more time can still answer.
 */
export async function everybodyAnswered(
  live: LiveSession,
  presence: Presence,
  nowMs: number,
): Promise<{ close: boolean; lookAgainInMs: number | null }> {
  const { roster, answered, session } = live;
  const timeIsUp = session.phase.name === "question" && nowMs > session.phase.closesAtMs + GRACE_MS;
  if (!timeIsUp) {
    if (answered.size === 0) return wait(live, null);
    // Cheap looks first: reading who is connected costs time that grows with the room.
    if (answered.size < presence.here(session.id).players) return wait(live, null);
    if (answered.size < roster.size) {
      const counts = await presence.counts(session.id);
      if (answered.size < counts.players) return wait(live, null);
    }
  }
  const missing = [...(timeIsUp ? withMoreTime(live, nowMs) : roster.keys())].filter(
    (id) => !answered.has(id),
  );
  if (missing.length === 0) return { close: true, lookAgainInMs: null };
  const { connected, everConnected } = await presence.players(session.id);
  for (const playerId of missing) {
    if (connected.has(playerId) || !everConnected.has(playerId)) return wait(live, null);
  }
  const question = questionIndexOf(live.session.phase);
  const known = onlyAbsentSince.get(live);
  const sinceMs = known?.question === question ? known.sinceMs : nowMs;
  onlyAbsentSince.set(live, { question, sinceMs });
  const left = sinceMs + ABSENT_MS - nowMs;
  return left > 0 ? { close: false, lookAgainInMs: left } : { close: true, lookAgainInMs: null };
}

/** When the last of those who have more time, and have neither answered nor gone, can answer no more; null for nobody. */
export async function extraTimeEndsAtMs(
  live: LiveSession,
  presence: Presence,
  nowMs: number,
): Promise<number | null> {
  const { phase } = live.session;
  if (phase.name !== "question") return null;
  const slow = withMoreTime(live, nowMs).filter((playerId) => !live.answered.has(playerId));
  if (slow.length === 0) return null;
  const { connected, everConnected } = await presence.players(live.session.id);
  const ends = slow
    .filter((playerId) => connected.has(playerId) || !everConnected.has(playerId))
    .map((playerId) => ownCloseMs(live, playerId, phase));
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** How long a player must be gone before the room stops waiting. */
export const ABSENT_MS = 5_000;

/** Since when a session has waited for nobody but the absent, in this question. */
const onlyAbsentSince = new WeakMap<LiveSession, { question: number | null; sinceMs: number }>();

/** Who may still answer by a time of their own. */
function withMoreTime(live: LiveSession, nowMs: number): string[] {
  const { phase } = live.session;
  if (phase.name !== "question") return [];
  return [...live.roster.keys()].filter(
    (playerId) =>
      nowMs <= ownCloseMs(live, playerId, phase) + GRACE_MS && live.roster.get(playerId)?.extraTime,
  );
}

function ownCloseMs({ roster }: LiveSession, playerId: string, phase: QuestionPhase): number {
  return phase.closesAtMs + extraMs(roster.get(playerId)?.extraTime, phase);
}

function wait(live: LiveSession, lookAgainInMs: number | null) {
  onlyAbsentSince.delete(live);
  return { close: false, lookAgainInMs };
}
