import { afterAll, expect, test } from "vitest";
import { connectRedis, disconnectRedis } from "#lib/redis/client.ts";
import { redisScripts } from "#lib/redis/scripts.ts";
import { patience } from "#tests/support/patience.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";

const cleanUps: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const TARGETS = {
  "one server": async () => {
    const redis = await startRedis();
    cleanUps.push(redis.stop);
    return { url: redis.url };
  },
  "a cluster": async () => {
    const redis = await startRedisCluster(3);
    cleanUps.push(redis.stop);
    return { cluster: redis.nodes };
  },
};

test.each(Object.entries(TARGETS))(
  "[OPS5] on %s, each command is told once, scripts and transactions too",
  async (_, target) => {
    const told: string[] = [];
    const redis = await connectRedis(await target(), {
      commandTimeoutMs: patience(10_000),
      onCommand: (family, tookMs, failed) => {
        expect(tookMs).toBeGreaterThanOrEqual(0);
        told.push(failed ? `${family} failed` : family);
      },
    });
    cleanUps.push(() => disconnectRedis(redis));
    const since = async (act: () => Promise<unknown>) => {
      told.length = 0;
      await act();
      return [...told].sort();
    };
    const scripts = redisScripts(redis);
    const put = () => scripts.board_top(["lb:{a}:board", "lb:{a}:players"], [3]);
    // A server that does not know a script is sent it in full.
    expect(await since(put)).toContain("boards");
    expect(await since(put)).toEqual(["boards"]);
    expect(await since(() => redis.spublish("bus:{a}", "news"))).toEqual(["bus"]);
    expect(await since(() => redis.smembers("presence:{a}:nodes"))).toEqual(["presence"]);
    expect(
      await since(() =>
        redis
          .hset("presence:{a}:nodes", "a", "b")
          .then(() => redis.get("presence:{a}:nodes"))
          .catch(() => {}),
      ),
    ).toEqual(["presence", "presence failed"]);
    const near = await since(() => redis.multi().hset("near:a", "1", "2").pexpire("near:a", 1_000).exec());
    expect(near.filter((family) => family === "near")).toHaveLength(2);
  },
);
