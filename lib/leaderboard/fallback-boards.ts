import type { Clock } from "../kernel/clock.ts";
import type { LeaderboardEntry, LeaderboardStore } from "./leaderboard-store.ts";
import { memoryLeaderboard } from "./memory-leaderboard.ts";

/**
 * Boards in this node's memory for while the shared store is away: read from the truth, at most every `refreshMs`, and kept
 * up to date in between with what this node itself writes.
 */
export interface FallbackBoards {
  /** Rejects only if the truth cannot be read and never was. */
  board(sessionId: string): Promise<LeaderboardStore>;
  /** Tells of a write. Cheap while the board is not in use. */
  note(sessionId: string, write: (board: LeaderboardStore) => void): void;
  forget(sessionId: string): void;
  forgetAll(): void;
}

interface Kept {
  board: LeaderboardStore;
  loadedAtMs: number;
  readAtMs: number;
  loading: Promise<void> | null;
  /** Writes while loading: what is being read from the truth may be older than these. */
  sinceLoading: ((board: LeaderboardStore) => void)[];
}

const FORGET_UNREAD_AFTER_MS = 60_000;

export function fallbackBoards(options: {
  loadEntries(sessionId: string): Promise<readonly LeaderboardEntry[]>;
  clock: Clock;
  refreshMs: number;
}): FallbackBoards {
  const { loadEntries, clock, refreshMs } = options;
  const kept = new Map<string, Kept>();

  async function board(sessionId: string): Promise<LeaderboardStore> {
    const now = clock.now();
    forgetUnread(now);
    const it = kept.get(sessionId) ?? newKept();
    kept.set(sessionId, it);
    it.readAtMs = now;
    if (now - it.loadedAtMs >= refreshMs) {
      it.loading ??= load(sessionId, it).finally(() => {
        it.loading = null;
      });
      try {
        await it.loading;
      } catch (error) {
        if (it.loadedAtMs === Number.NEGATIVE_INFINITY) throw error;
      }
    }
    return it.board;
  }

  async function load(sessionId: string, it: Kept): Promise<void> {
    it.sinceLoading = [];
    const fresh = memoryLeaderboard(clock);
    await fresh.put(sessionId, await loadEntries(sessionId));
    for (const write of it.sinceLoading) write(fresh);
    it.board = fresh;
    it.loadedAtMs = clock.now();
  }

  function newKept(): Kept {
    return {
      board: memoryLeaderboard(clock),
      loadedAtMs: Number.NEGATIVE_INFINITY,
      readAtMs: 0,
      loading: null,
      sinceLoading: [],
    };
  }

  function forgetUnread(now: number): void {
    for (const [sessionId, it] of kept)
      if (now - it.readAtMs > FORGET_UNREAD_AFTER_MS) kept.delete(sessionId);
  }

  return {
    board,
    note(sessionId, write) {
      const it = kept.get(sessionId);
      if (!it) return;
      write(it.board);
      if (it.loading) it.sinceLoading.push(write);
    },
    forget: (sessionId) => void kept.delete(sessionId),
    forgetAll: () => kept.clear(),
  };
}
