import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { connectRedis, disconnectRedis, type RedisTarget } from "#lib/redis/client.ts";
import { presenceKeys } from "#lib/redis/keys.ts";
import { redisPresence } from "#lib/redis/presence.ts";
import { memoryPresence } from "#lib/session/live/memory-presence.ts";
import { patience } from "#tests/support/patience.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import { eventually } from "#tests/support/waiting.ts";
import { player, presenceContract } from "./presence-suite.ts";

presenceContract("memory", async () => ({ nodes: [memoryPresence()], close: async () => {} }));
presenceContract("redis, two nodes", async () => {
  const server = await startRedis();
  return nodesOn({ url: server.url }, server);
});
presenceContract("redis cluster, two nodes", async () => {
  const server = await startRedisCluster(3);
  return nodesOn({ cluster: server.nodes }, server);
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const QUICK = { flushAfterMs: 10, renewEveryMs: 100, deadAfterMs: patience(1_000) };

async function node(url: string, options = QUICK) {
  const redis = await connectRedis({ url });
  const presence = redisPresence(redis, options);
  closing.push(
    () => disconnectRedis(redis),
    () => presence.close(),
  );
  return { redis, presence };
}

test("[PR5] a node that dies stops counting, a living one goes on", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const [dying, living] = [await node(server.url), await node(server.url)];
  dying.presence.enter("s", player("a"));
  dying.presence.enter("s", { role: "host" });
  living.presence.enter("s", player("b"));
  await eventually(async () => expect((await living.presence.counts("s")).players).toBe(2));
  dying.redis.disconnect();
  await eventually(async () =>
    expect(await living.presence.counts("s")).toEqual({ players: 1, hosts: 0, presenters: 0 }),
  );
  expect((await living.presence.players("s")).connected).toEqual(new Set(["b"]));
  // For as long again, and longer.
  await sleep(QUICK.deadAfterMs + 200);
  expect((await living.presence.counts("s")).players).toBe(1);
  expect(await living.redis.smembers(presenceKeys("s").nodes)).toHaveLength(1);
});

test("[PR5] a node that closes stops counting at once", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const [leaving, staying] = [await node(server.url), await node(server.url)];
  leaving.presence.enter("s", player("a"));
  await eventually(async () => expect((await staying.presence.counts("s")).players).toBe(1));
  await leaving.presence.close();
  expect((await staying.presence.counts("s")).players).toBe(0);
});

test("[PR6] while Redis is away each node answers for itself, and when it is back empty for all again", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const [here, there] = [await node(server.url), await node(server.url)];
  here.presence.enter("s", player("a"));
  there.presence.enter("s", player("b"));
  await eventually(async () => expect((await here.presence.counts("s")).players).toBe(2));
  await server.kill();
  here.presence.enter("s", player("c"));
  expect((await here.presence.counts("s")).players).toBe(2);
  expect((await here.presence.players("s")).connected).toEqual(new Set(["a", "c"]));
  await server.restart();
  await eventually(async () => {
    expect((await here.presence.counts("s")).players).toBe(3);
    expect((await there.presence.players("s")).everConnected).toEqual(new Set(["a", "b", "c"]));
  });
});

test("[PR6] a node that was held up until Redis forgot it still counts its own players", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const held = { flushAfterMs: 10, renewEveryMs: 3_600_000, deadAfterMs: 50 };
  const { presence, redis } = await node(server.url, held);
  presence.enter("s", player("a"));
  const { nodes } = presenceKeys("s");
  await eventually(async () => {
    expect((await presence.counts("s")).players).toBe(1);
    // The set of nodes stays, what this one had written is gone.
    expect(await redis.scard(nodes)).toBe(1);
    expect((await redis.keys("*")).length).toBeLessThanOrEqual(2);
  });
  expect((await presence.counts("s")).players).toBe(1);
});

test("[PR6] a Redis emptied under way never shows this node's own players as gone", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const { presence, redis } = await node(server.url);
  presence.enter("s", player("a"));
  expect((await presence.counts("s")).players).toBe(1);
  for (let i = 0; i < 10; i++) {
    await redis.flushall();
    expect((await presence.counts("s")).players).toBe(1);
  }
});

test("[PR6] a Redis that hangs does not hold anybody up", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const { presence } = await node(server.url);
  presence.enter("s", player("a"));
  await presence.counts("s");
  server.pause();
  presence.enter("s", player("b"));
  // It still hangs when this returns.
  expect((await presence.counts("s")).players).toBe(2);
  server.resume();
});

async function nodesOn(target: RedisTarget, server: { stop(): Promise<void> }) {
  const clients = [await connectRedis(target), await connectRedis(target)];
  return {
    nodes: clients.map((redis) => redisPresence(redis)),
    async close() {
      await Promise.all(clients.map(disconnectRedis));
      await server.stop();
    },
  };
}
