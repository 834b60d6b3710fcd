import { newId } from "../kernel/ids.ts";
import type { LeaderboardEntry, Place } from "../leaderboard/leaderboard-store.ts";
import {
  cutsOf,
  evenlySpaced,
  mergeHeads,
  mergeRows,
  type Row,
  standingsOf,
} from "../leaderboard/ranking.ts";
import { REBUILD_LEASE_MS, type RebuildableLeaderboard } from "../leaderboard/rebuildable-leaderboard.ts";
import { entryArgs, nameIn, rowOf } from "./board-member.ts";
import {
  addStands,
  allRows,
  headRows,
  placesOf,
  readPlaces,
  readStands,
  type Stand,
} from "./board-replies.ts";
import type { RedisClient } from "./client.ts";
import { type BoardKeys, boardKeys, rebuildLockKey } from "./keys.ts";
import { redisScripts } from "./scripts.ts";
import { shardOf } from "./shards.ts";
import { sharesOf } from "./shares.ts";

export interface RedisLeaderboardOptions {
  /**
   * How many shards a session has. Must give the same answer for a session on every node and at any time: a fixed
   * number, or something worked out from what never changes. One is the best for any session we allow
   * (docs/decisions/008-how-a-board-is-sharded.md).
   */
  shards?: number | ((sessionId: string) => number | Promise<number>);
  /** A session without writes is forgotten after this long. */
  ttlSeconds?: number;
}

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
    const shares = sharesOf(items, (item) => shardOf(playerIdOf(item), all.length));
    return Promise.all(shares.map(({ shard, share }) => call(all[shard]!, share)));
  }

  async function eachShard<R>(sessionId: string, call: (keys: BoardKeys) => Promise<R>): Promise<R[]> {
    return Promise.all((await shardsOf(sessionId)).map(call));
  }

  async function put(sessionId: string, entries: readonly LeaderboardEntry[]): Promise<void> {
    await eachShare(sessionId, entries, idOf, putIn);
  }

  function putIn({ board, players, removals, state }: BoardKeys, share: readonly LeaderboardEntry[]) {
    return scripts.board_put([board, players, removals, state], [ttlSeconds, ...share.flatMap(entryArgs)]);
  }

  /** Where these totals stand among all players, in the same order, with the last row above each. */
  async function stand(sessionId: string, totals: readonly string[]): Promise<Stand[]> {
    const shares = await eachShard(sessionId, async ({ board, players }) =>
      readStands(await scripts.board_stand([board, players], totals), namedRow),
    );
    return totals.map((_, i) => shares.map((stands) => stands[i]!).reduce(addStands));
  }

  async function places(sessionId: string, playerIds: readonly string[]): Promise<Map<string, Place>> {
    const [only, ...others] = await shardsOf(sessionId);
    if (only && others.length === 0) return placesIn(only, playerIds);
    const totals = new Map<string, string>();
    await eachShare(sessionId, playerIds, String, async ({ board, players }, share) => {
      const found = (await scripts.board_find([board, players], share)) as (string | null)[];
      share.forEach((playerId, i) => {
        if (found[i]) totals.set(playerId, found[i]);
      });
    });
    return placesOf(playerIds, totals, (packed) => stand(sessionId, packed));
  }

  async function placesIn({ board, players }: BoardKeys, playerIds: readonly string[]) {
    return readPlaces(playerIds, await scripts.board_places([board, players], playerIds), namedRow);
  }

  return {
    put,
    async putAndPlace(sessionId, entries) {
      const playerIds = entries.map(idOf);
      const [only, ...others] = await shardsOf(sessionId);
      if (only && others.length === 0) {
        // Right behind each other on one connection, so that the places are those after the put.
        const [, found] = await Promise.all([putIn(only, entries), placesIn(only, playerIds)]);
        return found;
      }
      await put(sessionId, entries);
      return places(sessionId, playerIds);
    },
    async remove(sessionId, playerIds) {
      await eachShare(sessionId, playerIds, String, ({ board, players, removals, state }, share) =>
        scripts.board_remove([board, players, removals, state], [ttlSeconds, ...share]),
      );
    },
    async restore(sessionId, entries) {
      await eachShare(sessionId, entries, idOf, ({ removals }, share) =>
        redis.hdel(removals, ...share.map(idOf)),
      );
      await put(sessionId, entries);
    },
    async top(sessionId, limit) {
      if (limit <= 0) return [];
      const heads = await eachShard(sessionId, async ({ board, players }) =>
        headRows(await scripts.board_top([board, players], [limit]), namedRow),
      );
      return standingsOf(mergeHeads(heads, limit));
    },
    async size(sessionId) {
      const sizes = await eachShard(sessionId, ({ board }) => redis.zcard(board));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    places,
    async all(sessionId) {
      const shares = await eachShard(sessionId, async ({ board, players }) =>
        allRows(await scripts.board_all([board, players]), namedRow),
      );
      return standingsOf(shares.reduce(mergeRows));
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
      const ranked = distinct.map((packed, i) => ({ rank: stands[i]!.better + 1, packed: Number(packed) }));
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
      await eachShard(sessionId, ({ board, players, removals, state }) =>
        redis.unlink(board, players, removals, state),
      );
    },
    async startRebuild(sessionId) {
      const rebuildId = newId();
      const [first] = await shardsOf(sessionId);
      const locked = await redis.set(rebuildLockKey(first!), rebuildId, "PX", REBUILD_LEASE_MS, "NX");
      if (locked === null) return null;
      await eachShard(sessionId, ({ board, players, state }) =>
        scripts.board_start_rebuild([board, players, state], [ttlSeconds, rebuildId]),
      );
      return rebuildId;
    },
    async fill(sessionId, rebuildId, entries) {
      await eachShare(sessionId, entries, idOf, ({ board, players, removals, state }, share) =>
        scripts.board_fill(
          [board, players, removals, state],
          [ttlSeconds, rebuildId, ...share.flatMap(entryArgs)],
        ),
      );
    },
    async finishRebuild(sessionId, rebuildId) {
      const marked = await eachShard(sessionId, ({ state }) =>
        scripts.board_mark_complete([state], [ttlSeconds, rebuildId]),
      );
      // Freeing a lock that another rebuild took meanwhile does no harm: the rebuild id in each shard is what counts.
      const [first] = await shardsOf(sessionId);
      await redis.unlink(rebuildLockKey(first!));
      return marked.every((answer) => answer === 1);
    },
  };
}

function idOf(entry: LeaderboardEntry): string {
  return entry.playerId;
}

function namedRow(member: string, packed: string, details: string): Row {
  return rowOf(member, packed, nameIn(details));
}
