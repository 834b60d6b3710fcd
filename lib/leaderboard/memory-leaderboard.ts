import { type Clock, systemClock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { LeaderboardEntry, Place } from "./leaderboard-store.ts";
import { packScore } from "./packed-score.ts";
import { compareRows, cutsOf, mergeRows, placeOf, type Row, standing } from "./ranking.ts";
import { REBUILD_LEASE_MS, type RebuildableLeaderboard } from "./rebuildable-leaderboard.ts";

/**
 * The leaderboard of a single node. Writes only note who changed; the next read takes those out of the sorted list, sorts
 * them alone and merges them back. So a thousand writes a second cost nothing until somebody looks, and then little.
 * A session without writes is forgotten after a day, as it is in Redis.
 */
export function memoryLeaderboard(clock: Clock = systemClock): RebuildableLeaderboard {
  /** The one written to longest ago comes first. */
  const boards = new Map<string, Board>();
  const boardOf = (sessionId: string): Board => {
    const board = boards.get(sessionId) ?? emptyBoard();
    keep(sessionId, board);
    return board;
  };
  const keep = (sessionId: string, board: Board) => {
    const nowMs = clock.now();
    board.writtenAtMs = nowMs;
    boards.delete(sessionId);
    boards.set(sessionId, board);
    for (const [oldest, { writtenAtMs }] of boards) {
      if (nowMs - writtenAtMs < FORGET_AFTER_MS) return;
      boards.delete(oldest);
    }
  };
  const ranked = (sessionId: string): readonly RankedRow[] => {
    const board = boards.get(sessionId);
    return board ? inOrder(board) : [];
  };

  function put(sessionId: string, entries: readonly LeaderboardEntry[]): void {
    const board = boardOf(sessionId);
    for (const entry of entries) set(board, entry);
  }

  function places(sessionId: string, playerIds: readonly string[]): Map<string, Place> {
    const rows = ranked(sessionId);
    const board = boards.get(sessionId);
    const known = playerIds.flatMap((playerId) => board?.rows.get(playerId) ?? []);
    // Ranks count the players above, so the last of them is listed at index rank - 2.
    return new Map(known.map((row) => [row.playerId, placeOf(row, row.rank, rows[row.rank - 2])]));
  }

  return {
    put: async (sessionId, entries) => put(sessionId, entries),
    async putAndPlace(sessionId, entries) {
      put(sessionId, entries);
      return places(
        sessionId,
        entries.map(({ playerId }) => playerId),
      );
    },
    async remove(sessionId, playerIds) {
      const board = boardOf(sessionId);
      for (const playerId of playerIds) {
        board.removals.set(playerId, board.rebuild?.id ?? null);
        board.rows.delete(playerId);
      }
      board.dirty = true;
    },
    async restore(sessionId, entries) {
      const board = boardOf(sessionId);
      for (const entry of entries) {
        board.removals.delete(entry.playerId);
        set(board, entry);
      }
    },
    async top(sessionId, limit) {
      const head = ranked(sessionId).slice(0, Math.max(limit, 0));
      return head.map((row) => standing(row, row.rank));
    },
    async size(sessionId) {
      return boards.get(sessionId)?.rows.size ?? 0;
    },
    places: async (sessionId, playerIds) => places(sessionId, playerIds),
    async all(sessionId) {
      return ranked(sessionId).map((row) => standing(row, row.rank));
    },
    async cuts(sessionId, count) {
      return cutsOf(ranked(sessionId), count);
    },
    async isComplete(sessionId) {
      return boards.get(sessionId)?.complete ?? false;
    },
    async markComplete(sessionId) {
      boardOf(sessionId).complete = true;
    },
    async clear(sessionId) {
      boards.delete(sessionId);
    },
    async startRebuild(sessionId) {
      const { rebuild, removals } = boardOf(sessionId);
      if (rebuild && clock.now() - rebuild.startedAtMs < REBUILD_LEASE_MS) return null;
      const id = newId();
      keep(sessionId, { ...emptyBoard(), removals, rebuild: { id, startedAtMs: clock.now() } });
      return id;
    },
    async fill(sessionId, rebuildId, entries) {
      const board = boards.get(sessionId);
      if (board?.rebuild?.id !== rebuildId) return;
      for (const entry of entries) {
        if (board.removals.get(entry.playerId) !== rebuildId) board.removals.delete(entry.playerId);
        if (!board.rows.has(entry.playerId)) set(board, board.aside.get(entry.playerId) ?? entry);
      }
    },
    async finishRebuild(sessionId, rebuildId) {
      const board = boards.get(sessionId);
      if (board?.rebuild?.id !== rebuildId) return false;
      board.rebuild = null;
      board.aside.clear();
      board.complete = true;
      return true;
    },
  };
}

const FORGET_AFTER_MS = 24 * 3_600_000;

interface RankedRow extends Row {
  rank: number;
}

interface Board {
  rows: Map<string, RankedRow>;
  /** Who is removed, and the rebuild that was under way at the removal. */
  removals: Map<string, string | null>;
  /** Totals put during the rebuild for players who were removed before it: the truth may have them back. */
  aside: Map<string, LeaderboardEntry>;
  complete: boolean;
  rebuild: { id: string; startedAtMs: number } | null;
  /** In order as of the last read; holds rows that changed or left since. */
  sorted: RankedRow[];
  changed: Set<RankedRow>;
  dirty: boolean;
  writtenAtMs: number;
}

function emptyBoard(): Board {
  return {
    rows: new Map(),
    removals: new Map(),
    aside: new Map(),
    complete: false,
    rebuild: null,
    sorted: [],
    changed: new Set(),
    dirty: false,
    writtenAtMs: 0,
  };
}

function set(board: Board, entry: LeaderboardEntry): void {
  const { playerId, name, seq } = entry;
  if (board.removals.has(playerId)) {
    if (board.rebuild && board.removals.get(playerId) !== board.rebuild.id) board.aside.set(playerId, entry);
    return;
  }
  const row = { playerId, name, seq, packed: packScore(entry), rank: 0 };
  const was = board.rows.get(playerId);
  if (was) board.changed.delete(was);
  board.rows.set(playerId, row);
  board.changed.add(row);
  board.dirty = true;
}

function inOrder(board: Board): readonly RankedRow[] {
  if (!board.dirty) return board.sorted;
  const current = (row: RankedRow) => board.rows.get(row.playerId) === row;
  const changed = [...board.changed].filter(current).sort(compareRows);
  board.sorted = mergeRows(board.sorted.filter(current), changed);
  board.sorted.forEach((row, i) => {
    const above = board.sorted[i - 1];
    row.rank = above?.packed === row.packed ? above.rank : i + 1;
  });
  board.changed.clear();
  board.dirty = false;
  return board.sorted;
}
