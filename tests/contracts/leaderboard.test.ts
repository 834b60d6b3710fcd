import type { LeaderboardEntry, LeaderboardStore } from "#lib/leaderboard/leaderboard-store.ts";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";
import { connectRedis, disconnectRedis } from "#lib/redis/client.ts";
import { redisLeaderboard } from "#lib/redis/hash-sharded-leaderboard.ts";
import { startRedis, startRedisCluster } from "#tests/support/redis.ts";
import { leaderboardContract } from "./leaderboard-suite.ts";
import { rebuildContract } from "./rebuild-suite.ts";

const memory = async () => ({ store: memoryLeaderboard(), close: async () => {} });

const onRedis = (shards: number) => async () => {
  const server = await startRedis();
  const redis = await connectRedis({ url: server.url });
  const close = async () => {
    await disconnectRedis(redis);
    await server.stop();
  };
  return { store: redisLeaderboard(redis, { shards }), close };
};

const onCluster = (shards: number) => async () => {
  const server = await startRedisCluster(3);
  const redis = await connectRedis({ cluster: server.nodes });
  const close = async () => {
    await disconnectRedis(redis);
    await server.stop();
  };
  return { store: redisLeaderboard(redis, { shards }), close };
};

leaderboardContract("memory", memory);
leaderboardContract("redis, 1 shard", onRedis(1));
leaderboardContract("redis, 4 shards", onRedis(4));
leaderboardContract("redis cluster, 4 shards", onCluster(4));
leaderboardContract("resilient over memory", resilientOver(memory));
leaderboardContract("resilient over redis", resilientOver(onRedis(2)));

rebuildContract("memory", memory);
rebuildContract("redis, 4 shards", onRedis(4));
rebuildContract("redis cluster, 4 shards", onCluster(4));

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
    const store: LeaderboardStore = {
      ...resilient,
      async put(sessionId, entries) {
        for (const entry of entries)
          if (!removed.has(`${sessionId} ${entry.playerId}`)) ofSession(sessionId).set(entry.playerId, entry);
        await resilient.put(sessionId, entries);
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
