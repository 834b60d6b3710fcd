/** What the server logs in a game, against the template that Elasticsearch is given; and how both are set up. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { seen, startGame } from "../socket-game.ts";

const LOGS = join(import.meta.dirname, "../../../ops/logs");
const file = (name: string) => readFileSync(join(LOGS, name), "utf8");
const TEMPLATE = JSON.parse(file("index-template.json")) as {
  index_patterns: string[];
  template: { mappings: Mapping };
};

interface Mapping {
  type?: string;
  dynamic?: boolean;
  properties?: Record<string, Mapping>;
}

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const QUIZ = {
  title: "Logged",
  questions: [
    {
      kind: "single",
      prompt: "Which?",
      options: [{ text: "a", correct: true }, { text: "b" }],
      timeLimitMs: 60_000,
    },
  ],
};

test("[LOG3] [LOG4] a game is told line by line, and Elasticsearch knows every field of it", async () => {
  const elastic = await startElastic();
  const server = await startServer({ env: { LOG_LEVEL: "info" } });
  cleanUps.push(() => server.stop());
  const game = await startGame(server, ["Ada Lovelace", "Ben"], { quiz: QUIZ });
  await game.open(0);
  const { socket } = game.player("Ada Lovelace");
  socket.send({ type: "answer", id: "a", questionIndex: 0, response: { choice: 0 } });
  await seen(socket, "ack");
  await game.reveal();
  await game.calls.command(game.sessionId, "finish");
  await game.calls.command(game.sessionId, "finish");
  const unknown = await fetch(`${server.url}/api/v1/pins/000001?token=a-secret`, {
    headers: { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
  });
  expect(unknown.status).toBe(404);
  await game.leave();
  await eventually(() => expect(server.logs()).toContain('"socket-closed"'));
  await server.stop();

  const lines = server
    .logs()
    .split("\n")
    .filter((line) => line.includes('"service.name":"ovation"'));
  const documents = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const actions = new Set(documents.map((document) => document["event.action"]));
  // Of a slow machine.
  for (const action of ["slow-statement", "degraded", "recovered"]) actions.delete(action);
  expect(actions).toEqual(
    new Set([
      ...["server-started", "server-draining", "server-stopped", "request", "host-action", "host-command"],
      ...["session-created", "session-started", "phase-changed", "session-ended"],
      ...["player-joined", "socket-opened", "socket-closed"],
    ]),
  );
  expect(documents.find((document) => document["http.response.status_code"] === 404)).toMatchObject({
    "http.route": "/api/v1/pins/{id}",
    "event.outcome": "failure",
    "trace.id": "0af7651916cd43dd8448eb211c80319c",
  });
  const told = (action: string) => documents.filter((document) => document["event.action"] === action);
  const who = told("host-action")[0]?.["user.id"];
  expect(who).toMatch(/^[\w-]{10,}$/);
  expect(told("host-action").map((document) => document["ovation.operation"])).toEqual([
    "createQuiz",
    "startSession",
  ]);
  for (const document of told("host-command")) expect(document["user.id"]).toBe(who);
  for (const document of told("socket-closed"))
    expect(document).toMatchObject({
      "event.duration": expect.any(Number),
      "source.bytes": expect.any(Number),
      "destination.bytes": expect.any(Number),
      "ovation.close_code": expect.any(Number),
    });
  const ofSession = documents.filter((document) => document["session.id"] === game.sessionId);
  expect(ofSession.map((document) => document["ovation.phase"])).toContain("reveal 1");
  // Names, PINs and credentials do not belong in logs.
  expect(lines.filter((line) => /Lovelace|a-secret|owner_key/.test(line) || line.includes(game.pin))).toEqual(
    [],
  );

  const body = lines.flatMap((line) => ['{"create":{}}', line]).join("\n");
  const reply = await fetch(`${elastic.url}/logs-ovation-default/_bulk`, {
    method: "POST",
    body: `${body}\n`,
  });
  expect(await reply.json()).toEqual({ errors: [] });
});

test("[LOG3] names are written where LOG_NAMES says so, and slow calls of the database where they are asked for", async () => {
  const server = await startServer({ env: { LOG_LEVEL: "info", LOG_NAMES: "1", SLOW_STATEMENT_MS: "1" } });
  cleanUps.push(() => server.stop());
  const game = await startGame(server, ["Ada Lovelace"], { quiz: QUIZ });
  await eventually(() => expect(server.logs()).toContain('"player.name":"Ada Lovelace"'));
  expect(server.logs()).toMatch(/"event\.action":"slow-statement","ovation\.statement":"\w+\.\w+"/);
  await game.leave();
});

test("[LOG5] lifecycle, template and what Kibana shows are set up, once both are there", async () => {
  const elastic = await startElastic({ readyAfter: 2 });
  const setup = await run("setup.mjs", { ELASTICSEARCH_URL: elastic.url, KIBANA_URL: elastic.url });
  expect(setup).toMatchObject({ code: 0, said: expect.stringContaining("set up") });
  expect(elastic.taken.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "PUT /_ilm/policy/ovation-logs",
    "PUT /_index_template/ovation-logs",
    "POST /api/saved_objects/_import?overwrite=true",
  ]);
  expect(JSON.parse(elastic.taken[1]!.body)).toEqual(TEMPLATE);
  expect(TEMPLATE.index_patterns).toEqual(["logs-ovation-*"]);
});

test("[LOG5] what is refused ends the setup with what was refused and why", async () => {
  const elastic = await startElastic({ refuses: "/_index_template" });
  const setup = await run("setup.mjs", { ELASTICSEARCH_URL: elastic.url, KIBANA_URL: elastic.url });
  expect(setup).toMatchObject({
    code: 1,
    said: expect.stringContaining("PUT /_index_template/ovation-logs was refused with 400: no such setting"),
  });
});

test("[LOG5] searches and dashboard ask for fields that the template has, and for objects that are there", () => {
  const objects = file("kibana.ndjson")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ids = objects.map(({ type, id }) => `${type}/${id}`);
  for (const { references } of objects)
    for (const { type, id } of references) expect(ids).toContain(`${type}/${id}`);
  for (const { type, attributes } of objects) {
    if (type !== "search") continue;
    const { query } = JSON.parse(attributes.kibanaSavedObjectMeta.searchSourceJSON).query;
    const asked = [...query.matchAll(/([\w.]+):/g)].map(([, name]) => name);
    for (const name of [...attributes.columns, ...asked]) expect(mappingOf(name), name).not.toBeNull();
  }
  const { panelsJSON } = objects.find(({ type }) => type === "dashboard").attributes;
  expect(JSON.parse(panelsJSON)).toHaveLength(objects.filter(({ type }) => type === "search").length);
});

/** The mapping of a field by its dotted name; null if the template does not know it. */
function mappingOf(name: string): Mapping | null {
  let at: Mapping | undefined = TEMPLATE.template.mappings;
  for (const part of name.split(".")) {
    if (at?.dynamic && at.type === "object") return { type: "keyword" };
    at = at?.properties?.[part];
  }
  return at ?? null;
}

/** What Elasticsearch would say of a document: the fields it does not know or types otherwise. */
function faultsOf(document: Record<string, unknown>, prefix = ""): string[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return faultsOf(value as Record<string, unknown>, `${path}.`);
    const type = mappingOf(path)?.type;
    if (type === undefined) return [`${path} is unknown`];
    const whole = typeof value === "number" && Number.isInteger(value);
    const fits =
      type === "long"
        ? whole
        : type === "short"
          ? whole && Math.abs(value) < 32_768
          : typeof value === "string";
    return fits ? [] : [`${path}: ${JSON.stringify(value)} is no ${type}`];
  });
}

interface Taken {
  method: string;
  path: string;
  body: string;
}

/** As much of Elasticsearch and Kibana as is asked of them here. */
async function startElastic({ readyAfter = 0, refuses = "" } = {}) {
  const taken: Taken[] = [];
  let asked = 0;
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    const { method = "", url: path = "" } = req;
    const reply = (status: number, text: string) => res.writeHead(status).end(text);
    if (path.startsWith("/_cluster/health") || path === "/api/status")
      return reply(++asked > readyAfter ? 200 : 503, "{}");
    if (path.endsWith("/_bulk")) {
      const errors = body
        .trim()
        .split("\n")
        .filter((_, i) => i % 2 === 1)
        .flatMap((line) => faultsOf(JSON.parse(line)));
      return reply(200, JSON.stringify({ errors: [...new Set(errors)] }));
    }
    if (refuses && path.startsWith(refuses)) return reply(400, "no such setting");
    taken.push({ method, path, body });
    return reply(200, '{"success":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

function run(script: string, env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(LOGS, script)], {
    env: { PATH: process.env.PATH, RETRY_MS: "20", ...env, NODE_ENV: "production" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}
