import type { Random } from "#lib/kernel/random.ts";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import type { OnNotice, SessionBus } from "#lib/session/live/bus.ts";
import type { DatabaseLink } from "#tests/support/memory-stores.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** How bad things are. Changed as a run goes on. */
export interface Faults {
  /** Up to this long from a node to the database and as long back. */
  latencyMs: number;
  /** Up to this long between the reads of a transaction and its commit. */
  holdMs: number;
  /** Share of the transactions that take seconds, as on a node that is starved. */
  stuck: number;
  /** Share of the calls to the database that fail, half of them after they took effect. */
  callsLost: number;
  databaseDown: boolean;
  noticesLost: number;
  noticesTwice: number;
  noticeDelayMs: number;
  busDown: boolean;
  /** Whether nodes notice that the bus is down. A short gap goes unnoticed. */
  busDownSeen: boolean;
  boardsDown: boolean;
}

export const CALM: Faults = {
  latencyMs: 3,
  holdMs: 3,
  stuck: 0,
  callsLost: 0,
  databaseDown: false,
  noticesLost: 0,
  noticesTwice: 0,
  noticeDelayMs: 3,
  busDown: false,
  busDownSeen: false,
  boardsDown: false,
};

/** Longer than it takes to count a question and go on. */
const STUCK_MS = 3_000;

/** Dead nodes get no replies and send nothing; what they were told stays untold. */
export interface Member {
  alive: boolean;
}

export interface Network {
  faults: Faults;
  link(member: Member): DatabaseLink;
  bus(member: Member): SessionBus;
  /** The shared boards as one node reaches them. */
  boards(member: Member): RebuildableLeaderboard;
  /** They come back empty. */
  wipeBoards(): void;
}

export function network(time: VirtualTime, random: Random): Network {
  const listeners = new Set<{ member: Member; sessionId: string; hear: OnNotice }>();
  let boards = memoryLeaderboard(time);
  const between = (maxMs: number) => time.sleep(random() * maxMs);

  const it: Network = {
    faults: { ...CALM },
    link: (member) => ({
      async call(work) {
        await between(it.faults.latencyMs);
        if (!member.alive) return never();
        if (it.faults.databaseDown || random() < it.faults.callsLost / 2) throw unavailable();
        const result = await work();
        await between(it.faults.latencyMs);
        if (!member.alive) return never();
        if (random() < it.faults.callsLost / 2) throw unavailable();
        return result;
      },
      async untilCommit() {
        await between(random() < it.faults.stuck ? STUCK_MS : it.faults.holdMs);
        // A commit may be on its way when its client dies.
        return !it.faults.databaseDown && (member.alive || random() < 0.5);
      },
    }),
    bus: (member) => ({
      publish(sessionId, notice) {
        if (!member.alive) return;
        for (const listener of listeners) {
          const copies = random() < it.faults.noticesTwice ? 2 : 1;
          for (let i = 0; i < copies; i++) {
            if (it.faults.busDown || random() < it.faults.noticesLost) continue;
            if (listener.sessionId !== sessionId) continue;
            setTimeout(
              () =>
                listeners.has(listener) &&
                listener.member.alive &&
                listener.hear(notice, listener.member === member),
              random() * it.faults.noticeDelayMs,
            );
          }
        }
      },
      subscribe(sessionId, hear) {
        const listener = { member, sessionId, hear };
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      healthy: () => !(it.faults.busDown && it.faults.busDownSeen),
      async alone(sessionId) {
        if (it.faults.busDown) return false;
        await time.sleep(it.faults.latencyMs);
        return [...listeners].every(
          (listener) =>
            listener.member === member || !listener.member.alive || listener.sessionId !== sessionId,
        );
      },
      lapses: () => 0,
      async close() {},
    }),
    boards(member) {
      const reach = async <T>(ask: (store: RebuildableLeaderboard) => Promise<T>): Promise<T> => {
        await between(Math.min(it.faults.latencyMs, 20));
        if (!member.alive) return never();
        if (it.faults.boardsDown) throw new Error("the board store is away");
        const answer = await ask(boards);
        await between(Math.min(it.faults.latencyMs, 20));
        if (!member.alive) return never();
        if (it.faults.boardsDown) throw new Error("the board store is away");
        return answer;
      };
      return {
        put: (...args) => reach((store) => store.put(...args)),
        putAndPlace: (...args) => reach((store) => store.putAndPlace(...args)),
        remove: (...args) => reach((store) => store.remove(...args)),
        restore: (...args) => reach((store) => store.restore(...args)),
        top: (...args) => reach((store) => store.top(...args)),
        size: (...args) => reach((store) => store.size(...args)),
        places: (...args) => reach((store) => store.places(...args)),
        all: (...args) => reach((store) => store.all(...args)),
        cuts: (...args) => reach((store) => store.cuts(...args)),
        isComplete: (...args) => reach((store) => store.isComplete(...args)),
        markComplete: (...args) => reach((store) => store.markComplete(...args)),
        clear: (...args) => reach((store) => store.clear(...args)),
        startRebuild: (...args) => reach((store) => store.startRebuild(...args)),
        fill: (...args) => reach((store) => store.fill(...args)),
        finishRebuild: (...args) => reach((store) => store.finishRebuild(...args)),
      };
    },
    wipeBoards() {
      boards = memoryLeaderboard(time);
    },
  };
  return it;
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function unavailable(): Error {
  return Object.assign(new Error("the database does not answer"), { code: "CONNECTION_CLOSED" });
}
