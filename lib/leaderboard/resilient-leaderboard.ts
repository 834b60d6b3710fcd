import { type Clock, systemClock } from "../kernel/clock.ts";
import { createCircuit } from "./circuit.ts";
import { fallbackBoards } from "./fallback-boards.ts";
import type { LeaderboardEntry, LeaderboardStore, Place } from "./leaderboard-store.ts";
import type { RebuildableLeaderboard } from "./rebuildable-leaderboard.ts";

/**
 * A leaderboard whose boards stay right when the store behind it fails. It reads a session from the store only if
 * the store holds all of it, and rebuilds it from the truth otherwise. While the store does not answer, boards come
 * from memory, filled from the truth. A session this node failed to write to is *in doubt*: the store may look complete
 * and lack that write, so it is rebuilt before it is believed again.
 */
export interface ResilientLeaderboard extends LeaderboardStore {
  /** Whether any boards come from memory because the store does not answer for them. */
  degraded(): boolean;
  close(): void;
}

export interface ResilientOptions {
  primary: RebuildableLeaderboard;
  /** All players of a session who are not removed, with their totals: from Postgres. */
  loadEntries(sessionId: string): Promise<readonly LeaderboardEntry[]>;
  /** Which part of the store a session is in, if it has parts that fail apart. */
  partOf?(sessionId: string): string;
  clock?: Clock;
  onDegraded?(degraded: boolean, cause?: unknown): void;
  onRebuilt?(facts: { sessionId: string; players: number; tookMs: number }): void;
  /** How long a caller waits for the store. */
  timeoutMs?: number;
  probeEveryMs?: number;
  refreshFallbackMs?: number;
}

/** Entries written at once during a rebuild, so that no other call waits long behind them. */
const REBUILD_BATCH = 1_000;
/** How long a reader waits while another node rebuilds, before it looks at the truth itself. */
const REBUILD_PATIENCE_MS = 1_000;
const REBUILD_POLL_MS = 50;

export function resilientLeaderboard(options: ResilientOptions): ResilientLeaderboard {
  const { primary, loadEntries, clock = systemClock, timeoutMs = 1_000, probeEveryMs = 500 } = options;
  const fallback = fallbackBoards({ loadEntries, clock, refreshMs: options.refreshFallbackMs ?? 1_000 });
  const inDoubt = new Set<string>();
  const rebuilds = new Map<string, Promise<boolean>>();
  const asked = new Map<string, Promise<boolean>>();
  /** Whether it was said that boards are degraded. */
  let told = false;
  const circuit = createCircuit({
    probe: (sessionId) => primary.isComplete(sessionId),
    partOf: options.partOf ?? (() => ""),
    onOpen(cause) {
      if (!told) options.onDegraded?.(true, cause);
      told = true;
    },
    onClosed() {
      told = circuit.anyOpen();
      if (!told) options.onDegraded?.(false);
      void settleDoubts();
    },
    timeoutMs,
    probeEveryMs,
  });

  async function read<T>(sessionId: string, ask: (store: LeaderboardStore) => Promise<T>): Promise<T> {
    try {
      const answer = await askPrimary(sessionId, ask);
      if (answer) return answer.value;
    } catch {
      // The circuit knows; the fallback answers.
    }
    return ask(await fallback.board(sessionId));
  }

  async function askPrimary<T>(sessionId: string, ask: (store: LeaderboardStore) => Promise<T>) {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (circuit.isOpen(sessionId)) return null;
      if (!inDoubt.has(sessionId) && !rebuilds.has(sessionId)) {
        const [complete, value] = await circuit.run(sessionId, () =>
          Promise.all([isComplete(sessionId), ask(primary)]),
        );
        if (complete) return { value };
      }
      if (!(await rebuild(sessionId))) return null;
    }
    return null;
  }

  /** Asked once for all that is read of a session in one turn, ahead of it. */
  function isComplete(sessionId: string): Promise<boolean> {
    let answer = asked.get(sessionId);
    if (!answer) {
      answer = primary.isComplete(sessionId);
      asked.set(sessionId, answer);
      queueMicrotask(() => asked.delete(sessionId));
    }
    return answer;
  }

  /** If the store cannot be reached, the session is in doubt from now on. */
  async function write(sessionId: string, apply: (store: LeaderboardStore) => Promise<void>): Promise<void> {
    fallback.note(sessionId, (board) => void apply(board));
    if (!circuit.isOpen(sessionId)) {
      try {
        await circuit.run(sessionId, () => apply(primary));
        return;
      } catch {
        // In doubt, as below.
      }
    }
    inDoubt.add(sessionId);
  }

  /** Both at once where the store can be believed as it is; otherwise one after the other. */
  async function putAndPlace(sessionId: string, entries: readonly LeaderboardEntry[]) {
    const playerIds = entries.map(({ playerId }) => playerId);
    const places = (store: LeaderboardStore) => store.places(sessionId, playerIds);
    let believed = !circuit.isOpen(sessionId) && !inDoubt.has(sessionId) && !rebuilds.has(sessionId);
    let known = new Map<string, Place>();
    await write(sessionId, async (store) => {
      if (store !== primary || !believed) return store.put(sessionId, entries);
      [believed, known] = await Promise.all([isComplete(sessionId), primary.putAndPlace(sessionId, entries)]);
    });
    return believed && !inDoubt.has(sessionId) ? known : read(sessionId, places);
  }

  /** True if the store now holds the whole session. One rebuild a session at a time; everybody waits for the same. */
  function rebuild(sessionId: string): Promise<boolean> {
    let running = rebuilds.get(sessionId);
    if (!running) {
      running = tryToRebuild(sessionId).finally(() => rebuilds.delete(sessionId));
      rebuilds.set(sessionId, running);
    }
    return running;
  }

  async function tryToRebuild(sessionId: string): Promise<boolean> {
    const doubted = inDoubt.has(sessionId);
    const giveUpAtMs = clock.now() + REBUILD_PATIENCE_MS;
    const run = <T>(call: () => Promise<T>) => circuit.run(sessionId, call);
    try {
      do {
        const rebuildId = await run(() => primary.startRebuild(sessionId));
        if (rebuildId === null) {
          await sleep(REBUILD_POLL_MS);
          // Another node's rebuild may have read the truth before the write that this node missed.
          if (!doubted && (await run(() => primary.isComplete(sessionId)))) return true;
          continue;
        }
        // The truth is read from here on, so it has every write missed so far; a miss from now on is a new doubt.
        inDoubt.delete(sessionId);
        const startedAtMs = clock.now();
        const entries = await loadEntries(sessionId);
        for (let i = 0; i < entries.length; i += REBUILD_BATCH) {
          const batch = entries.slice(i, i + REBUILD_BATCH);
          await run(() => primary.fill(sessionId, rebuildId, batch));
        }
        if (await run(() => primary.finishRebuild(sessionId, rebuildId))) {
          options.onRebuilt?.({ sessionId, players: entries.length, tookMs: clock.now() - startedAtMs });
          return !inDoubt.has(sessionId);
        }
      } while (clock.now() < giveUpAtMs);
    } catch (error) {
      if (doubted) inDoubt.add(sessionId);
      throw error;
    }
    if (doubted) inDoubt.add(sessionId);
    return false;
  }

  /** A part is back: mend what was missed at once, so that nodes which could reach it all along see it too. */
  async function settleDoubts(): Promise<void> {
    for (const sessionId of [...inDoubt])
      if (!circuit.isOpen(sessionId)) await rebuild(sessionId).catch(() => {});
    if (!circuit.anyOpen()) fallback.forgetAll();
  }

  return {
    put: async (sessionId, entries) => {
      if (entries.length > 0) await write(sessionId, (store) => store.put(sessionId, entries));
    },
    putAndPlace,
    remove: async (sessionId, playerIds) => {
      if (playerIds.length > 0) await write(sessionId, (store) => store.remove(sessionId, playerIds));
    },
    restore: async (sessionId, entries) => {
      if (entries.length > 0) await write(sessionId, (store) => store.restore(sessionId, entries));
    },
    async clear(sessionId) {
      fallback.forget(sessionId);
      await write(sessionId, (store) => store.clear(sessionId));
    },
    top: (sessionId, limit) => read(sessionId, (store) => store.top(sessionId, limit)),
    size: (sessionId) => read(sessionId, (store) => store.size(sessionId)),
    places: (sessionId, playerIds) => read(sessionId, (store) => store.places(sessionId, playerIds)),
    all: (sessionId) => read(sessionId, (store) => store.all(sessionId)),
    cuts: (sessionId, count) => read(sessionId, (store) => store.cuts(sessionId, count)),
    // What is read here is always of the whole session.
    isComplete: async () => true,
    markComplete: async () => {},
    degraded: () => circuit.anyOpen(),
    close: () => circuit.close(),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
