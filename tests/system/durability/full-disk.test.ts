import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { migrate } from "#lib/postgres/migrate.ts";
import { api, type Json } from "#tests/support/api.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { smallDisk } from "#tests/support/programs/small-disk.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { welcomed } from "../socket-game.ts";

/**
 * A database that answers every question and stores nothing. The embedded one gets a small disk that is filled up; where
 * none can be mounted it is made read-only, as the other one is.
 */

let database: TestPostgres;
beforeAll(async () => {
  database = await startPostgres();
});
afterAll(() => database?.stop());

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Trouble {
  begin(): Promise<unknown> | unknown;
  end(): Promise<unknown> | unknown;
  /** What /readyz calls it. */
  name: string;
}

/** Random, so that nothing can make it smaller. */
function largeQuiz(): Json {
  const questions = Array.from({ length: 150 }, () => ({
    kind: "truefalse",
    prompt: "?",
    correct: true,
    explanation: randomBytes(180).toString("base64"),
  }));
  return { title: "Large", questions };
}

async function readyz(server: TestServer): Promise<{ status: number; body: Json }> {
  const reply = await fetch(`${server.url}/readyz`);
  return { status: reply.status, body: (await reply.json()) as Json };
}

async function toldToEverybody(server: TestServer, trouble: Trouble): Promise<void> {
  const call = api(server);
  const { pin } = await call.startSession({
    title: "T",
    questions: [{ kind: "truefalse", prompt: "?", correct: true }],
  });
  const host = await welcomed(server, { pin, token: server.ownerApiKey, as: "host" });
  cleanUps.push(() => host.drop());
  // What was told last: on a busy machine the database may have been late before.
  const told = (database: string, writes?: string) =>
    eventually(() => {
      const health = host.messages.findLast(({ type }) => type === "health");
      expect([health?.database, health?.writes]).toEqual([database, writes]);
    });
  await told("ok");
  expect(await readyz(server)).toMatchObject({ status: 200, body: { writes: "ok" } });

  await trouble.begin();
  // Not one write alone: a page that is there already may still have room.
  await eventually(async () => {
    expect((await call.post("/quizzes", largeQuiz())).status).toBe(503);
    expect(await readyz(server)).toMatchObject({
      status: 503,
      body: { ready: false, postgres: "ok", writes: trouble.name },
    });
  });
  await told("degraded", "refused");
  expect(await server.metrics()).toContain("quiz_db_writes_refused 1");
  // Reading goes on.
  expect((await call.get("/quizzes")).status).toBe(200);

  await trouble.end();
  // Without any write now, the server finds out by itself.
  await told("ok");
  expect(await readyz(server)).toMatchObject({ status: 200, body: { ready: true, writes: "ok" } });
  expect((await call.post("/quizzes", largeQuiz())).status).toBe(201);
  const logged = server
    .logs()
    .split("\n")
    .filter(
      (line) =>
        line.includes("refuses what it should store") && line.includes(`"event.reason":"${trouble.name}"`),
    );
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? "")).toMatchObject({ "log.level": "error" });
}

test("[WR1] [ND8] an embedded database that stores nothing is told of, and so is its recovery", async () => {
  const disk = smallDisk(160);
  const folder = disk ? join(disk.folder, "data") : undefined;
  if (folder) mkdirSync(folder);
  const server = await startServer(folder ? { env: { DATA_DIR: folder } } : {});
  cleanUps.push(async () => {
    await server.stop();
    await disk?.remove();
  });
  if (disk) return toldToEverybody(server, { name: "disk_full", begin: disk.fill, end: disk.free });
  // All its connections share one backend, so that this reaches the server's own.
  const sql = postgres({ host: join(server.dataDir, "run"), user: "postgres", database: "postgres", max: 1 });
  cleanUps.push(() => sql.end());
  const readOnly = (on: boolean) => sql.unsafe(`set default_transaction_read_only = ${on ? "on" : "off"}`);
  await toldToEverybody(server, {
    name: "read_only",
    begin: () => readOnly(true),
    end: () => readOnly(false),
  });
});

test("[WR1] [ND8] a Postgres that has become read-only is told of, and so is its recovery", async () => {
  const url = await createDatabase(database.url);
  const server = await startServer({ env: { DATABASE_URL: url } });
  cleanUps.push(() => server.stop());
  const sql = postgres(database.url, { max: 1 });
  cleanUps.push(() => sql.end());
  const name = new URL(url).pathname.slice(1);
  /** For connections made from now on; those there are end. */
  const readOnly = async (on: boolean) => {
    await sql.unsafe(`alter database ${name} set default_transaction_read_only = ${on ? "on" : "off"}`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  };
  await toldToEverybody(server, {
    name: "read_only",
    begin: () => readOnly(true),
    end: () => readOnly(false),
  });
});

test("[WR1] a Postgres that takes no more rows of one kind is told of", async () => {
  const owner = await createDatabase(database.url);
  await migrate(owner);
  const sql = postgres(owner, { max: 1, onnotice: () => {} });
  cleanUps.push(() => sql.end());
  await sql.unsafe("create role guest login");
  await sql.unsafe(`grant all on database ${new URL(owner).pathname.slice(1)} to guest`);
  await sql.unsafe("grant all on all tables in schema public to guest");
  await sql.unsafe("grant all on all sequences in schema public to guest");
  await sql.unsafe("grant all on schema public to guest");
  await sql.unsafe("grant all on schema drizzle to guest");
  await sql.unsafe("grant all on all tables in schema drizzle to guest");
  const asGuest = new URL(owner);
  asGuest.username = "guest";
  const server = await startServer({ env: { DATABASE_URL: asGuest.href } });
  cleanUps.push(() => server.stop());
  const call = api(server);
  await sql.unsafe("revoke insert on quizzes from guest");
  await eventually(async () => {
    expect((await call.post("/quizzes", largeQuiz())).status).toBeGreaterThanOrEqual(500);
    expect(await readyz(server)).toMatchObject({ status: 503, body: { writes: "no_permission" } });
  });
  await sql.unsafe("grant insert on quizzes to guest");
  expect((await call.post("/quizzes", largeQuiz())).status).toBe(201);
  expect(await readyz(server)).toMatchObject({ status: 200, body: { writes: "ok" } });
});
