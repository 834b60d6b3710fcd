import type { Clock } from "../../kernel/clock.ts";

/**
 * Estimates the server's clock from round trips. For a sample sent at `t0`, stamped `t1` by the server and received at `t2`,
 * the server's clock was t1 somewhere in [t0, t2], so the offset t1 − (t0+t2)/2 is wrong by at most half the round trip
 * (Cristian, 1989), however unequal the two ways are. The sample with the smallest bound wins; a bound grows with
 * age because crystals drift.
 */
export interface ClockSync {
  sample(sample: ClockSample): void;
  /** From now on the next sample counts alone: the device slept, or another server answers. */
  restart(): void;
  estimate(): ClockEstimate | null;
  /** Server milliseconds; the device's own clock until there is a sample. */
  serverNow(): number;
  subscribe(listener: () => void): () => void;
}

export interface ClockSample {
  sentAtMs: number;
  serverAtMs: number;
  receivedAtMs: number;
  /** A REST answer: it may have waited anywhere, so its bound is widened. */
  coarse?: boolean;
}

/** Server time is device time + `offsetMs`, and wrong by at most `errorMs` when the estimate was made. */
export interface ClockEstimate {
  offsetMs: number;
  errorMs: number;
  atMs: number;
}

const COARSE_ERROR_MS = 250;
/** 100 ppm, the worst that phone crystals do: 6 ms a minute. */
const DRIFT = 100e-6;

export function clockSync(clock: Clock): ClockSync {
  let best: ClockEstimate | null = null;
  let doubtful = false;
  const listeners = new Set<() => void>();

  function sample({ sentAtMs, serverAtMs, receivedAtMs, coarse = false }: ClockSample): void {
    const roundTripMs = receivedAtMs - sentAtMs;
    if (!(roundTripMs >= 0)) return;
    const next: ClockEstimate = {
      offsetMs: serverAtMs - (sentAtMs + receivedAtMs) / 2,
      errorMs: roundTripMs / 2 + (coarse ? COARSE_ERROR_MS : 0),
      atMs: receivedAtMs,
    };
    if (best && !doubtful && !replaces(next, best)) return;
    best = next;
    doubtful = false;
    for (const listener of [...listeners]) listener();
  }

  return {
    sample,
    restart() {
      doubtful = true;
    },
    estimate: () => best,
    serverNow: () => clock.now() + (best?.offsetMs ?? 0),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A tighter bound wins. So does a sample the old bound excludes: then a clock has jumped, and the newer one knows. */
function replaces(next: ClockEstimate, old: ClockEstimate): boolean {
  const oldErrorMs = old.errorMs + Math.max(0, next.atMs - old.atMs) * DRIFT;
  if (next.errorMs <= oldErrorMs) return true;
  return Math.abs(next.offsetMs - old.offsetMs) > next.errorMs + oldErrorMs;
}
