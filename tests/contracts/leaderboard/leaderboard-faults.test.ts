import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "ioredis";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";
import { connectRedis, disconnectRedis, type RedisClient } from "#lib/redis/client.ts";
import { redisLeaderboard } from "#lib/redis/hash-sharded-leaderboard.ts";
import { rangeShardedLeaderboard } from "#lib/redis/range-sharded-leaderboard.ts";
import { patience } from "#tests/support/patience.ts";
import { startRedis, startRedisCluster, type TestRedis } from "#tests/support/programs/redis.ts";
import { eventually } from "#tests/support/waiting.ts";
import { entry, freshSession } from "./leaderboard-suite.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Adapter = (redis: RedisClient, shards: number) => RebuildableLeaderboard;

const ADAPTERS: [string, Adapter][] = [
  ["hash shards", (redis, shards) => redisLeaderboard(redis, { shards })],
  [
    "range shards",
    (redis, shards) => rangeShardedLeaderboard(redis, { partition: { shards, maxScore: 299 } }),
  ],
];

/** Some nodes on one Redis and one truth. */
async function setUp(adapter: Adapter, { nodes = 1 } = {}) {
  const server = await startRedis();
  closing.push(() => server.stop());
  const truth = new Map<string, LeaderboardEntry>();
  const loads = { count: 0 };
  const boards: Awaited<ReturnType<typeof node>>[] = [];
  for (let i = 0; i < nodes; i++) boards.push(await node(adapter, server, truth, loads));
  /** As the server does it: first the truth, then the board. */
  const put = async (board: (typeof boards)[number], ...entries: LeaderboardEntry[]) => {
    for (const each of entries) truth.set(each.playerId, each);
    await board.put(sessionId, entries);
  };
  const sessionId = freshSession();
  return { server, truth, loads, boards, board: boards[0]!, put, sessionId };
}

async function node(
  adapter: Adapter,
  server: TestRedis,
  truth: Map<string, LeaderboardEntry>,
  loads: { count: number },
) {
  const redis = await connectRedis({ url: server.url });
  const store = adapter(redis, 4);
  const changes: boolean[] = [];
  const resilient = resilientLeaderboard({
    primary: store,
    loadEntries: async () => {
      loads.count++;
      return [...truth.values()];
    },
    onDegraded: (degraded) => changes.push(degraded),
    timeoutMs: patience(1_000),
  });
  closing.push(
    () => disconnectRedis(redis),
    () => resilient.close(),
  );
  return { ...resilient, redis, store, changes };
}

const many = Array.from({ length: 300 }, (_, i) => entry(i + 1, i, i));

describe.each(ADAPTERS)("a leaderboard in trouble: %s", (_, adapter) => {
  test("[LB12] losing one shard's data makes the session incomplete", async () => {
    const { board, sessionId } = await setUp(adapter);
    await board.store.put(sessionId, many);
    await board.store.markComplete(sessionId);
    expect(await board.store.isComplete(sessionId)).toBe(true);
    const keys = await board.redis.keys(`*${sessionId}:*2of4*`);
    await board.redis.unlink(...keys);
    expect(await board.store.isComplete(sessionId)).toBe(false);
  });

  test("[LB15] a Redis killed midway and back empty: boards are right all along, and come from Redis again", async () => {
    const { server, board, put, sessionId, truth } = await setUp(adapter);
    await put(board, ...many);
    expect((await board.top(sessionId, 1))[0]?.playerId).toBe("player300");

    await server.kill();
    await put(board, entry(7, 5_000));
    expect((await board.top(sessionId, 1))[0]).toMatchObject({ playerId: "player7", score: 5_000 });
    expect(board.degraded()).toBe(true);
    await put(board, entry(8, 6_000));
    expect((await board.top(sessionId, 1))[0]?.playerId).toBe("player8");
    expect((await board.places(sessionId, ["player8"])).get("player8")?.rank).toBe(1);

    await server.restart();
    await eventually(() => expect(board.degraded()).toBe(false));
    await eventually(async () => expect(await board.store.isComplete(sessionId)).toBe(true));
    expect(await board.size(sessionId)).toBe(truth.size);
    expect((await board.store.top(sessionId, 2)).map(({ score }) => score)).toEqual([6_000, 5_000]);
    expect(board.changes).toEqual([true, false]);
  });

  test("[LB15] one server of a cluster gone: boards stay right", async () => {
    const server = await startRedisCluster(3);
    closing.push(() => server.stop());
    const redis = await connectRedis({ cluster: server.nodes });
    closing.push(() => disconnectRedis(redis));
    const board = resilientLeaderboard({
      primary: adapter(redis, 8),
      loadEntries: async () => many,
      partOf: (sessionId) => sessionId,
      timeoutMs: patience(1_000),
    });
    closing.push(() => board.close());
    const sessionId = freshSession();
    expect(await board.size(sessionId)).toBe(300);
    const [master] = (redis as Cluster).nodes("master");
    await master?.shutdown("NOSAVE").catch(() => {});
    for (let i = 0; i < 5; i++) {
      expect((await board.top(sessionId, 1))[0]?.playerId).toBe("player300");
      expect(await board.size(sessionId)).toBe(300);
    }
    expect(board.degraded()).toBe(true);
  });

  test("[LB16] a Redis that hangs holds its callers up once, then is not asked until it is back", async () => {
    const { server, board, put, sessionId } = await setUp(adapter);
    await put(board, ...many);
    await board.top(sessionId, 10);
    server.pause();
    // It still hangs when these return.
    await Promise.all([
      put(board, entry(5, 9_000)),
      board.top(sessionId, 10),
      board.places(sessionId, ["player5"]),
    ]);
    expect(board.degraded()).toBe(true);
    const asked = vi.spyOn(board.store, "top");
    for (let i = 0; i < 20; i++) await board.top(sessionId, 10);
    expect(asked).not.toHaveBeenCalled();
    expect((await board.top(sessionId, 1))[0]?.playerId).toBe("player5");

    await put(board, entry(6, 9_500));
    server.resume();
    await eventually(() => expect(board.degraded()).toBe(false));
    await eventually(async () => expect((await board.store.top(sessionId, 1))[0]?.playerId).toBe("player6"));
    expect(await board.store.size(sessionId)).toBe(300);
    asked.mockClear();
    await board.top(sessionId, 10);
    expect(asked).toHaveBeenCalled();
  });

  test("[LB17] a write one node missed reaches the nodes that could reach Redis all along", async () => {
    const { boards, put, sessionId } = await setUp(adapter, { nodes: 2 });
    const [cut, other] = boards as [(typeof boards)[0], (typeof boards)[0]];
    await put(cut, ...many);
    expect(await other.size(sessionId)).toBe(300);
    cut.redis.disconnect();
    await eventually(() => expect(cut.redis.status).toBe("end"));
    await put(cut, entry(3, 7_777));
    expect((await cut.top(sessionId, 1))[0]?.playerId).toBe("player3");
    await put(other, entry(4, 8_888));
    await cut.redis.connect();
    await eventually(async () =>
      expect((await other.top(sessionId, 2)).map(({ playerId }) => playerId)).toEqual(["player4", "player3"]),
    );
    expect(other.degraded()).toBe(false);
  });

  test("[LB18] a Redis that restarts from an old dump is not believed", async () => {
    const { server, board, put, sessionId } = await setUp(adapter);
    await put(board, ...many);
    await board.top(sessionId, 1);
    await board.redis.save();
    await put(board, entry(2, 4_444));
    await server.restart();
    await eventually(async () => expect(await board.redis.ping()).toBe("PONG"));
    expect(await board.store.size(sessionId)).toBe(300);
    expect(await board.store.isComplete(sessionId)).toBe(false);
    expect((await board.top(sessionId, 1))[0]).toMatchObject({ playerId: "player2", score: 4_444 });
  });

  test("[LB19] many readers and nodes on an empty Redis make one rebuild each at most, and lose no write", async () => {
    const { boards, put, sessionId, loads, truth } = await setUp(adapter, { nodes: 3 });
    for (const each of many) truth.set(each.playerId, each);
    const writes = (async () => {
      for (let i = 0; i < 60; i++) {
        await put(boards[i % 3]!, entry(1 + (i % 10), 10_000 + i, i));
        await sleep(2);
      }
    })();
    await Promise.all(Array.from({ length: 90 }, (_, i) => boards[i % 3]!.top(sessionId, 5)));
    await writes;
    expect(loads.count).toBeLessThanOrEqual(6);
    const expected = [...truth.values()].sort((a, b) => b.score - a.score).slice(0, 12);
    for (const board of boards) {
      const top = await board.top(sessionId, 12);
      expect(top.map(({ playerId, score }) => [playerId, score])).toEqual(
        expected.map((e) => [e.playerId, e.score]),
      );
    }
  });

  test("[LB20] ended sessions vanish by themselves after a day", async () => {
    const { board, put, sessionId } = await setUp(adapter);
    await put(board, ...many);
    await board.remove(sessionId, ["player1"]);
    await board.top(sessionId, 1);
    const keys = await board.redis.keys("*");
    for (const key of keys) expect(await board.redis.ttl(key), key).toBeGreaterThan(0);
  });
});
