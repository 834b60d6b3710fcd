import { Cluster, type Redis } from "ioredis";
import { connectRedis, disconnectRedis, type RedisClient } from "#lib/redis/client.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import type { Where } from "./shape.ts";

/** A private Redis, or a private cluster of three masters. */
export interface BenchStore {
  redis: RedisClient;
  /** CPU that all servers have used so far, in milliseconds. */
  cpuMs(): Promise<number>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Everybody of a million in one reply takes seconds. */
const COMMAND_TIMEOUT_MS = 120_000;

export async function openStore(where: Where): Promise<BenchStore> {
  const server = where === "redis" ? await startRedis() : await startRedisCluster(3);
  const target = "url" in server ? { url: server.url } : { cluster: server.nodes };
  const redis = await connectRedis(target, { commandTimeoutMs: COMMAND_TIMEOUT_MS });
  const servers: Redis[] = redis instanceof Cluster ? redis.nodes("master") : [redis];
  return {
    redis,
    async cpuMs() {
      const used = await Promise.all(servers.map(async (each) => readCpuMs(await each.info("cpu"))));
      return used.reduce((sum, ms) => sum + ms, 0);
    },
    flush: async () => void (await Promise.all(servers.map((each) => each.flushall("ASYNC")))),
    async close() {
      await disconnectRedis(redis);
      await server.stop();
    },
  };
}

function readCpuMs(info: string): number {
  const seconds = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]);
  return (seconds("used_cpu_sys") + seconds("used_cpu_user")) * 1_000;
}
