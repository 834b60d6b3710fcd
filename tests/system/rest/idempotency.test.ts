import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { png } from "#tests/support/pictures.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { quiz } from "../rest-session.ts";

let postgres: TestPostgres;
let redis: TestRedis;
let nodes: TestServer[];
let onA: Api;

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const env = {
    DATABASE_URL: await createDatabase(postgres.url),
    REDIS_URL: redis.url,
    AUTH_SECRET: "the same secret on every node of the test",
  };
  nodes = await Promise.all([startServer({ env }), startServer({ env })]);
  onA = api(nodes[0]!);
});
afterAll(async () => {
  await Promise.all((nodes ?? []).map((node) => node.stop()));
  await Promise.all([postgres?.stop(), redis?.stop()]);
});

interface Told {
  status: number;
  body: Json;
  replayed: boolean;
}

/** A POST with a key, at a node of its own. */
async function post(node: number, path: string, key: string, body: unknown, token?: null): Promise<Told> {
  const server = nodes[node]!;
  const bytes = body instanceof Uint8Array;
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: "POST",
    headers: {
      connection: "close",
      "idempotency-key": key,
      ...(token === null ? {} : { authorization: `Bearer ${server.ownerApiKey}` }),
      ...(bytes ? {} : { "content-type": "application/json" }),
    },
    body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
  });
  const replayed = response.headers.get("idempotent-replayed") === "true";
  return { status: response.status, body: (await response.json()) as Json, replayed };
}

test("[API12] a quiz is written once, whichever node hears of it again; another body is refused", async () => {
  const key: string = randomUUID();
  const first = await post(0, "/quizzes", key, quiz);
  expect(first).toMatchObject({ status: 201, replayed: false });
  expect(await post(1, "/quizzes", key, quiz)).toEqual({ ...first, replayed: true });
  const other = await post(1, "/quizzes", key, { ...quiz, title: "Other" });
  expect(other).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
  const elsewhere = await post(0, "/sessions", key, { quizId: first.body.id });
  expect(elsewhere).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
});

test("[API12] of many at once on two nodes one opens a session; the others get the same or are asked to wait", async () => {
  const quizId = await onA.writeQuiz(quiz);
  const key: string = randomUUID();
  const told = await Promise.all(
    Array.from({ length: 10 }, (_, i) => post(i % 2, "/sessions", key, { quizId })),
  );
  const made = told.filter(({ status }) => status === 201);
  expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
  for (const { status, body } of told)
    if (status !== 201)
      expect({ status, code: body.code }).toEqual({ status: 409, code: "idempotency_in_progress" });
});

test("[API12] a refused request has made nothing, so its key brings the mended one", async () => {
  const key: string = randomUUID();
  expect(await post(0, "/quizzes", key, { ...quiz, title: "" })).toMatchObject({ status: 422 });
  expect(await post(0, "/quizzes", key, quiz)).toMatchObject({ status: 201, replayed: false });
  expect(await post(0, "/quizzes", "with space", quiz)).toMatchObject({
    status: 400,
    body: { code: "bad_request" },
  });
});

test("[API12] a picture is stored once", async () => {
  const key: string = randomUUID();
  const first = await post(0, "/media", key, new Uint8Array(png(40, 30)));
  expect(first.status).toBe(201);
  expect(await post(1, "/media", key, new Uint8Array(png(40, 30)))).toEqual({ ...first, replayed: true });
  expect(await post(1, "/media", key, new Uint8Array(png(41, 30)))).toMatchObject({ status: 422 });
});

test("[API12] for joining the key is the join key: one player, by any node", async () => {
  const { pin } = await onA.startSession(quiz);
  const key: string = randomUUID();
  const join = (node: number, name: string, of = key) =>
    post(node, `/pins/${pin}/players`, of, { name }, null);
  const first = await join(0, "Ada");
  expect(first.status).toBe(201);
  expect((await join(1, "Ada")).body).toEqual(first.body);
  expect(await join(1, "Bob")).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
  expect(await join(0, "Bob", "short")).toMatchObject({ status: 400, body: { code: "bad_request" } });
  expect(await onA.leaderboard(pin)).toMatchObject({ players: 1 });
});
