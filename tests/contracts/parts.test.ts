import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial } from "node:net";
import { Cluster, Redis } from "ioredis";
import postgres from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { startPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";
import { startProxy } from "#tests/support/programs/tcp-proxy.ts";

test("each test file gets a Postgres database of its own", async () => {
  const urls = await Promise.all([freshDatabase(), freshDatabase()]);
  const names = await Promise.all(
    urls.map(async (url) => {
      const sql = postgres(url, { max: 1 });
      const [row] = await sql`select current_database() as name`;
      await sql.end();
      return row?.name as string;
    }),
  );
  expect(new Set(names).size).toBe(2);
});

test("a private Postgres keeps what it committed when it is killed", async () => {
  const server = await startPostgres();
  const first = postgres(server.url, { max: 1 });
  await first`create table kept (id int)`;
  await first`insert into kept values (7)`;
  await server.kill();
  await first.end({ timeout: 0 });
  await server.restart();
  const second = postgres(server.url, { max: 1 });
  expect([...(await second`select id from kept`)]).toEqual([{ id: 7 }]);
  await second.end();
  await server.stop();
});

test("a paused Postgres answers nobody until it is resumed", async () => {
  const server = await startPostgres();
  const sql = postgres(server.url, { max: 1 });
  await sql`select 1`;
  server.pause();
  let answered = false;
  const query = sql`select 1`.then(() => {
    answered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(answered).toBe(false);
  server.resume();
  await query;
  await sql.end();
  await server.stop();
});

test("a private Redis answers, and comes back empty after a crash", async () => {
  const server = await startRedis();
  const redis = new Redis(server.url, { lazyConnect: true });
  redis.on("error", () => {});
  expect(await redis.set("here", "1")).toBe("OK");
  await server.restart();
  expect(await redis.get("here")).toBeNull();
  redis.disconnect();
  await server.stop();
});

test("a private Redis Cluster spreads keys over its masters", async () => {
  const server = await startRedisCluster(3);
  const cluster = new Cluster(server.nodes);
  const keys = ["{a}", "{b}", "{c}", "{d}", "{e}", "{f}"];
  await Promise.all(keys.map((key) => cluster.set(key, key)));
  expect(await Promise.all(keys.map((key) => cluster.get(key)))).toEqual(keys);
  const sizes = await Promise.all(cluster.nodes("master").map((node) => node.dbsize()));
  expect(sizes.length).toBe(3);
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(1);
  cluster.disconnect();
  await server.stop();
});

test("the fault proxy is late, silent, slow, refusing and cut on request", async () => {
  const echo = createServer((socket) => socket.pipe(socket).on("error", () => {}));
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  const proxy = await startProxy((echo.address() as AddressInfo).port);
  const socket = dial(proxy.port, "127.0.0.1");
  socket.on("error", () => {});
  /** Sends this much and resolves to how long it took to come back. */
  const roundTripMs = async (bytes: number) => {
    const sentAtMs = performance.now();
    socket.write(Buffer.alloc(bytes));
    for (let got = 0; got < bytes; ) got += ((await once(socket, "data")) as [Buffer])[0].length;
    return performance.now() - sentAtMs;
  };

  await roundTripMs(1_000_000);
  proxy.setLatency(100);
  expect(await roundTripMs(1)).toBeGreaterThan(195);
  proxy.setLatency(0);
  proxy.throttle(10_000);
  expect(await roundTripMs(2_000)).toBeGreaterThan(195);
  proxy.throttle(Number.POSITIVE_INFINITY);
  proxy.blackhole(true);
  setTimeout(() => proxy.blackhole(false), 150);
  expect(await roundTripMs(1)).toBeGreaterThan(145);

  await proxy.refuse(true);
  const refused = dial(proxy.port, "127.0.0.1");
  const [error] = (await once(refused, "error").catch((reason) => [reason])) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNREFUSED");
  await roundTripMs(1);
  const closed = once(socket, "close").catch(() => {});
  proxy.cut();
  await closed;
  expect(proxy.connections).toBe(0);
  await proxy.stop();
  echo.close();
});
