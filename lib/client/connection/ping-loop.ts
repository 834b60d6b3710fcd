import type { Clock } from "../../kernel/clock.ts";
import type { Random } from "../../kernel/random.ts";
import type { Timers } from "./platform.ts";

/**
 * Pings that serve two ends: they sample the server's clock, and they notice a socket that died without a word, as iOS
 * sockets do in the background. A burst when the socket starts or resumes, then one every 15–20 s. Whatever is heard in
 * reply counts as life; silence until the deadline means dead.
 */
export interface PingLoop {
  start(): void;
  /** Something happened that may have killed the socket: burst again, and wait less long. */
  probe(): void;
  /** Any message came in. */
  heard(): void;
  stop(): void;
}

interface PingLoopOptions {
  ping(): void;
  dead(): void;
  clock: Clock;
  timers: Timers;
  random: Random;
}

const BURST = 5;
const BURST_GAP_MS = 150;
const IDLE_MS = { min: 15_000, max: 20_000 };
const PATIENCE_MS = 5_000;
const SUSPICIOUS_PATIENCE_MS = 2_500;
/** A deadline that rings this much late was slept through, and proves nothing. */
const OVERSLEPT_MS = 1_000;

export function pingLoop({ ping, dead, clock, timers, random }: PingLoopOptions): PingLoop {
  let burstLeft = 0;
  let cancelPing = () => {};
  let cancelDeadline: (() => void) | null = null;

  function beat(): void {
    ping();
    burstLeft = Math.max(0, burstLeft - 1);
    const idleMs = IDLE_MS.min + random() * (IDLE_MS.max - IDLE_MS.min);
    cancelPing = timers.after(burstLeft > 0 ? BURST_GAP_MS : idleMs, beat);
    if (!cancelDeadline) expectLife(PATIENCE_MS);
  }

  function expectLife(patienceMs: number): void {
    cancelDeadline?.();
    const dueMs = clock.now() + patienceMs;
    cancelDeadline = timers.after(patienceMs, () => {
      cancelDeadline = null;
      if (clock.now() > dueMs + OVERSLEPT_MS) probe();
      else dead();
    });
  }

  function burst(patienceMs: number): void {
    // A burst under way goes on: someone flicking between apps must not become a flood.
    if (burstLeft === 0) {
      burstLeft = BURST;
      cancelPing();
      beat();
    }
    expectLife(patienceMs);
  }

  function probe(): void {
    burst(SUSPICIOUS_PATIENCE_MS);
  }

  function heard(): void {
    cancelDeadline?.();
    cancelDeadline = null;
  }

  return {
    start: () => burst(PATIENCE_MS),
    probe,
    heard,
    stop() {
      cancelPing();
      heard();
      burstLeft = 0;
    },
  };
}
