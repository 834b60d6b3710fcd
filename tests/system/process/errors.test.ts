/** Errors of the server, of a page and of a server action, as Sentry gets them. Those of a browser: e2e/screens/errors-are-told.spec.ts. */
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { postForm } from "#tests/support/form.ts";
import { startPostgres } from "#tests/support/programs/postgres.ts";
import { type FakeSentry, type SentEvent, startSentry } from "#tests/support/programs/sentry.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { callAction } from "../call-action.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const QUIZ = {
  title: "Broken",
  questions: [{ kind: "truefalse", prompt: "Really?", correct: true, timeLimitMs: 20_000 }],
};

async function broken(): Promise<{ sentry: FakeSentry; server: TestServer; cookie: string }> {
  const sentry = await startSentry();
  cleanUps.push(sentry.close);
  const database = await startPostgres();
  cleanUps.push(() => database.stop());
  const { url } = database;
  const env = { DATABASE_URL: url, SENTRY_DSN: sentry.dsn, SENTRY_RELEASE: "ovation@9.9.9" };
  const server = await startServer({ env });
  cleanUps.push(() => server.stop());
  await api(server).writeQuiz(QUIZ);
  const signedIn = await postForm(`${server.url}/sign-in`, {
    email: server.ownerEmail,
    password: server.ownerPassword,
  });
  const cookie = signedIn.cookies;
  const sql = postgres(url, { max: 1 });
  await sql`alter table quizzes rename to quizzes_of_long_ago`;
  await sql.end();
  return { sentry, server, cookie };
}

test("[OPS9] [OPS10] an error of the server, of a page and of an action arrives once each, readable", async () => {
  const { sentry, server, cookie } = await broken();
  expect((await api(server).get("/quizzes")).status).toBe(500);
  await eventually(() => expect(sentry.events).toHaveLength(1));
  const page = await fetch(`${server.url}/host?name=Ada`, { headers: { cookie } });
  expect(page.status).toBe(500);
  await eventually(() => expect(sentry.events).toHaveLength(2));
  const done = await callAction(server, "emptyTrashAction", [], cookie, "/host");
  expect(done.result).toMatchObject({ ok: false, refusal: { code: "internal" } });
  await server.stop();

  expect(sentry.events.map(({ tags }) => tags?.place)).toEqual(["server", "page", "action"]);
  for (const event of sentry.events) {
    expect(event.release).toBe("ovation@9.9.9");
    const reason = event.exception.values.map(({ value }) => value).join();
    expect(reason).toContain('relation "quizzes" does not exist');
    expect(ownFrames(event).length).toBeGreaterThan(0);
  }
  const [call, drawn] = sentry.events;
  expect(ownFrames(call as SentEvent)).toContainEqual(
    expect.objectContaining({ filename: expect.stringMatching(/^app:\/\/\/lib\/postgres\/.*\.ts$/) }),
  );
  expect(drawn?.transaction).toBe("/host");
  expect(sentry.text()).not.toMatch(/Ada|owner@|127\.0\.0\.1:(?!\d+\/1)/);
});

test("[OPS12] a Sentry that hangs or is not there holds no game up, and the server stops in time", async () => {
  const { sentry, server } = await broken();
  sentry.answers("hang");
  for (let i = 0; i < 60; i++) expect((await api(server).get("/quizzes")).status).toBe(500);
  sentry.close();
  expect((await api(server).get("/quizzes")).status).toBe(500);
  await eventually(async () =>
    expect(await server.metrics()).toMatch(/quiz_error_reports_total\{result="dropped"\} [1-9]/),
  );
  expect(await server.stop()).toBe(0);
});

test("[OPS11] browsers tell of their errors here, and only where they are reported", async () => {
  const sentry = await startSentry();
  cleanUps.push(sentry.close);
  const [silent, telling] = await Promise.all([
    startServer(),
    startServer({ env: { SENTRY_DSN: sentry.dsn } }),
  ]);
  cleanUps.push(
    () => silent.stop(),
    () => telling.stop(),
  );
  const error = {
    ...{ type: "TypeError", message: "x is undefined", path: "/play?pin=123456", debugIds: {} },
    stack: "TypeError: x is undefined\n    at tap (http://192.0.2.7/_next/static/chunks/a.js:1:2)",
  };
  const tell = (server: TestServer, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/error-reports`, { method: "POST", body: JSON.stringify(body), headers });
  expect((await fetch(`${silent.url}/error-reports.js`)).status).toBe(404);
  expect((await tell(silent, error)).status).toBe(404);
  const script = await fetch(`${telling.url}/error-reports.js`);
  expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect((await tell(telling, error, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await tell(telling, { ...error, more: "x" })).status).toBe(400);
  expect((await tell(telling, { ...error, stack: "x".repeat(20_000) })).status).toBe(400);
  expect((await tell(telling, error)).status).toBe(204);
  await eventually(() => expect(sentry.events).toHaveLength(1));
  expect(sentry.events[0]).toMatchObject({ platform: "javascript", transaction: "/play" });
  expect(sentry.text()).not.toMatch(/123456|192\.0/);
});

function ownFrames({ exception }: SentEvent) {
  return exception.values.flatMap(({ stacktrace }) =>
    (stacktrace?.frames ?? []).filter(({ in_app: own }) => own),
  );
}
