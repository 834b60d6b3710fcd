import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, Redis } from "ioredis";
import { afterEach, expect, test } from "vitest";
import { connectRedis, disconnectRedis, type RedisTarget } from "#lib/redis/client.ts";
import { sessionChannel } from "#lib/redis/keys.ts";
import { type RedisBusOptions, redisBus } from "#lib/redis/session-bus.ts";
import { memoryBus } from "#lib/session/live/memory-bus.ts";
import { patience } from "#tests/support/patience.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import { eventually } from "#tests/support/waiting.ts";
import { busContract, ear, untilHeard } from "./bus-suite.ts";

busContract("memory", async () => ({ buses: [memoryBus()], close: async () => {} }));
busContract("redis, two nodes", async () => {
  const server = await startRedis();
  return busesOn({ url: server.url }, server);
});
busContract("redis cluster, two nodes", async () => {
  const server = await startRedisCluster(3);
  return busesOn({ cluster: server.nodes }, server);
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function node(url: string, options?: RedisBusOptions) {
  const redis = await connectRedis({ url });
  const bus = await redisBus(redis, { beatEveryMs: 200, silentAfterMs: patience(500), ...options });
  closing.push(
    () => disconnectRedis(redis),
    () => bus.close(),
  );
  return { redis, bus };
}

test("[BUS3] after a Redis restart notices flow again, and the bus is unhealthy in between", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const changes: boolean[] = [];
  const [here, there] = [
    await node(server.url),
    await node(server.url, { onHealthy: (healthy) => changes.push(healthy) }),
  ];
  const listener = ear(there.bus, "s");
  await untilHeard(here.bus, "s", listener);
  await server.kill();
  await eventually(() => expect([here.bus.healthy(), there.bus.healthy()]).toEqual([false, false]));
  await server.restart();
  await eventually(() => expect([here.bus.healthy(), there.bus.healthy()]).toEqual([true, true]));
  listener.heard.length = 0;
  here.bus.publish("s", { type: "session", version: 9 });
  await eventually(() => expect(listener.heard).toEqual([{ type: "session", version: 9 }]));
  expect(changes).toEqual([false, true]);
});

test("[BUS3] a Redis that hangs makes the bus unhealthy, although connections stay open", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const { bus } = await node(server.url);
  expect(bus.healthy()).toBe(true);
  server.pause();
  await eventually(() => expect(bus.healthy()).toBe(false));
  server.resume();
  await eventually(() => expect(bus.healthy()).toBe(true));
});

test("[BUS3] a subscription that got lost is found and made again", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const changes: boolean[] = [];
  const { bus, redis } = await node(server.url, { onHealthy: (healthy) => changes.push(healthy) });
  const listener = ear(bus, "s");
  await untilHeard(bus, "s", listener);
  // Cut the subscriber's connection only.
  await redis.client("KILL", "TYPE", "PUBSUB");
  await eventually(() => expect(changes).toEqual([false, true]));
  await untilHeard(bus, "s", listener);
});

test("[BUS3] on a cluster too", async () => {
  const server = await startRedisCluster(3);
  closing.push(() => server.stop());
  const redis = await connectRedis({ cluster: server.nodes });
  closing.push(() => disconnectRedis(redis));
  const changes: boolean[] = [];
  const bus = await redisBus(redis, {
    beatEveryMs: 200,
    silentAfterMs: patience(500),
    onHealthy: (healthy) => changes.push(healthy),
  });
  closing.push(() => bus.close());
  const sessionIds = Array.from({ length: 12 }, (_, i) => `s${i}`);
  const ears = sessionIds.map((sessionId) => ear(bus, sessionId));
  await Promise.all(sessionIds.map((sessionId, i) => untilHeard(bus, sessionId, ears[i]!)));
  for (const master of (redis as Cluster).nodes("master")) await master.client("KILL", "TYPE", "PUBSUB");
  await eventually(() => expect([changes[0], bus.healthy()]).toEqual([false, true]));
  await Promise.all(sessionIds.map((sessionId, i) => untilHeard(bus, sessionId, ears[i]!)));
});

test("[BUS3] a stalled connection holds what was sent for seconds only, and comes back by itself", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const redis = (await connectRedis({ url: server.url }, { stalledMs: patience(700) })) as Redis;
  closing.push(() => disconnectRedis(redis));
  const bus = await redisBus(redis, { beatEveryMs: 200, silentAfterMs: patience(500) });
  closing.push(() => bus.close());
  const listener = ear(bus, "s");
  await untilHeard(bus, "s", listener);
  server.pause();
  const lots = Array.from({ length: 5_000 }, (_, version) => ({ type: "session" as const, version }));
  const queued = () => (redis as unknown as { commandQueue: { length: number } }).commandQueue.length;
  for (const notice of lots) bus.publish("s", notice);
  expect(queued()).toBeGreaterThan(1_000);
  // This node's own screens have them all the same.
  await eventually(() => expect(listener.heard).toEqual(lots));
  await eventually(() => expect(queued()).toBeLessThan(100));
  for (const notice of lots) bus.publish("s", notice);
  expect(queued()).toBeLessThan(100);
  server.resume();
  await eventually(() => expect(bus.healthy()).toBe(true));
});

test("[BUS4] while Redis is away this node still hears itself", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const { bus } = await node(server.url);
  const listener = ear(bus, "s");
  await server.kill();
  await eventually(() => expect(bus.healthy()).toBe(false));
  bus.publish("s", { type: "session", version: 4 });
  await eventually(() => expect(listener.heard).toEqual([{ type: "session", version: 4 }]));
});

test("[BUS5] what is not a notice is counted and dropped", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  let malformed = 0;
  const { bus, redis } = await node(server.url, { onMalformed: () => malformed++ });
  const listener = ear(bus, "s");
  await untilHeard(bus, "s", listener);
  const junk = [
    "",
    "{",
    "null",
    '{"type":"unknown"}',
    '{"type":"session","version":"1"}',
    "~someone else's beat",
  ];
  for (const text of junk) await redis.spublish(sessionChannel("s"), text);
  bus.publish("s", { type: "session", version: 1 });
  await eventually(() => expect(listener.heard).toEqual([{ type: "session", version: 1 }]));
  expect(malformed).toBe(5);
});

test("[BUS6] a closed bus is silent and unhealthy", async () => {
  const server = await startRedis();
  closing.push(() => server.stop());
  const { bus } = await node(server.url);
  const listener = ear(bus, "s");
  await untilHeard(bus, "s", listener);
  await bus.close();
  bus.publish("s", { type: "presence" });
  await sleep(50);
  expect(listener.heard).toEqual([]);
  expect(bus.healthy()).toBe(false);
});

test("[BUS7] a Redis that takes its time when a node starts is waited for", async () => {
  const single = await startRedis();
  closing.push(() => single.stop());
  const cluster = await startRedisCluster(3, { nodeTimeoutMs: 30_000 });
  closing.push(() => cluster.stop());
  single.pause();
  for (const member of cluster.members) member.pause();
  const connecting = [connectRedis({ url: single.url }), connectRedis({ cluster: cluster.nodes })];
  for (const each of connecting) each.catch(() => {});
  // Longer than a command waits for its reply.
  await sleep(4_000);
  single.resume();
  for (const member of cluster.members) member.resume();
  for (const redis of await Promise.all(connecting)) {
    closing.push(() => disconnectRedis(redis));
    expect(await redis.get("nothing")).toBeNull();
  }
});

test("[BUS7] a Redis that is not there is named without its password", async () => {
  const failure = connectRedis({ url: "redis://user:secret@127.0.0.1:1" });
  await expect(failure).rejects.toThrow("Redis at 127.0.0.1:1 cannot be reached");
  await expect(failure).rejects.not.toThrow("secret");
  await expect(connectRedis({ cluster: ["127.0.0.1:1", "127.0.0.1:2"] })).rejects.toThrow(
    "Redis at 127.0.0.1:1, 127.0.0.1:2 cannot be reached",
  );
});

async function busesOn(target: RedisTarget, server: { stop(): Promise<void> }) {
  const clients = [await connectRedis(target), await connectRedis(target)];
  const buses = await Promise.all(clients.map((redis) => redisBus(redis)));
  return {
    buses,
    async close() {
      await Promise.all(clients.map(disconnectRedis));
      await server.stop();
    },
  };
}
