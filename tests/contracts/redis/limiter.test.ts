import { expect, test } from "vitest";
import type { AttemptLimit } from "#lib/limits/limiter.ts";
import { memoryLimiter } from "#lib/limits/memory-limiter.ts";
import { connectRedis, disconnectRedis, type RedisTarget } from "#lib/redis/client.ts";
import { redisLimiter } from "#lib/redis/limiter.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import { limiterContract } from "./limiter-suite.ts";

limiterContract("memory", async () => ({ limiter: memoryLimiter(), close: async () => {} }));
limiterContract("redis", async () => {
  const server = await startRedis();
  return limiterOn({ url: server.url }, server);
});
limiterContract("redis cluster", async () => {
  const server = await startRedisCluster(3);
  return limiterOn({ cluster: server.nodes }, server);
});

const limit: AttemptLimit = { name: "sign_in_account", attempts: 2, windowMs: 60_000 };

test("[LIM3] all nodes count together; while Redis is away each counts for itself", async () => {
  const server = await startRedis();
  const clients = [await connectRedis({ url: server.url }), await connectRedis({ url: server.url })];
  const [here, there] = clients.map(redisLimiter);
  await here!.consume(limit, "a");
  await there!.consume(limit, "a");
  expect((await here!.consume(limit, "a")).allowed).toBe(false);
  await server.kill();
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push((await here!.consume(limit, "b")).allowed);
  expect(answers).toEqual([true, true, false]);
  await here!.reset(limit, "b");
  expect((await here!.consume(limit, "b")).allowed).toBe(true);
  await Promise.all(clients.map(disconnectRedis));
  await server.stop();
});

async function limiterOn(target: RedisTarget, server: { stop(): Promise<void> }) {
  const redis = await connectRedis(target);
  return {
    limiter: redisLimiter(redis),
    async close() {
      await disconnectRedis(redis);
      await server.stop();
    },
  };
}
