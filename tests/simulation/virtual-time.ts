/**
 * Time that passes only when told to. `setTimeout`, `setInterval` and the clock are replaced while a simulation runs, so a
 * minute of a game takes milliseconds and every run of a seed is the same.
 */
export interface VirtualTime {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Runs everything that is due until then, in order, each with all that follows from it. */
  runUntil(atMs: number, stopEarly?: () => boolean): Promise<void>;
  /** Gives the real timers back. */
  restore(): void;
}

interface Timer {
  id: number;
  atMs: number;
  run(): void;
  everyMs: number | null;
}

const real = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate };

export function virtualTime(startMs: number): VirtualTime {
  let nowMs = startMs;
  let lastId = 0;
  /** Sorted by instant, then by when they were set. */
  const timers: Timer[] = [];

  function insert(timer: Timer): void {
    let at = timers.length;
    while (at > 0 && timers[at - 1]!.atMs > timer.atMs) at--;
    timers.splice(at, 0, timer);
  }

  function set(run: () => void, ms = 0, repeat = false) {
    const waitMs = Math.max(0, Math.ceil(ms));
    lastId++;
    const timer = { id: lastId, atMs: nowMs + waitMs, run, everyMs: repeat ? Math.max(1, waitMs) : null };
    insert(timer);
    const handle = { ref: () => handle, unref: () => handle, [Symbol.toPrimitive]: () => timer.id };
    return handle;
  }

  function clear(handle: unknown): void {
    const id = Number(handle ?? 0);
    const at = timers.findIndex((timer) => timer.id === id);
    if (at >= 0) timers.splice(at, 1);
  }

  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms?: number) => set(run, ms),
    setInterval: (run: () => void, ms?: number) => set(run, ms, true),
    clearTimeout: clear,
    clearInterval: clear,
  });

  return {
    now: () => nowMs,
    sleep: (ms) =>
      new Promise((resolve) => {
        set(resolve, ms);
      }),
    async runUntil(atMs, stopEarly = () => false) {
      await settled();
      while (timers[0] && timers[0].atMs <= atMs && !stopEarly()) {
        const timer = timers.shift()!;
        nowMs = timer.atMs;
        if (timer.everyMs !== null) insert({ ...timer, atMs: nowMs + timer.everyMs });
        timer.run();
        await settled();
      }
      if (!stopEarly()) nowMs = Math.max(nowMs, atMs);
    },
    restore: () => void Object.assign(globalThis, real),
  };
}

/** All promise callbacks have run once the event loop gets to its next turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => real.setImmediate(resolve));
}
