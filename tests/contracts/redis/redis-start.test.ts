/** What an operator reads when a server starts on a Redis Cluster that is none, or not yet. */
import { afterEach, expect, test } from "vitest";
import { connectRedis } from "#lib/redis/client.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";

const CLUSTER = {
  "cluster-enabled": "yes",
  "cluster-config-file": "nodes.conf",
  "cluster-require-full-coverage": "no",
};

let servers: TestRedis[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function refusal(settings: Record<string, string>, before: () => Promise<unknown> = async () => {}) {
  servers = await Promise.all([startRedis(settings), startRedis(settings)]);
  await before();
  const cluster = servers.map(({ port }) => `127.0.0.1:${port}`);
  const error = await connectRedis({ cluster }, { startMs: 500 }).then(
    () => null,
    (reason: Error) => reason,
  );
  return error?.message;
}

test("[UP11] a cluster that is not formed, or half of it, says how many slots are served", async () => {
  expect(await refusal(CLUSTER)).toMatch(/cannot be reached: the cluster is only half formed, 0 of 16384 /);
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  const half = await refusal(CLUSTER, () => servers[0]!.command("cluster", "addslotsrange", "0", "5000"));
  expect(half).toMatch(/only half formed, 5001 of 16384 slots are served; docs\/OPERATIONS\.md/);
});

test("[UP11] a single server that was given as a cluster says what to set instead", async () => {
  expect(await refusal({})).toContain("it is a single server and no cluster: set REDIS_URL");
});
