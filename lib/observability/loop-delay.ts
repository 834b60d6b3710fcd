/**
 * By how much this process may have come late to what it receives now. A timer should ring every `TICK_MS`; by how much it is
 * overdue, or has just been, the loop was held, and a frame that came meanwhile has waited that long for its turn.
 */
export interface LoopDelay {
  delayMs(): number;
  stop(): void;
}

const TICK_MS = 50;
/** Timers are never quite punctual; less than this is no stall. */
const NOISE_MS = 25;
/** By then the backlog of a stall is worked off: a server action takes several turns of the loop to reply. */
const REMEMBERED_MS = 1_000;

/** @param now monotonic milliseconds */
export function watchLoop(now: () => number): LoopDelay {
  let tickedAtMs = now();
  let stalls: { ms: number; endedAtMs: number }[] = [];

  /** The stall may have begun just after the last tick. */
  const heldMs = (nowMs: number) => (nowMs - tickedAtMs > TICK_MS + NOISE_MS ? nowMs - tickedAtMs : 0);

  const timer = setInterval(() => {
    const nowMs = now();
    const ms = heldMs(nowMs);
    if (ms > 0 || stalls.length > 0) {
      stalls = stalls.filter(({ endedAtMs }) => nowMs - endedAtMs <= REMEMBERED_MS);
      if (ms > 0) stalls.push({ ms, endedAtMs: nowMs });
    }
    tickedAtMs = nowMs;
  }, TICK_MS);
  timer.unref();

  return {
    delayMs: () => Math.max(heldMs(now()), ...stalls.map(({ ms }) => ms)),
    stop: () => clearInterval(timer),
  };
}
