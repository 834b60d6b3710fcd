/**
 * One timer for everything on this node that is sent "now and then, when there is something new": the boards, tallies and
 * rosters of all rooms. A feed that is marked runs at the next tick, but not before its own pause is over, and never
 * twice at once; marks that come meanwhile are one more run.
 */
export interface Ticker {
  /** `"now"`: without gathering more. */
  mark(feed: Feed, when?: "now"): void;
  drop(feed: Feed): void;
  stop(): void;
}

export interface Feed {
  /** Sends what is new, and returns for how many milliseconds it then wants to be left alone. */
  run(): Promise<number>;
}

export interface TickerOptions {
  now(): number;
  onError(error: unknown): void;
}

/** The delay that gathering adds to the first news after a quiet time. */
export const TICK_MS = 50;
/** When more feeds than this are due, incoming messages have their turn in between. */
export const FEEDS_AT_ONCE = 16;
/** After a failed run. */
const RETRY_MS = 1_000;

export function createTicker({ now, onError }: TickerOptions): Ticker {
  const marked = new Set<Feed>();
  const running = new Set<Feed>();
  /** Only of feeds that ran not long ago. */
  const restsUntilMs = new Map<Feed, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;

  function arm(inMs = TICK_MS): void {
    if (timer === null && !stopped && (marked.size > 0 || restsUntilMs.size > 0))
      timer = setTimeout(tick, inMs);
  }

  function tick(): void {
    timer = null;
    const nowMs = now();
    let left = FEEDS_AT_ONCE;
    for (const feed of marked) {
      if (running.has(feed) || nowMs < (restsUntilMs.get(feed) ?? 0)) continue;
      if (left-- === 0) break;
      marked.delete(feed);
      void run(feed);
    }
    if (left >= 0)
      for (const [feed, untilMs] of restsUntilMs) if (untilMs <= nowMs) restsUntilMs.delete(feed);
    arm(left < 0 ? 0 : TICK_MS);
  }

  async function run(feed: Feed): Promise<void> {
    running.add(feed);
    let restMs = RETRY_MS;
    try {
      restMs = await feed.run();
    } catch (error) {
      onError(error);
    } finally {
      running.delete(feed);
      if (restMs > 0) restsUntilMs.set(feed, now() + restMs);
      arm();
    }
  }

  return {
    mark(feed, when) {
      marked.add(feed);
      if (when === "now" && timer !== null) {
        clearTimeout(timer);
        timer = null;
      }
      arm(when === "now" ? 0 : TICK_MS);
    },
    drop(feed) {
      marked.delete(feed);
      restsUntilMs.delete(feed);
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      marked.clear();
    },
  };
}
