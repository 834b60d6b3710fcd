import { expect, test } from "vitest";
import journal from "#drizzle/migrations/meta/_journal.json" with { type: "json" };
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { isUnavailable } from "#lib/postgres/connection/errors.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { patience } from "#tests/support/patience.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { startPostgres } from "#tests/support/programs/postgres.ts";
import { startProxy } from "#tests/support/programs/tcp-proxy.ts";
import { startUnixRelay } from "#tests/support/programs/unix-relay.ts";
import { eventually } from "#tests/support/waiting.ts";
import { answerOf, RULES, storeContext } from "./store-context.ts";

test("[PG1] nodes that start together migrate once, and again changes nothing", async () => {
  const url = await freshDatabase();
  await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
  await migrate(url);
  const { db, close } = await connectPostgres({ url, poolSize: 1 });
  const [row] = await db.$client`select count(*) as migrations from drizzle.__drizzle_migrations`;
  expect(row!.migrations).toBe(journal.entries.length);
  await close();
});

test("[PG2] a database that is not there is named without its password", async () => {
  const port = await freePort();
  const url = `postgres://ada:s3cret%2F@127.0.0.1:${port}/ovation?password=s3cret`;
  const error = await connectPostgres({ url, poolSize: 1 }).catch((reason: unknown) => reason);
  expect(String(error)).toContain(`Postgres at postgres://ada@127.0.0.1:${port}/ovation cannot be used`);
  expect(String(error)).not.toContain("s3cret");
  expect(isUnavailable(error)).toBe(true);
});

test("[PG3] Postgres killed under load: calls fail as unavailable, nothing acknowledged is lost, and all works again after", async () => {
  const server = await startPostgres();
  await migrate(server.url);
  const { db, close } = await connectPostgres({ url: server.url, poolSize: 4 });
  const { answers, newSession, newPlayers, players } = storeContext(db);
  const { id } = await newSession();
  const everybody = await newPlayers(id, 100);

  const acknowledged = new Set<string>();
  const failures: unknown[] = [];
  let questionIndex = 0;
  let running = true;
  const load = Array.from({ length: 4 }, async () => {
    while (running) {
      const group = everybody.map((player) => answerOf(player, { questionIndex }));
      questionIndex++;
      try {
        for (const outcome of await answers.commit(group, RULES)) {
          if (outcome.stored) acknowledged.add(`${outcome.answer.questionIndex} ${outcome.answer.playerId}`);
        }
      } catch (error) {
        failures.push(error);
      }
    }
  });
  await eventually(() => expect(acknowledged.size).toBeGreaterThan(1_000));
  await server.kill();
  await eventually(() => expect(failures.length).toBeGreaterThan(3));
  const before = acknowledged.size;
  await server.restart();
  await eventually(() => expect(acknowledged.size).toBeGreaterThan(before));
  running = false;
  await Promise.all(load);

  expect(failures.filter((error) => !isUnavailable(error))).toEqual([]);
  const stored = await answers.all(id);
  const keys = new Set(stored.map((answer) => `${answer.questionIndex} ${answer.playerId}`));
  expect([...acknowledged].filter((answer) => !keys.has(answer))).toEqual([]);
  expect((await players.list(id)).reduce((sum, player) => sum + player.score, 0)).toBe(stored.length * 1_000);
  await close();
  await server.stop();
});

test("[PG3] whoever tries again at once when a connection breaks gets an answer, too", async () => {
  const url = new URL(await freshDatabase());
  const { db: direct, close: closeDirect } = await connectPostgres({ url: url.href, poolSize: 1 });
  const proxy = await startProxy(Number(url.port));
  url.port = String(proxy.port);
  const { db, close } = await connectPostgres({ url: url.href, poolSize: 1 });
  const triedAgain = db.$client`select pg_sleep(30)`.catch((error: unknown) => {
    expect(isUnavailable(error)).toBe(true);
    return db.$client`select 1`.catch((again: unknown) => expect(isUnavailable(again)).toBe(true));
  });
  await eventually(async () => {
    const asleep = direct.$client`
      select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    expect(await asleep).toHaveLength(1);
  });
  proxy.cut();
  await triedAgain;
  await Promise.all([close(), closeDirect(), proxy.stop()]);
});

test("[PG3] the same behind a Unix socket", async () => {
  const url = new URL(await freshDatabase());
  const relay = await startUnixRelay(Number(url.port));
  const unixUrl = `postgres://ovation@localhost${url.pathname}?host=${encodeURIComponent(relay.folder)}`;
  const { db, close } = await connectPostgres({ url: unixUrl, poolSize: 1 });
  const tryAgain = (error: unknown) => {
    expect(isUnavailable(error)).toBe(true);
    return db.$client`select 1`.catch((again: unknown) => expect(isUnavailable(again)).toBe(true));
  };
  await db.$client`select 1`;
  relay.pause();
  const first = db.$client`select 2`.catch(tryAgain);
  await eventually(() => expect(relay.full()).toBe(true));
  const second = db.$client`select 3`.catch(tryAgain);
  // The driver writes at the end of a turn. What it wrote lies unread, which makes the cut a reset.
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
  relay.cut();
  await Promise.all([first, second]);
  await Promise.all([close(), relay.stop()]);
});

test("[PG4] Postgres hangs: calls fail as unavailable after the time set, and all works again when it is back", async () => {
  const server = await startPostgres();
  await migrate(server.url);
  const { db, close } = await connectPostgres({ url: server.url, poolSize: 3, silenceMs: patience(500) });
  const { answers, newSession, newPlayers } = storeContext(db);
  const [ada] = await newPlayers((await newSession()).id, 1);

  // Idle connections, and statements that take a while, are left alone.
  await new Promise((resolve) => setTimeout(resolve, patience(800)));
  expect(await db.$client`select pg_sleep(0.3)`).toHaveLength(1);

  server.pause();
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => answers.commit([answerOf(ada!, { questionIndex: i })], RULES)),
  );
  for (const result of results) {
    expect(result.status === "rejected" && isUnavailable(result.reason)).toBe(true);
  }
  server.resume();
  const [outcome] = await eventually(() => answers.commit([answerOf(ada!)], RULES));
  expect(outcome).toMatchObject({ stored: true, player: { score: 1_000 } });
  await close();
  await server.stop();
});
