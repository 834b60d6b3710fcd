/** The dashboards, rules and alerts that ship, by a real Prometheus that has watched a game on a real server. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { type DrawnPanel, drawPanels } from "#tests/support/draw-panels.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { patience } from "#tests/support/patience.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { prometheusBinaries } from "#tests/support/programs/parts.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { createDatabase, startPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { runBots } from "../../../bench/bots/run-bots.ts";

const OPS = join(import.meta.dirname, "../../../ops");
const BOTS = 20;
const QUESTIONS = 3;

const cleanUps: (() => unknown)[] = [];
let server: TestServer;
let prometheus: string;

beforeAll(async () => {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  cleanUps.push(postgres.stop, redis.stop);
  const ports = [await freePort(), await freePort()];
  const env = (i: number) => ({ METRICS_PORT: String(ports[i]) });
  // The second one has its database, and so its disk, with it.
  const nodes = await Promise.all([
    startServer({
      env: { ...env(0), DATABASE_URL: await createDatabase(postgres.url), REDIS_URL: redis.url },
    }),
    startServer({ env: env(1) }),
  ]);
  cleanUps.push(...nodes.map((node) => node.stop));
  server = nodes[0];
  prometheus = await startPrometheus(ports);
});
afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** With the very rules and configuration; only that it asks every second, and knows the nodes by their ports. */
async function startPrometheus(targets: readonly number[]): Promise<string> {
  const folder = temporaryFolder("prometheus");
  for (const name of ["objectives.yml", "alerts.yml"])
    copyFileSync(join(OPS, "prometheus", name), join(folder, name));
  const known = targets.map((port) => `"127.0.0.1:${port}"`).join(", ");
  const configuration = readFileSync(join(OPS, "prometheus/prometheus.yml"), "utf8")
    .replaceAll("_interval: 10s", "_interval: 1s")
    .replace(/dns_sd_configs:[\s\S]*$/, `static_configs: [{ targets: [${known}] }]\n`);
  const file = join(folder, "prometheus.yml");
  writeFileSync(file, configuration);
  const address = `127.0.0.1:${await freePort()}`;
  const args = [
    `--config.file=${file}`,
    `--storage.tsdb.path=${join(folder, "data")}`,
    `--web.listen-address=${address}`,
  ];
  const child: Child = startChild(prometheusBinaries().server, args, { folder });
  cleanUps.push(async () => {
    await child.kill();
    await removeFolder(folder);
  });
  await eventually(async () => {
    expect(child.running, child.logs()).toBe(true);
    expect(await values(`http://${address}`, "up == 1")).toHaveLength(targets.length);
  });
  return `http://${address}`;
}

interface Answer<T> {
  status: string;
  error?: string;
  data: T;
}

/** What an expression gives now, one number for each line; throws when it is none. */
async function values(url: string, expression: string): Promise<number[]> {
  const asked = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query: expression })}`);
  const { error, data } = (await asked.json()) as Answer<{ result: { value: [number, string] }[] }>;
  if (error) throw new Error(`${expression}: ${error}`);
  return data.result.map(({ value }) => Number(value[1]));
}

interface Rule {
  name: string;
  query: string;
  type: "recording" | "alerting";
  health: string;
  lastError?: string;
}

async function rules(): Promise<Rule[]> {
  const asked = await fetch(`${prometheus}/api/v1/rules`);
  const { data } = (await asked.json()) as Answer<{ groups: { rules: Rule[] }[] }>;
  return data.groups.flatMap((group) => group.rules);
}

/** Without its threshold, an alert's expression says something at any time. */
function withoutThreshold(expression: string): string {
  return expression.replace(/ (==|>|<) [\d.]+/g, "").replace(/ < (?=max_over_time)/g, " - ");
}

interface Panel extends Omit<DrawnPanel, "unit" | "lines"> {
  fieldConfig: { defaults: { unit: string } };
  targets: { expr: string; legendFormat: string }[];
}

/** For people to look at, where they asked for it: `PANELS_INTO=test-results/panels`. */
async function draw(into: string): Promise<void> {
  const until = Math.floor(Date.now() / 1_000);
  const asked = (query: string) =>
    new URLSearchParams({ query, start: String(until - 120), end: String(until), step: "1" });
  const folder = join(OPS, "grafana/dashboards");
  for (const name of readdirSync(folder)) {
    const { title, panels } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      title: string;
      panels: Panel[];
    };
    const drawn: DrawnPanel[] = [];
    for (const panel of panels) {
      const lines: DrawnPanel["lines"] = [];
      for (const { expr, legendFormat } of panel.targets) {
        const query = expr.replaceAll("$__rate_interval", "15s").replaceAll("$node", ".*");
        const reply = await fetch(`${prometheus}/api/v1/query_range?${asked(query)}`);
        const { data } = (await reply.json()) as Answer<{
          result: { metric: Record<string, string>; values: [number, string][] }[];
        }>;
        for (const { metric, values: told } of data.result)
          lines.push({
            name: legendFormat.replace(/\{\{(\w+)\}\}/g, (_, label) => metric[label] ?? ""),
            points: told
              .map(([at, value]): [number, number] => [at, Number(value)])
              .filter(([, value]) => Number.isFinite(value)),
          });
      }
      drawn.push({ ...panel, unit: panel.fieldConfig.defaults.unit, lines });
    }
    drawPanels(into, name.replace(".json", ""), title, drawn);
  }
}

/** Every query of every panel, as Grafana sends it. */
function panelQueries(): [string, string][] {
  const folder = join(OPS, "grafana/dashboards");
  return readdirSync(folder).flatMap((name) => {
    const { panels } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { panels: Panel[] };
    return panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }): [string, string] => [
        `${name}: ${title}`,
        expr.replaceAll("$__rate_interval", "5m").replaceAll("$node", ".*"),
      ]),
    );
  });
}

function revealsIn(text: string): number {
  return Number(/quiz_reveal_seconds_count (\d+)/.exec(text)?.[1]);
}

/** A game with its host, who closes the doors while the second question is shown. */
async function play(): Promise<void> {
  const calls = api(server);
  const question = (n: number) => ({
    kind: "single",
    prompt: `Question ${n}?`,
    options: [{ text: "a", correct: true }, { text: "b" }],
    timeLimitMs: patience(3_000),
  });
  const quiz = { title: "Watched", questions: Array.from({ length: QUESTIONS }, (_, n) => question(n + 1)) };
  const { sessionId, pin } = await calls.startSession(quiz, { readingMs: 0, profile: "classic" });
  const host = await connect(server, { sessionId, token: server.ownerApiKey, as: "host" });
  await host.next("welcome");
  let connected = 0;
  const playing = runBots({
    url: server.url,
    pin,
    count: BOTS,
    onProgress: (progress) => {
      connected = progress.connected;
    },
  });
  await eventually(() => expect(connected).toBe(BOTS));
  await calls.command(sessionId, "start");
  let closedDoors = false;
  for (;;) {
    const { phase } = (await calls.view(pin)) as { phase: { name: string; index: number } };
    if (phase.name === "podium") break;
    if (phase.name === "question" && phase.index === 1 && !closedDoors) {
      closedDoors = true;
      await calls.command(sessionId, "lock");
    }
    // Everybody is told how they did before it goes on.
    if (phase.name === "reveal")
      await eventually(async () => {
        expect(revealsIn(await server.metrics())).toBeGreaterThan(phase.index);
      });
    // Refused where it comes twice [API11].
    if (phase.name !== "question") await calls.command(sessionId, "next").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await fetch(`${server.url}/join`);
  await playing;
  await calls.command(sessionId, "finish");
  await host.close();
}

test("[OPS8] every query of every panel, rule and alert says something about a game that was played", async () => {
  await play();
  const all = await rules();
  const asked: [string, string][] = [
    ...panelQueries(),
    ...all.map((rule): [string, string] => [rule.name, withoutThreshold(rule.query)]),
  ];
  expect(asked.length).toBeGreaterThan(150);
  await eventually(async () => {
    const silent: string[] = [];
    for (const [name, expression] of asked) {
      const lines = await values(prometheus, expression);
      if (!lines.some(Number.isFinite)) silent.push(`${name}: ${expression}`);
    }
    expect(silent).toEqual([]);
  });
  expect((await rules()).filter(({ health }) => health !== "ok")).toEqual([]);
  if (process.env.PANELS_INTO) await draw(process.env.PANELS_INTO);
});

test("[OPS6] a question's lateness is told once, whatever the host changes meanwhile", async () => {
  const text = await server.metrics();
  expect(text).toContain(`quiz_question_open_skew_seconds_count ${QUESTIONS}\n`);
  expect(Number(/quiz_board_delay_seconds_count (\d+)/.exec(text)?.[1])).toBeGreaterThan(0);
});

test("[OPS5] what was played is in the counts of stores and of Redis", async () => {
  const text = await server.metrics();
  for (const line of [
    /quiz_db_seconds_count\{op="players.join"\} [1-9]/,
    /quiz_db_seconds_count\{op="answers.commit"\} [1-9]/,
    /quiz_redis_seconds_count\{family="boards"\} [1-9]/,
    /quiz_redis_seconds_count\{family="bus"\} [1-9]/,
    /quiz_redis_seconds_count\{family="presence"\} [1-9]/,
    /quiz_db_pool_size 8/,
    /quiz_session_steps_total\{step="ended"\} 1/,
  ])
    expect(text).toMatch(line);
});
