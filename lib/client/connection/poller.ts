import type { Random } from "../../kernel/random.ts";
import type { LiveConnection } from "./live-connection.ts";
import type { Timers } from "./platform.ts";

/**
 * Stands in for the socket: once the connection has been away for two seconds it polls until the connection is back, so that
 * a whole game can be played where sockets are forbidden. A closed connection is final for it, too.
 */
export interface Poller {
  state(): PollingState;
  /** How far apart polls are; differs from page to page, so that a room does not poll in step. */
  everyMs: number;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
}

/** `starting` until the first poll has come back. */
export type PollingState = "off" | "starting" | "working" | "failing";

const AFTER_MS = 2_000;
const EVERY_MS = 1_500;
const SLOWEST_MS = 10_000;

interface PollerOptions {
  connection: Pick<LiveConnection, "current" | "subscribe">;
  poll(): Promise<void>;
  timers: Timers;
  random: Random;
}

export function poller({ connection, poll, timers, random }: PollerOptions): Poller {
  const everyMs = EVERY_MS * (0.8 + 0.4 * random());
  const listeners = new Set<() => void>();
  let state: PollingState = "off";
  let failures = 0;
  let wanted = false;
  let cancel = () => {};
  let unsubscribe = () => {};
  /** Counts the times polling began, so that a poll that outlived its time changes nothing. */
  let round = 0;

  function check(): void {
    const { name } = connection.current().state;
    const wantedNow = name !== "live" && name !== "closed" && name !== "idle";
    if (wantedNow === wanted) return;
    wanted = wantedNow;
    round += 1;
    cancel();
    failures = 0;
    if (!wanted) enter("off");
    else {
      const mine = round;
      cancel = timers.after(AFTER_MS, () => {
        enter("starting");
        again(mine);
      });
    }
  }

  async function again(mine: number): Promise<void> {
    const done = await poll().then(
      () => true,
      () => false,
    );
    if (mine !== round) return;
    failures = done ? 0 : failures + 1;
    enter(done ? "working" : "failing");
    // A server in trouble is asked less and less often.
    const delayMs = Math.min(SLOWEST_MS, everyMs * 2 ** failures);
    cancel = timers.after(delayMs * (0.9 + 0.2 * random()), () => again(mine));
  }

  function enter(next: PollingState): void {
    if (state === next) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    state: () => state,
    everyMs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      unsubscribe = connection.subscribe(check);
      check();
    },
    stop() {
      unsubscribe();
      round += 1;
      wanted = false;
      cancel();
      enter("off");
    },
  };
}
