import { newId } from "../kernel/ids.ts";
import type { Place } from "../leaderboard/leaderboard-store.ts";
import { cutsOf, evenlySpaced, type Row, standingsOf } from "../leaderboard/ranking.ts";
import { REBUILD_LEASE_MS, type RebuildableLeaderboard } from "../leaderboard/rebuildable-leaderboard.ts";
import { rowOf } from "./board-member.ts";
import { allRows, headRows, placesOf, readStands, type Stand } from "./board-replies.ts";
import type { RedisClient } from "./client.ts";
import { type RangeKeys, rangeKeys, rebuildLockKey } from "./keys.ts";
import { rangeMoves } from "./range-moves.ts";
import { redisRangeSteps } from "./range-steps.ts";
import { redisScripts } from "./scripts.ts";
import { type RangePartition, rangeOf, shardOf } from "./shards.ts";
import { sharesOf } from "./shares.ts";

export interface RangeShardedOptions {
  /** Must give the same answer for a session on every node and at any time. */
  partition: RangePartition | ((sessionId: string) => RangePartition | Promise<RangePartition>);
  /** A session without writes is forgotten after this long. */
  ttlSeconds?: number;
}

/** Sessions whose deepest range of the last reading of the top is remembered. */
const HINTS_MAX = 1_000;

/**
 * The leaderboard in Redis, cut into ranges of scores. The top of the board is in one shard, and a rank is the sizes of the
 * ranges above and the rank within. The price is a second round trip for every put, and four when a player crosses into
 * another range (range-moves.ts). While somebody does, ranks between the two ranges may count them twice; so may they,
 * until that player's next put, when a node dies midway.
 */
export function rangeShardedLeaderboard(
  redis: RedisClient,
  { partition, ttlSeconds = 24 * 3600 }: RangeShardedOptions,
): RebuildableLeaderboard {
  const scripts = redisScripts(redis);
  /** How many ranges the last reading of a session's top needed: asked at once the next time. Wrong costs a round trip. */
  const depths = new Map<string, number>();

  async function open(sessionId: string) {
    const cut = typeof partition === "function" ? await partition(sessionId) : partition;
    const shards = Array.from({ length: cut.shards }, (_, shard) => rangeKeys(sessionId, shard, cut));
    return { cut, shards, moves: rangeMoves(redisRangeSteps(redis, scripts, shards, ttlSeconds), cut) };
  }

  async function eachShard<R>(sessionId: string, call: (keys: RangeKeys) => Promise<R>): Promise<R[]> {
    return Promise.all((await open(sessionId)).shards.map(call));
  }

  /** At least the first `limit` rows, if there are so many. Somebody who is moving may be in them twice. */
  async function head(sessionId: string, limit: number): Promise<RangeRow[]> {
    const { shards } = await open(sessionId);
    const rows: RangeRow[] = [];
    let [from, to] = [0, Math.min(depths.get(sessionId) ?? 1, shards.length)];
    while (from < to) {
      const asked = shards.slice(from, to);
      const heads = await Promise.all(
        asked.map(async ({ board, players }) =>
          headRows(await scripts.board_top([board, players], [limit]), rangeRow),
        ),
      );
      for (const [i, found] of heads.entries()) {
        if (rows.length < limit) remember(sessionId, from + i + 1);
        rows.push(...found);
      }
      [from, to] = [to, rows.length < limit ? shards.length : to];
    }
    return rows;
  }

  function remember(sessionId: string, depth: number): void {
    depths.delete(sessionId);
    depths.set(sessionId, depth);
    if (depths.size > HINTS_MAX) depths.delete(depths.keys().next().value!);
  }

  /** Where these totals stand, in the same order. */
  async function stand(sessionId: string, totals: readonly string[]): Promise<Stand[]> {
    const { cut, shards } = await open(sessionId);
    const ofRange = shards.map((): string[] => []);
    for (const total of totals) ofRange[rangeOf(Number(total), cut)]!.push(total);
    // Everybody stands above the end of a range: its size, and who is last in it.
    const asked = ofRange.map((own) => [...own, "inf"]);
    const replies = await Promise.all(
      shards.map(async ({ board, players }, range) =>
        readStands(await scripts.board_stand([board, players], asked[range]!), rangeRow),
      ),
    );
    const standOf = new Map<string, Stand>();
    let end: Stand = { better: 0, above: undefined };
    for (const [range, stands] of replies.entries()) {
      const start = end;
      for (const [i, { better, above }] of stands.entries()) {
        end = { better: start.better + better, above: above ?? start.above };
        standOf.set(asked[range]![i]!, end);
      }
    }
    return totals.map((total) => standOf.get(total)!);
  }

  async function places(sessionId: string, playerIds: readonly string[]): Promise<Map<string, Place>> {
    const { shards } = await open(sessionId);
    const totals = new Map<string, string>();
    await Promise.all(
      sharesOf(playerIds, (playerId) => shardOf(playerId, shards.length)).map(async ({ shard, share }) => {
        const found = (await scripts.range_find([shards[shard]!.homes], share)) as (string | null)[];
        share.forEach((playerId, i) => {
          if (found[i]) totals.set(playerId, found[i]);
        });
      }),
    );
    return placesOf(playerIds, totals, (packed) => stand(sessionId, packed));
  }

  return {
    async put(sessionId, entries) {
      const { moves } = await open(sessionId);
      await moves.put(entries);
    },
    async putAndPlace(sessionId, entries) {
      const { moves } = await open(sessionId);
      await moves.put(entries);
      return places(
        sessionId,
        entries.map(({ playerId }) => playerId),
      );
    },
    async remove(sessionId, playerIds) {
      const { moves } = await open(sessionId);
      await moves.remove(playerIds);
    },
    async restore(sessionId, entries) {
      const { moves } = await open(sessionId);
      await moves.restore(entries);
    },
    async top(sessionId, limit) {
      if (limit <= 0) return [];
      for (let twice = 0; ; ) {
        const found = await head(sessionId, limit + twice);
        const rows = newest(found);
        if (rows.length >= limit || found.length < limit + twice) return standingsOf(rows.slice(0, limit));
        twice += found.length - rows.length;
      }
    },
    async size(sessionId) {
      const sizes = await eachShard(sessionId, ({ board }) => redis.zcard(board));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    places,
    async all(sessionId) {
      const ranges = await eachShard(sessionId, async ({ board, players }) =>
        allRows(await scripts.board_all([board, players]), rangeRow),
      );
      return standingsOf(newest(ranges.flat()));
    },
    async cuts(sessionId, count) {
      if (count <= 0) return [];
      const samples = (await eachShard(sessionId, ({ board }) =>
        scripts.board_sample([board], [Math.max(count, 2)]),
      )) as [number, ...string[]][];
      const distinct = [...new Set(spread(samples, count))];
      if (distinct.length === 0) return [];
      const stands = await stand(sessionId, distinct);
      const ranked = distinct.map((packed, i) => ({ rank: stands[i]!.better + 1, packed: Number(packed) }));
      return cutsOf(ranked, count);
    },
    async isComplete(sessionId) {
      const epochs = await eachShard(sessionId, ({ state }) => scripts.range_is_complete([state]));
      return epochs.every((epoch) => epoch !== null && epoch === epochs[0]);
    },
    async markComplete(sessionId) {
      await eachShard(sessionId, ({ state }) => scripts.board_mark_complete([state], [ttlSeconds, ""]));
    },
    async clear(sessionId) {
      depths.delete(sessionId);
      await eachShard(sessionId, ({ board, players, homes, removals, state }) =>
        redis.unlink(board, players, homes, removals, state),
      );
    },
    async startRebuild(sessionId) {
      const rebuildId = newId();
      const { moves, shards } = await open(sessionId);
      const locked = await redis.set(rebuildLockKey(shards[0]!), rebuildId, "PX", REBUILD_LEASE_MS, "NX");
      if (locked === null) return null;
      await moves.empty(rebuildId);
      return rebuildId;
    },
    async fill(sessionId, rebuildId, entries) {
      const { moves } = await open(sessionId);
      await moves.fill(rebuildId, entries);
    },
    async finishRebuild(sessionId, rebuildId) {
      const marked = await eachShard(sessionId, ({ state }) =>
        scripts.board_mark_complete([state], [ttlSeconds, rebuildId]),
      );
      const { shards } = await open(sessionId);
      await redis.unlink(rebuildLockKey(shards[0]!));
      return marked.every((answer) => answer === 1);
    },
  };
}

interface RangeRow extends Row {
  /** The higher, the newer (range-moves.ts). */
  version: number;
}

/** Details: join order, '-', version, ':', name. */
function rangeRow(member: string, packed: string, details: string): RangeRow {
  const [dash, colon] = [details.indexOf("-"), details.indexOf(":")];
  const row = rowOf(member, packed, details.slice(colon + 1));
  return { ...row, version: Number(details.slice(dash + 1, colon)) };
}

/** Without the older one of those who are there twice. Keeps the order. */
function newest(rows: readonly RangeRow[]): RangeRow[] {
  const versions = new Map<string, number>();
  for (const { playerId, version } of rows)
    versions.set(playerId, Math.max(version, versions.get(playerId) ?? 0));
  return rows.filter(({ playerId, version }) => versions.get(playerId) === version);
}

/**
 * Totals at about evenly spaced positions of the whole board, from what board_sample.lua says of each range: its size, and
 * totals evenly spaced from its first to its last.
 */
function spread(samples: readonly [number, ...string[]][], count: number): string[] {
  const size = samples.reduce((sum, [rangeSize]) => sum + rangeSize, 0);
  const chosen: string[] = [];
  let [range, before] = [0, 0];
  for (const position of evenlySpaced(size, count)) {
    while (position >= before + samples[range]![0]) before += samples[range++]![0];
    const [rangeSize, ...totals] = samples[range]!;
    const share = rangeSize === 1 ? 0 : (position - before) / (rangeSize - 1);
    chosen.push(totals[Math.round(share * (totals.length - 1))]!);
  }
  return chosen;
}
