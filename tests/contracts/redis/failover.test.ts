import { afterAll, beforeAll, expect, test } from "vitest";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";
import { connectRedis, disconnectRedis } from "#lib/redis/client.ts";
import { redisLeaderboard } from "#lib/redis/hash-sharded-leaderboard.ts";
import { boardKeys, presenceKeys, sessionChannel } from "#lib/redis/keys.ts";
import { redisPresence } from "#lib/redis/presence.ts";
import { redisBus } from "#lib/redis/session-bus.ts";
import { patience } from "#tests/support/patience.ts";
import { startRedisCluster, type TestRedis, type TestRedisCluster } from "#tests/support/programs/redis.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { entry } from "../leaderboard/leaderboard-suite.ts";
import { ear } from "./bus-suite.ts";
import { player } from "./presence-suite.ts";

const DEAD_AFTER_MS = 1_500;

/** Two nodes on a cluster whose masters have a replica each, and the sessions s0, s1, … on all of them. */
let cluster: TestRedisCluster;
let nodes: Awaited<ReturnType<typeof startNode>>[];
const SESSIONS = Array.from({ length: 24 }, (_, i) => `s${i}`);
const truth = new Map(SESSIONS.map((id) => [id, new Map<string, LeaderboardEntry>()]));

beforeAll(async () => {
  cluster = await startRedisCluster(3, { replicas: 1, nodeTimeoutMs: patience(1_000) });
  nodes = [await startNode("a"), await startNode("b")];
  for (const sessionId of SESSIONS) {
    await put(sessionId, ...Array.from({ length: 50 }, (_, i) => entry(i + 1, i)));
    for (const { presence, nodeId } of nodes) presence.enter(sessionId, player(`on ${nodeId}`));
  }
  await allWell();
});
afterAll(async () => {
  for (const node of nodes ?? []) await node.stop();
  await cluster?.stop();
});

async function startNode(nodeId: string) {
  const redis = await connectRedis({ cluster: cluster.nodes });
  const bus = await redisBus(redis, { beatEveryMs: 200, silentAfterMs: patience(500) });
  const presence = redisPresence(redis, {
    nodeId,
    flushAfterMs: 10,
    renewEveryMs: 200,
    deadAfterMs: patience(DEAD_AFTER_MS),
  });
  const store = redisLeaderboard(redis);
  const board = resilientLeaderboard({
    primary: store,
    loadEntries: async (sessionId) => [...truth.get(sessionId)!.values()],
    partOf: (sessionId) => sessionId,
    timeoutMs: patience(1_000),
    probeEveryMs: 200,
    refreshFallbackMs: 100,
  });
  async function stop() {
    board.close();
    await presence.close();
    await bus.close();
    await disconnectRedis(redis);
  }
  return { nodeId, redis, bus, presence, store, board, stop };
}

/** As the server does it: first the truth, then the board. */
async function put(sessionId: string, ...entries: LeaderboardEntry[]): Promise<void> {
  for (const each of entries) truth.get(sessionId)!.set(each.playerId, each);
  await nodes[0]!.board.put(sessionId, entries);
}

/** Boards, notices and presence work on both nodes for these sessions, and come from Redis. */
async function allWell(sessionIds = SESSIONS): Promise<void> {
  const [here, there] = [nodes[0]!, nodes[1]!];
  await eventually(() => expect(nodes.map(({ bus }) => bus.healthy())).toEqual([true, true]));
  await Promise.all(
    sessionIds.map(async (sessionId) => {
      const { heard, stop } = ear(there.bus, sessionId);
      // What was published while a channel moved may be lost.
      await eventually(
        () => {
          here.bus.publish(sessionId, { type: "presence" });
          expect(heard).not.toEqual([]);
        },
        { everyMs: 100 },
      );
      stop();
      const best = [...truth.get(sessionId)!.values()].sort((x, y) => y.score - x.score)[0]!;
      for (const { board, store, presence } of nodes) {
        await eventually(async () => {
          expect((await board.top(sessionId, 1))[0]).toMatchObject({
            playerId: best.playerId,
            score: best.score,
          });
          expect(await board.size(sessionId)).toBe(50);
          expect(board.degraded()).toBe(false);
          expect(await store.isComplete(sessionId)).toBe(true);
          const { connected, everConnected } = await presence.players(sessionId);
          expect([...connected].sort()).toEqual(["on a", "on b"]);
          expect([...everConnected].sort()).toEqual(["on a", "on b"]);
        });
      }
    }),
  );
}

const keysOf = (sessionId: string) => [
  boardKeys(sessionId, 0, 1).board,
  presenceKeys(sessionId).nodes,
  sessionChannel(sessionId),
];

/** The sessions that this server has nothing of. */
async function sessionsWithout(master: TestRedis): Promise<string[]> {
  const without = await Promise.all(
    SESSIONS.map(async (id) => {
      const masters = await Promise.all(keysOf(id).map((key) => cluster.masterOf(key)));
      return masters.includes(master) ? [] : [id];
    }),
  );
  return without.flat();
}

test("[LB23] a replica that takes over in peace: boards, notices and presence go on", async () => {
  const master = await cluster.masterOf(boardKeys("s0", 0, 1).board);
  const replica = await cluster.replicaOf(master);
  expect(await replica.command("cluster", "failover")).toBe("OK");
  await eventually(async () => expect(await replica.command("info", "replication")).toContain("role:master"));
  await put("s0", entry(7, 5_000));
  await allWell();
});

test("[LB23] a master that dies: boards are right all along, and its replica takes over", async () => {
  const master = await cluster.masterOf(presenceKeys("s1").nodes);
  const untouched = await sessionsWithout(master);
  expect(untouched.length).toBeGreaterThan(0);
  await master.kill();
  for (const sessionId of SESSIONS) await put(sessionId, entry(9, 6_000));
  for (const { board } of nodes) {
    await eventually(async () => {
      for (const sessionId of SESSIONS)
        expect((await board.top(sessionId, 1))[0]).toMatchObject({ playerId: "player9", score: 6_000 });
    });
  }
  await allWell();
});

test("[PR5] with one server of the cluster gone for good, presence of the sessions on the others stays right", async () => {
  const master = await cluster.masterOf(presenceKeys("s2").nodes);
  const untouched = await sessionsWithout(master);
  await (await cluster.replicaOf(master))?.kill();
  await master.kill();
  const goneAtMs = Date.now();
  // Longer than a node counts that does not renew.
  await until(goneAtMs + patience(DEAD_AFTER_MS + 1_000));
  for (const sessionId of untouched) {
    for (const { presence } of nodes) expect((await presence.counts(sessionId)).players).toBe(2);
  }
});
