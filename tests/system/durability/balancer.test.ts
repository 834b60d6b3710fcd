/** The balancer that ships, by the real HAProxy: two nodes found by name, a Redis Cluster with replicas, and losses. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionChannel } from "#lib/redis/keys.ts";
import { type Api, api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { startNames, type TestNames } from "#tests/support/names.ts";
import { patience } from "#tests/support/patience.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { proxyBinary } from "#tests/support/programs/parts.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedisCluster, type TestRedis, type TestRedisCluster } from "#tests/support/programs/redis.ts";
import { METRICS_HEADERS, startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { runBots } from "../../../bench/bots/run-bots.ts";
import { expectNothingLost, readStored } from "../stored-game.ts";

/** `npm run ops:verify` plays with 300. */
const BOTS = Number(process.env.VERIFY_BOTS ?? 60);
const QUESTIONS = 5;
/** A question is open while one of its halves dies. */
const LOSES_A_NODE = 1;
const LOSES_A_MASTER = 3;

const ADDRESSES = ["127.0.0.2", "127.0.0.3"];
let postgres: TestPostgres;
let redis: TestRedisCluster;
let names: TestNames;
let balancer: Child;
let folder: string;
let database: string;
let url: string;
let nodes: TestServer[] = [];

beforeAll(async () => {
  [postgres, redis, names] = await Promise.all([
    startPostgres(),
    startRedisCluster(3, { replicas: 1, nodeTimeoutMs: patience(2_000) }),
    startNames(ADDRESSES),
  ]);
  database = await createDatabase(postgres.url);
  const [port, listen] = [await freePort(), await freePort()];
  nodes = await Promise.all(
    ADDRESSES.map((HOST) =>
      startServer({
        env: {
          HOST,
          PORT: String(port),
          DATABASE_URL: database,
          REDIS_CLUSTER: redis.nodes.join(","),
          AUTH_SECRET: "the same secret on every node of the test",
          TRUSTED_PROXIES: "1",
        },
      }),
    ),
  );
  folder = temporaryFolder("balancer");
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
    if (!balancer.running) return;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
  expect(balancer.running, balancer.logs()).toBe(true);
});
afterAll(async () => {
  await balancer?.kill();
  await Promise.all(nodes.map((node) => node.stop()));
  await Promise.all([postgres?.stop(), redis?.stop(), names?.stop()]);
  if (folder) await removeFolder(folder);
});

const question = (n: number) => ({
  kind: "single",
  prompt: `Question ${n}?`,
  options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }],
  timeLimitMs: patience(4_000),
});

/** As every caller has it: through the balancer, and again where a node died under the call. */
async function stubborn<T>(call: () => Promise<T>): Promise<T> {
  let result!: T;
  await eventually(async () => {
    result = await call();
  });
  return result;
}

test(`[CO4] ${BOTS} players through the balancer: a node and a Redis master are killed, nobody is out`, async () => {
  const calls: Api = api({ ...nodes[0]!, url });
  const quiz = { title: "Balanced", questions: Array.from({ length: QUESTIONS }, (_, n) => question(n + 1)) };
  const { sessionId, pin } = await calls.startSession(quiz, { readingMs: 0, profile: "classic" });
  let connected = 0;
  const playing = runBots({
    url,
    pin,
    count: BOTS,
    skill: 0.8,
    onProgress: (progress) => {
      connected = progress.connected;
    },
  });
  await eventually(() => expect(connected).toBe(BOTS));
  await calls.command(sessionId, "start");
  const master = await redis.masterOf(sessionChannel(sessionId));
  const lost = new Set<number>();
  const told: Promise<string>[] = [];
  for (;;) {
    const { phase } = await stubborn(
      async () => (await calls.view(pin)) as { phase: { name: string; index: number } },
    );
    if (phase.name === "podium") break;
    if (phase.name !== "question") {
      // Refused where it comes twice [API11], lost where its node dies: the loop sends it again.
      await calls.command(sessionId, "next").catch(() => {});
      continue;
    }
    if (!lost.has(phase.index)) {
      lost.add(phase.index);
      if (phase.index === LOSES_A_NODE) {
        await nodes[1]!.kill();
        told.push(msUntil("every player on the other node", playersAreOnTheFirst));
      }
      if (phase.index === LOSES_A_MASTER) {
        await master.kill();
        told.push(msUntil("boards and notices by the replica", () => servedByAnother(sessionId, master)));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const report = await playing;
  const game = await readStored(database, sessionId);
  expectNothingLost(game, report.bots);
  expect(report.bots.filter((bot) => bot.sentAway !== null)).toEqual([]);
  expect(game.players.length).toBe(BOTS);
  expect(report.answered).toBe(game.answers.length);
  expect(new Set(game.answers.map((answer) => answer.questionIndex)).size).toBe(QUESTIONS);
  console.log(
    `${BOTS} players, ${game.answers.length} answers; one node and one Redis master killed, none lost; ${(await Promise.all(told)).join(", ")}`,
  );
});

/** For people: how long it took until things were well again. */
async function msUntil(what: string, holds: () => Promise<boolean>): Promise<string> {
  const startedAtMs = performance.now();
  await eventually(async () => expect(await holds()).toBe(true), { everyMs: 50 });
  return `${what} after ${Math.round(performance.now() - startedAtMs)} ms`;
}

async function playersAreOnTheFirst(): Promise<boolean> {
  const [, count] = /^quiz_ws_connections\{role="player"\} (\d+)/m.exec(await nodes[0]!.metrics()) ?? [];
  return Number(count) === BOTS;
}

async function servedByAnother(sessionId: string, dead: TestRedis): Promise<boolean> {
  const now = await redis.masterOf(sessionChannel(sessionId));
  const ready = (await (await fetch(`${nodes[0]!.url}/readyz`)).json()) as { redis: string };
  return now !== dead && ready.redis === "ok";
}

test("[OPS3] the balancer passes pages on, and no metrics", async () => {
  expect((await fetch(`${url}/join`)).status).toBe(200);
  expect((await fetch(`${url}/metrics`, { headers: METRICS_HEADERS })).status).toBe(404);
});
