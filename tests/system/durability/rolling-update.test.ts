/** Three nodes behind the balancer that ships are drained and replaced in turn, while a room plays. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { startNames, type TestNames } from "#tests/support/names.ts";
import { patience } from "#tests/support/patience.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { proxyBinary } from "#tests/support/programs/parts.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { runBots } from "../../../bench/bots/run-bots.ts";
import { expectNothingLost, readStored } from "../stored-game.ts";

/** By hand: ROLLING_BOTS=1000 node scripts/test.mjs --only system tests/system/durability/rolling-update.test.ts */
const BOTS = Number(process.env.ROLLING_BOTS ?? 60);
const ADDRESSES = ["127.0.0.2", "127.0.0.3", "127.0.0.4"];
/** One is replaced in each of these while it is open. */
const REPLACES_AT = [1, 3, 5];
const QUESTIONS = 7;

let postgres: TestPostgres;
let redis: TestRedis;
let names: TestNames;
let balancer: Child;
let folder: string;
let database: string;
let url: string;
let nodes: TestServer[] = [];

beforeAll(async () => {
  [postgres, redis, names] = await Promise.all([startPostgres(), startRedis(), startNames(ADDRESSES)]);
  database = await createDatabase(postgres.url);
  const [port, listen] = [await freePort(), await freePort()];
  nodes = await Promise.all(
    ADDRESSES.map((HOST) =>
      startServer({
        env: {
          ...{ HOST, PORT: String(port), DATABASE_URL: database, REDIS_URL: redis.url },
          ...{ AUTH_SECRET: "the same secret on every node of the test", TRUSTED_PROXIES: "1" },
        },
      }),
    ),
  );
  folder = temporaryFolder("rolling");
  const file = join(folder, "haproxy.cfg");
  writeFileSync(file, readFileSync(join(import.meta.dirname, "../../../ops/haproxy/haproxy.cfg")));
  balancer = startChild(proxyBinary("haproxy"), ["-db", "-f", file], {
    folder,
    env: {
      PATH: process.env.PATH,
      LISTEN: `127.0.0.1:${listen}`,
      NODES: `ovation:${port}`,
      RESOLVER: `127.0.0.1:${names.port}`,
    },
  });
  url = `http://127.0.0.1:${listen}`;
  await eventually(async () => {
    if (balancer.running) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
  expect(balancer.running, balancer.logs()).toBe(true);
});
afterAll(async () => {
  await balancer?.kill();
  await Promise.all(nodes.map((node) => node.stop()));
  await Promise.all([postgres?.stop(), redis?.stop(), names?.stop()]);
  if (folder) await removeFolder(folder);
});

interface Status {
  nodes: { id: string; pid: number; state: string; sockets: { all: number } }[];
}

/** As an operator does it: drained, empty, stopped, started anew, ready. */
async function replace(calls: Api, node: TestServer): Promise<void> {
  const { pid } = node;
  const own = async () =>
    (await calls.get<Status>("/admin/status")).body.nodes.find((each) => each.pid === pid);
  await eventually(async () => {
    const found = await own();
    expect((await calls.post(`/admin/nodes/${found?.id}/drain`, {})).status).toBe(204);
  });
  await eventually(async () => expect(await own()).toMatchObject({ state: "draining", sockets: { all: 0 } }));
  expect((await fetch(`${node.url}/readyz`)).status).toBe(503);
  await node.restart();
}

test(`[UP22] [ADM3] ${BOTS} players: three nodes are drained and replaced while questions are open`, async () => {
  const calls = api({ ...nodes[0]!, url });
  const questions = Array.from({ length: QUESTIONS }, (_, n) => ({
    kind: "single",
    prompt: `Question ${n + 1}?`,
    options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }],
    timeLimitMs: patience(4_000),
  }));
  const { sessionId, pin } = await calls.startSession(
    { title: "Rolling", questions },
    { readingMs: 0, profile: "classic-streak" },
  );
  let connected = 0;
  const playing = runBots({
    ...{ url, pin, count: BOTS, skill: 0.8 },
    onProgress: (progress) => {
      connected = progress.connected;
    },
  });
  await eventually(() => expect(connected).toBe(BOTS));
  await calls.command(sessionId, "start");

  let replacing: Promise<void> = Promise.resolve();
  let replaced = 0;
  for (;;) {
    const view = await calls.view(pin).catch(() => null);
    const phase = view?.phase as { name: string; index: number } | undefined;
    if (phase?.name === "podium") break;
    if (phase?.name === "question" && replaced < nodes.length && phase.index === REPLACES_AT[replaced]) {
      // The one before is back by then; the room plays on meanwhile.
      await replacing;
      const node = nodes[replaced++]!;
      replacing = replace(calls, node);
      replacing.catch(() => {});
    } else if (phase && phase.name !== "question") {
      // The last one is not left before all are replaced.
      if (phase.index === QUESTIONS - 1) await replacing;
      await calls.command(sessionId, "next").catch(() => {});
    }
    await sleep(100);
  }
  await replacing;
  const report = await playing;
  const game = await readStored(database, sessionId);
  expect(replaced).toBe(nodes.length);
  expectNothingLost(game, report.bots);
  expect(report.bots.filter((bot) => bot.sentAway !== null)).toEqual([]);
  expect(game.players.length).toBe(BOTS);
  // An acknowledgment may be lost with its node; the answer is not.
  expect(report.answered).toBeLessThanOrEqual(game.answers.length);
  expect(new Set(game.answers.map((answer) => answer.questionIndex)).size).toBe(QUESTIONS);
  const reconnects = report.bots.reduce((sum, bot) => sum + bot.reconnects, 0);
  console.log(
    `${BOTS} players, ${game.answers.length} answers, ${reconnects} reconnects; three nodes replaced`,
  );
});
