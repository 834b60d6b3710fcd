import type { Clock } from "../../kernel/clock.ts";
import type { Counting } from "../counting.ts";
import type { SessionStore } from "../session-store.ts";
import type { SessionBus } from "./bus.ts";
import type { LiveSessions } from "./live-sessions.ts";

/** Every second: finds sessions whose node died, news that never arrived, and copies that are no longer used. */
export interface Sweep {
  start(): void;
  stop(): Promise<void>;
  /** When the database last answered. */
  sweptAtMs(): number;
}

export interface SweepDeps {
  live: LiveSessions;
  sessions: SessionStore;
  bus: SessionBus;
  clock: Clock;
  /** Acts on a session whose instant has come. */
  onDue(sessionId: string): Promise<void>;
  counting: Pick<Counting, "checkBoard">;
  /** Whether this node still works on a session, though no request uses it. */
  inUse(sessionId: string): boolean;
  onError(error: unknown, doing: string): void;
  /** Told how many sessions were overdue. */
  onOverdue?(count: number): void;
  everyMs?: number | undefined;
}

/** How often the database is asked for overdue sessions and missed versions. */
const SWEEP_MS = 1_000;
/** A session this late was left alone by its own node. */
const OVERDUE_MS = 1_500;
/** A session that is not used leaves this node's memory after this long. */
const IDLE_MS = 10 * 60_000;
/** A rehearsal that is over leaves the database when no node has it in memory any more. */
const REHEARSAL_KEPT_MS = 3_600_000;
/** A PIN is free for a new session this long after its session ended. */
const PIN_RELEASE_MS = 2 * 3_600_000;

export function createSweep(deps: SweepDeps): Sweep {
  const { live: liveSessions, sessions, bus, clock, onDue } = deps;
  let timer: ReturnType<typeof setInterval> | null = null;
  let sweeping: Promise<void> | null = null;
  let sweeps = 0;
  let sweptAtMs = clock.now();
  /** Whether notices may have been lost since copies were last compared with the truth. */
  let lapsed = false;
  let lapsesSeen = bus.lapses();

  async function sweep(): Promise<void> {
    const now = clock.now();
    const overdue = await sessions.overdue(now - OVERDUE_MS, 50);
    sweptAtMs = clock.now();
    if (overdue.length > 0) deps.onOverdue?.(overdue.length);
    await Promise.all(
      overdue.map((sessionId) =>
        onDue(sessionId).catch((error) => deps.onError(error, "acting on an overdue session")),
      ),
    );
    // Notices can be lost: compare often while the bus is down and once after, and now and then anyway.
    const missing = lapsed || !bus.healthy() || bus.lapses() !== lapsesSeen;
    lapsed = missing;
    lapsesSeen = bus.lapses();
    if (missing || sweeps % 10 === 0) {
      await liveSessions.refreshAll(missing);
      // Only now: a comparison that failed is still to be made.
      lapsed = !bus.healthy();
    }
    if (sweeps % 10 === 0) {
      for (const { session, roster } of [...liveSessions.all()])
        await deps.counting.checkBoard(session.id, roster.size);
    }
    if (sweeps % 60 === 0) {
      await sessions.releasePins(now - PIN_RELEASE_MS);
      await sessions.removeRehearsals(now - REHEARSAL_KEPT_MS);
      liveSessions.dropIdle(now - IDLE_MS, deps.inUse);
    }
    sweeps++;
  }

  return {
    start() {
      timer = setInterval(() => {
        lapsed = liveSessions.beat() || lapsed;
        sweeping ??= sweep()
          .catch((error) => deps.onError(error, "sweeping"))
          .finally(() => {
            sweeping = null;
          });
      }, deps.everyMs ?? SWEEP_MS);
    },
    async stop() {
      if (timer) clearInterval(timer);
      await sweeping;
    },
    sweptAtMs: () => sweptAtMs,
  };
}
