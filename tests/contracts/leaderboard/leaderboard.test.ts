import type { Cluster } from "ioredis";
import { expect, test } from "vitest";
import type { LeaderboardEntry, LeaderboardStore } from "#lib/leaderboard/leaderboard-store.ts";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";
import { connectRedis, disconnectRedis, type RedisClient } from "#lib/redis/client.ts";
import { redisLeaderboard } from "#lib/redis/hash-sharded-leaderboard.ts";
import { rangeShardedLeaderboard } from "#lib/redis/range-sharded-leaderboard.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import { entry, leaderboardContract } from "./leaderboard-suite.ts";
import { rebuildContract } from "./rebuild-suite.ts";

const memory = async () => ({ store: memoryLeaderboard(), close: async () => {} });

type Adapter = (redis: RedisClient) => RebuildableLeaderboard;

const hash =
  (shards: number): Adapter =>
  (redis) =>
    redisLeaderboard(redis, { shards });
/** Most scores of the tests are below 10, so that players cross borders all the time. */
const range =
  (shards: number): Adapter =>
  (redis) =>
    rangeShardedLeaderboard(redis, { partition: { shards, maxScore: 9 } });

const onRedis = (adapter: Adapter) => async () => {
  const server = await startRedis();
  const redis = await connectRedis({ url: server.url });
  const close = async () => {
    await disconnectRedis(redis);
    await server.stop();
  };
  return { store: adapter(redis), close };
};

const onCluster = (adapter: Adapter) => async () => {
  const server = await startRedisCluster(3);
  const redis = await connectRedis({ cluster: server.nodes });
  const close = async () => {
    await disconnectRedis(redis);
    await server.stop();
  };
  return { store: adapter(redis), close };
};

leaderboardContract("memory", memory);
leaderboardContract("redis, 1 hash shard", onRedis(hash(1)));
leaderboardContract("redis, 4 hash shards", onRedis(hash(4)));
leaderboardContract("redis cluster, 4 hash shards", onCluster(hash(4)));
leaderboardContract("redis, 1 range shard", onRedis(range(1)));
leaderboardContract("redis, 4 range shards", onRedis(range(4)));
leaderboardContract("redis cluster, 5 range shards", onCluster(range(5)));
leaderboardContract("resilient over memory", resilientOver(memory));
leaderboardContract("resilient over redis, hash shards", resilientOver(onRedis(hash(2))));
leaderboardContract("resilient over redis, range shards", resilientOver(onRedis(range(3))));

rebuildContract("memory", memory);
rebuildContract("redis, 4 hash shards", onRedis(hash(4)));
rebuildContract("redis cluster, 4 hash shards", onCluster(hash(4)));
rebuildContract("redis, 4 range shards", onRedis(range(4)));
rebuildContract("redis cluster, 5 range shards", onCluster(range(5)));

test.each([
  ["hash", hash(8)],
  ["range", range(8)],
])("[LB22] the %s shards of one session are on all masters of a cluster", async (_, adapter) => {
  const server = await startRedisCluster(3);
  const redis = (await connectRedis({ cluster: server.nodes })) as Cluster;
  try {
    const entries = Array.from({ length: 100 }, (_, i) => entry(i + 1, i % 10));
    await adapter(redis).put("one", entries);
    const sizes = await Promise.all(redis.nodes("master").map((master) => master.dbsize()));
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  } finally {
    await disconnectRedis(redis);
    await server.stop();
  }
});

function resilientOver(open: () => Promise<{ store: RebuildableLeaderboard; close(): Promise<void> }>) {
  return async () => {
    const { store: primary, close } = await open();
    const truth = new Map<string, Map<string, LeaderboardEntry>>();
    const removed = new Set<string>();
    const loadEntries = async (sessionId: string) => [...(truth.get(sessionId)?.values() ?? [])];
    const resilient = resilientLeaderboard({ primary, loadEntries });
    const ofSession = (sessionId: string) => {
      const players = truth.get(sessionId) ?? new Map<string, LeaderboardEntry>();
      truth.set(sessionId, players);
      return players;
    };
    const keep = (sessionId: string, entries: readonly LeaderboardEntry[]) => {
      for (const entry of entries)
        if (!removed.has(`${sessionId} ${entry.playerId}`)) ofSession(sessionId).set(entry.playerId, entry);
    };
    const store: LeaderboardStore = {
      ...resilient,
      async put(sessionId, entries) {
        keep(sessionId, entries);
        await resilient.put(sessionId, entries);
      },
      putAndPlace(sessionId, entries) {
        keep(sessionId, entries);
        return resilient.putAndPlace(sessionId, entries);
      },
      async remove(sessionId, playerIds) {
        for (const playerId of playerIds) {
          removed.add(`${sessionId} ${playerId}`);
          ofSession(sessionId).delete(playerId);
        }
        await resilient.remove(sessionId, playerIds);
      },
      async restore(sessionId, entries) {
        for (const entry of entries) {
          removed.delete(`${sessionId} ${entry.playerId}`);
          ofSession(sessionId).set(entry.playerId, entry);
        }
        await resilient.restore(sessionId, entries);
      },
      async clear(sessionId) {
        for (const key of [...removed]) if (key.startsWith(`${sessionId} `)) removed.delete(key);
        truth.delete(sessionId);
        await resilient.clear(sessionId);
      },
    };
    return {
      store,
      async close() {
        resilient.close();
        await close();
      },
    };
  };
}
