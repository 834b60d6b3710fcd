import { extraMs } from "../extra-time.ts";
import { GRACE_MS, graceOf } from "../phases/due.ts";
import { type Phase, type QuestionPhase, questionIndexOf } from "../phases/phase.ts";
import type { LiveSession } from "./live-session.ts";
import type { Presence } from "./presence.ts";

/**
 * Whether the running question may close before its time: everybody who can still answer has. Players who were
 * connected and are not any more do not hold up the room, but only after `ABSENT_MS`, so that a blink of the network
 * costs nobody a question. Players who never had a socket (REST clients) are always waited for. Once the room's own time
 * is up, only players with more time can still answer. After a host's close, phones that have passed are not waited for.
 * Where answers may be changed, an answer is not the last word: only the clock, the host, and then the phones that have
 * nothing more to send, end such a question.
 */
export async function everybodyAnswered(
  live: LiveSession,
  presence: Presence,
  nowMs: number,
): Promise<{ close: boolean; lookAgainInMs: number | null }> {
  const { roster, session } = live;
  const { phase } = session;
  const timeIsUp = phase.name === "question" && nowMs > phase.closesAtMs + graceOf(phase);
  const done = doneWith(live, nowMs);
  const later = passesCountInMs(phase, nowMs);
  if (!timeIsUp) {
    if (done.size === 0) return wait(live, later);
    // Cheap looks first: reading who is connected costs time that grows with the room.
    if (done.size < presence.here(session.id).players) return wait(live, later);
    if (done.size < roster.size) {
      const counts = await presence.counts(session.id);
      if (done.size < counts.players) return wait(live, later);
    }
  }
  const missing = [...(timeIsUp ? withMoreTime(live, nowMs) : roster.keys())].filter((id) => !done.has(id));
  if (missing.length === 0) return { close: true, lookAgainInMs: null };
  const { connected, everConnected } = await presence.players(session.id);
  for (const playerId of missing) {
    if (connected.has(playerId) || !everConnected.has(playerId)) return wait(live, later);
  }
  const question = questionIndexOf(live.session.phase);
  const known = onlyAbsentSince.get(live);
  const sinceMs = known?.question === question ? known.sinceMs : nowMs;
  onlyAbsentSince.set(live, { question, sinceMs });
  const left = sinceMs + ABSENT_MS - nowMs;
  return left > 0 ? { close: false, lookAgainInMs: left } : { close: true, lookAgainInMs: null };
}

/** The players who have answered, or have nothing to send. */
function doneWith({ session, answered, passed }: LiveSession, nowMs: number): ReadonlySet<string> {
  const { phase, settings } = session;
  const isCut = phase.name === "question" && phase.cutAtMs !== undefined;
  const final = settings.changeAnswers ? NOBODY : answered;
  if (!isCut || passed.size === 0 || passesCountInMs(phase, nowMs) !== null) return final;
  return new Set([...final, ...passed]);
}

const NOBODY: ReadonlySet<string> = new Set();

/** Not at once: a player may pass on one screen while another one sends. Null if they count by now, or there are none. */
function passesCountInMs(phase: Phase, nowMs: number): number | null {
  const cutAtMs = phase.name === "question" ? phase.cutAtMs : undefined;
  const leftMs = cutAtMs === undefined ? 0 : cutAtMs + GRACE_MS - nowMs;
  return leftMs > 0 ? leftMs : null;
}

/** The latest own close among connected players with more time who have not answered; null if there are none. */
export async function extraTimeEndsAtMs(
  live: LiveSession,
  presence: Presence,
  nowMs: number,
): Promise<number | null> {
  const { phase } = live.session;
  if (phase.name !== "question") return null;
  const { changeAnswers } = live.session.settings;
  const slow = withMoreTime(live, nowMs).filter((playerId) => changeAnswers || !live.answered.has(playerId));
  if (slow.length === 0) return null;
  const { connected, everConnected } = await presence.players(live.session.id);
  const ends = slow
    .filter((playerId) => connected.has(playerId) || !everConnected.has(playerId))
    .map((playerId) => ownCloseMs(live, playerId, phase));
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** How long a player must be gone before the room stops waiting. */
export const ABSENT_MS = 5_000;

/** Since when a question waits only for absent players. */
const onlyAbsentSince = new WeakMap<LiveSession, { question: number | null; sinceMs: number }>();

/** The players who may still answer within their own time. */
function withMoreTime(live: LiveSession, nowMs: number): string[] {
  const { phase } = live.session;
  if (phase.name !== "question") return [];
  return [...live.roster.keys()].filter(
    (playerId) =>
      nowMs <= ownCloseMs(live, playerId, phase) + graceOf(phase) && live.roster.get(playerId)?.extraTime,
  );
}

function ownCloseMs({ roster }: LiveSession, playerId: string, phase: QuestionPhase): number {
  return phase.closesAtMs + extraMs(roster.get(playerId)?.extraTime, phase);
}

function wait(live: LiveSession, lookAgainInMs: number | null) {
  onlyAbsentSince.delete(live);
  return { close: false, lookAgainInMs };
}
