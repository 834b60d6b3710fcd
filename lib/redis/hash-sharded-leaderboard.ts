import { newId } from "../kernel/ids.ts";
import type { LeaderboardEntry, Place } from "../leaderboard/leaderboard-store.ts";
import {
  compareRows,
  cutsOf,
  evenlySpaced,
  mergeHeads,
  placeOf,
  type Row,
  standingsOf,
} from "../leaderboard/ranking.ts";
import { REBUILD_LEASE_MS, type RebuildableLeaderboard } from "../leaderboard/rebuildable-leaderboard.ts";
import { entryArgs, nameIn, rowOf } from "./board-member.ts";
import type { RedisClient } from "./client.ts";
import { type BoardKeys, boardKeys, rebuildLockKey } from "./keys.ts";
import { redisScripts } from "./scripts.ts";
import { shardOf } from "./shards.ts";

export interface RedisLeaderboardOptions {
  /**
   * How many shards a session has. Must give the same answer for a session on every node and at any time: take a fixed
   * number, or work it out (shardsForPlayers) from something that never changes, like the size a session was made for.
   */
  shards?: number | ((sessionId: string) => number | Promise<number>);
  /** Sessions nobody writes to are forgotten after this long. */
  ttlSeconds?: number;
}

/** Entries for one script: some milliseconds of the server. */
const BATCH = 500;

/**
 * The leaderboard in Redis, players spread over shards by a hash of their id. The head of the board is merged from the
 * heads of all shards, and a rank is one more than the players above, summed over them; all shards are asked at once.
 */
export function redisLeaderboard(
  redis: RedisClient,
  options: RedisLeaderboardOptions = {},
): RebuildableLeaderboard {
  const { shards = 1, ttlSeconds = 24 * 3600 } = options;
  const scripts = redisScripts(redis);

  async function shardsOf(sessionId: string): Promise<BoardKeys[]> {
    const count = typeof shards === "number" ? shards : await shards(sessionId);
    return Array.from({ length: count }, (_, shard) => boardKeys(sessionId, shard, count));
  }

  /** Calls for each shard that holds some of the items, with those. */
  async function eachShare<T, R>(
    sessionId: string,
    items: readonly T[],
    playerIdOf: (item: T) => string,
    call: (keys: BoardKeys, share: T[]) => Promise<R>,
  ): Promise<R[]> {
    const all = await shardsOf(sessionId);
    const shares = all.map((): T[] => []);
    for (const item of items) shares[shardOf(playerIdOf(item), all.length)]!.push(item);
    return Promise.all(all.flatMap((keys, i) => batches(shares[i]!).map((share) => call(keys, share))));
  }

  async function eachShard<R>(sessionId: string, call: (keys: BoardKeys) => Promise<R>): Promise<R[]> {
    return Promise.all((await shardsOf(sessionId)).map(call));
  }

  async function put(sessionId: string, entries: readonly LeaderboardEntry[]): Promise<void> {
    await eachShare(sessionId, entries, idOf, ({ board, players, removed, state }, share) =>
      scripts.board_put([board, players, removed, state], [ttlSeconds, ...share.flatMap(entryArgs)]),
    );
  }

  /** Where these totals stand among all players, in the same order, with the last row above each. */
  async function stand(
    sessionId: string,
    totals: readonly string[],
  ): Promise<{ rank: number; above?: Row }[]> {
    const replies = (await eachShard(sessionId, ({ board, players }) =>
      scripts.board_stand([board, players], totals),
    )) as (string | number)[][];
    return totals.map((_, i) => {
      let rank = 1;
      let above: Row | undefined;
      for (const reply of replies) {
        const [better, member, packed, details] = reply.slice(i * 4, i * 4 + 4) as [
          number,
          string,
          string,
          string,
        ];
        rank += better;
        if (better === 0) continue;
        const row = rowOf(member, packed, nameIn(details));
        if (!above || compareRows(above, row) < 0) above = row;
      }
      return above ? { rank, above } : { rank };
    });
  }

  return {
    put,
    async remove(sessionId, playerIds) {
      await eachShare(sessionId, playerIds, String, ({ board, players, removed }, share) =>
        scripts.board_remove([board, players, removed], [ttlSeconds, ...share]),
      );
    },
    async restore(sessionId, entries) {
      await eachShare(sessionId, entries, idOf, ({ removed }, share) =>
        redis.srem(removed, ...share.map(idOf)),
      );
      await put(sessionId, entries);
    },
    async top(sessionId, limit) {
      if (limit <= 0) return [];
      const heads = await eachShard(sessionId, async ({ board, players }) => {
        const reply = (await scripts.board_top([board, players], [limit])) as string[];
        return evenTriples(reply).map(([member, packed, details]) => rowOf(member, packed, nameIn(details)));
      });
      return standingsOf(mergeHeads(heads, limit));
    },
    async size(sessionId) {
      const sizes = await eachShard(sessionId, ({ board }) => redis.zcard(board));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    async places(sessionId, playerIds) {
      const totals = new Map<string, string>();
      await eachShare(sessionId, playerIds, String, async ({ board, players }, share) => {
        const found = (await scripts.board_find([board, players], share)) as (string | null)[];
        share.forEach((playerId, i) => {
          if (found[i]) totals.set(playerId, found[i]);
        });
      });
      const distinct = [...new Set(totals.values())];
      const stands = distinct.length === 0 ? [] : await stand(sessionId, distinct);
      const standOf = new Map(distinct.map((packed, i) => [packed, stands[i]!]));
      const places = new Map<string, Place>();
      for (const playerId of playerIds) {
        const packed = totals.get(playerId);
        if (packed === undefined) continue;
        const { rank, above } = standOf.get(packed)!;
        places.set(playerId, placeOf({ playerId, name: "", seq: 0, packed: Number(packed) }, rank, above));
      }
      return places;
    },
    async all(sessionId) {
      const shares = await eachShard(sessionId, async ({ board, players }) => {
        const [members, names] = await Promise.all([
          redis.zrange(board, "0", "-1", "WITHSCORES"),
          redis.hgetall(players),
        ]);
        const rows: Row[] = [];
        for (let i = 0; i < members.length; i += 2) {
          const row = rowOf(members[i]!, members[i + 1]!, null);
          rows.push({ ...row, name: nameIn(names[row.playerId]) });
        }
        return rows;
      });
      return standingsOf(shares.flat().sort(compareRows));
    },
    async cuts(sessionId, count) {
      if (count <= 0) return [];
      const samples = (await eachShard(sessionId, ({ board }) =>
        scripts.board_sample([board], [Math.max(count, 2)]),
      )) as [number, ...string[]][];
      const size = samples.reduce((sum, [shardSize]) => sum + shardSize, 0);
      const totals = samples.flatMap(([, ...packed]) => packed).sort((a, b) => Number(a) - Number(b));
      const chosen = size <= count ? totals : evenlySpaced(totals.length, count).map((i) => totals[i]!);
      const distinct = [...new Set(chosen)];
      if (distinct.length === 0) return [];
      const stands = await stand(sessionId, distinct);
      const ranked = distinct.map((packed, i) => ({ rank: stands[i]!.rank, packed: Number(packed) }));
      return cutsOf(ranked, count);
    },
    async isComplete(sessionId) {
      const complete = await eachShard(sessionId, ({ state }) => scripts.board_is_complete([state]));
      return complete.every((answer) => answer === 1);
    },
    async markComplete(sessionId) {
      await eachShard(sessionId, ({ state }) => scripts.board_mark_complete([state], [ttlSeconds, ""]));
    },
    async clear(sessionId) {
      await eachShard(sessionId, ({ board, players, removed, state }) =>
        redis.unlink(board, players, removed, state),
      );
    },
    async startRebuild(sessionId) {
      const rebuildId = newId();
      const locked = await redis.set(rebuildLockKey(sessionId), rebuildId, "PX", REBUILD_LEASE_MS, "NX");
      if (locked === null) return null;
      await eachShard(sessionId, ({ board, players, state }) =>
        scripts.board_start_rebuild([board, players, state], [ttlSeconds, rebuildId]),
      );
      return rebuildId;
    },
    async fill(sessionId, rebuildId, entries) {
      await eachShare(sessionId, entries, idOf, ({ board, players, removed, state }, share) =>
        scripts.board_fill(
          [board, players, removed, state],
          [ttlSeconds, rebuildId, ...share.flatMap(entryArgs)],
        ),
      );
    },
    async finishRebuild(sessionId, rebuildId) {
      const marked = await eachShard(sessionId, ({ state }) =>
        scripts.board_mark_complete([state], [ttlSeconds, rebuildId]),
      );
      // Freeing a lock that another rebuild took meanwhile does no harm: the rebuild id in each shard is what counts.
      await redis.unlink(rebuildLockKey(sessionId));
      return marked.every((answer) => answer === 1);
    },
  };
}

function idOf(entry: LeaderboardEntry): string {
  return entry.playerId;
}

function batches<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

function evenTriples(flat: readonly string[]): [string, string, string][] {
  return Array.from(
    { length: flat.length / 3 },
    (_, i) => flat.slice(i * 3, i * 3 + 3) as [string, string, string],
  );
}
