import type { Connection } from "./connection.ts";
import { HELLO_WITHIN_MS } from "./limits.ts";

/**
 * One timer for the life signs of all sockets. The wheel has a slot for each of its ticks, a connection sits in one of
 * them and gets its beat once a turn; so ten thousand pings are spread over the turn and no socket has a timer.
 *
 * A beat asks: was anything heard since the last one? If not, the socket is dead. And has the pong to the last ping
 * come? If not in a whole turn, what we send takes that long to get there, whatever the other side still says: it is
 * sent away to come back and be told the newest state instead. Every ping carries a number that only
 * its own pong brings back, so the round trip is measured by this server alone; the smallest bounds the credit for the
 * network's share (lib/points/fair-time.ts). Delaying pongs can only raise it, up to the disclosed cap.
 *
 * When this process itself was stopped or starved, silence proves nothing: for a whole turn no connection is given up.
 */
export interface Heartbeat {
  /** A socket was opened: from now on its first message is awaited. */
  add(connection: Connection): void;
  /** It was refused, and has so much time again for another one. */
  awaitGreeting(connection: Connection): void;
  /** Its first message came: a few pings soon, so that the round trip is known before the first answer. */
  sample(connection: Connection): void;
  remove(connection: Connection): void;
  stop(): void;
}

export interface HeartbeatOptions {
  now(): number;
  /** Whether this process had no time to spare since the last call. */
  busy(): boolean;
  /** Called at every beat of a live connection, for checks that are due now and then. */
  onBeat(connection: Connection): void;
}

const TICK_MS = 250;
/** Below the 30–60 s after which proxies and phone networks forget a silent connection. */
const TURN_MS = 25_000;
const SLOTS = TURN_MS / TICK_MS;
/** Looked at a whole turn after the ping, unless it was a sample sent a moment ago. */
const PONG_WITHIN_MS = TURN_MS / 2;
const SAMPLES = 5;
/** So that five samples take less time than a lobby or a 3-2-1. */
const SAMPLE_EVERY_TICKS = 3;
/**
 * Samples of a tick, the longest wait first. When many come at once the process has better things to do, and
 * round trips measured by a busy process are mostly its own delay; they are taken when the rush is over.
 */
const SAMPLES_AT_ONCE = { calm: 1_000, busy: 25 };
/** A tick this late means that the process was not running. */
const OVERSLEPT_MS = 2_000;

export function createHeartbeat({ now, busy, onBeat }: HeartbeatOptions): Heartbeat {
  const slots = Array.from({ length: SLOTS }, () => new Set<Connection>());
  const slotOf = new Map<Connection, number>();
  const sampled = new Set<Connection>();
  /** In the order in which they will be given up. */
  const greeting = new Set<Connection>();
  let tickNumber = 0;
  let lastTickAtMs = now();
  let forgivesUntilMs = 0;
  const timer = setInterval(tick, TICK_MS);

  function tick(): void {
    const nowMs = now();
    if (nowMs - lastTickAtMs > OVERSLEPT_MS) forgivesUntilMs = nowMs + TURN_MS;
    lastTickAtMs = nowMs;
    // Never 0, which means none on its way.
    tickNumber = (tickNumber + 1) % 0x7fffffff || 1;
    const payload = Buffer.alloc(4);
    payload.writeUInt32BE(tickNumber);
    for (const connection of slots[tickNumber % SLOTS] ?? [])
      beat(connection, payload, nowMs < forgivesUntilMs);
    takeSamples(payload, busy() ? SAMPLES_AT_ONCE.busy : SAMPLES_AT_ONCE.calm);
    for (const connection of greeting) {
      if (nowMs - connection.awaitedSinceMs < HELLO_WITHIN_MS) break;
      greeting.delete(connection);
      if (connection.stage.name === "greeting") connection.close("hello_late");
    }
  }

  function beat(connection: Connection, payload: Buffer, forgiving: boolean): void {
    if (!connection.heard && !forgiving) {
      connection.close("no_pong");
      connection.ws.terminate();
      return;
    }
    if (lateMs(connection) > PONG_WITHIN_MS && !forgiving) {
      connection.close("too_slow");
      return;
    }
    connection.heard = false;
    ping(connection, payload);
    if (connection.stage.name === "live") onBeat(connection);
  }

  /** In the order in which samples are due: after a sample a connection goes to the end. */
  function takeSamples(payload: Buffer, atOnce: number): void {
    let left = atOnce;
    for (const connection of sampled) {
      if (left === 0 || tickNumber - connection.sampledAtTick < SAMPLE_EVERY_TICKS) return;
      left -= 1;
      sampled.delete(connection);
      connection.sampledAtTick = tickNumber;
      // The last one is still on its way: another would only make it unmeasurable.
      const free = connection.pingNumber === 0;
      if (free) connection.samplesLeft -= 1;
      if (connection.samplesLeft > 0) sampled.add(connection);
      if (free) ping(connection, payload);
    }
  }

  function ping(connection: Connection, payload: Buffer): void {
    connection.pingNumber = tickNumber;
    connection.pingSentAtMs = performance.now();
    connection.ws.ping(payload);
  }

  return {
    add(connection) {
      greeting.add(connection);
      // Just behind the hand: the first beat is a whole turn away.
      const slot = tickNumber % SLOTS;
      slots[slot]?.add(connection);
      slotOf.set(connection, slot);
    },
    awaitGreeting(connection) {
      connection.awaitedSinceMs = now();
      greeting.add(connection);
    },
    sample(connection) {
      greeting.delete(connection);
      connection.samplesLeft = SAMPLES;
      sampled.add(connection);
    },
    remove(connection) {
      greeting.delete(connection);
      sampled.delete(connection);
      slots[slotOf.get(connection) ?? 0]?.delete(connection);
      slotOf.delete(connection);
    },
    stop: () => clearInterval(timer),
  };
}

/** How long the pong to the ping on its way has been awaited. */
function lateMs({ pingNumber, pingSentAtMs }: Connection): number {
  return pingNumber === 0 ? 0 : performance.now() - pingSentAtMs;
}

/** A pong came in. Returns the round trip if it answers the ping on its way, in milliseconds. */
export function measurePong(connection: Connection, payload: Buffer): number | null {
  if (connection.pingNumber === 0 || payload.length !== 4) return null;
  if (payload.readUInt32BE() !== connection.pingNumber) return null;
  connection.pingNumber = 0;
  const rttMs = performance.now() - connection.pingSentAtMs;
  connection.minRttMs = Math.min(connection.minRttMs ?? Number.POSITIVE_INFINITY, rttMs);
  return rttMs;
}
