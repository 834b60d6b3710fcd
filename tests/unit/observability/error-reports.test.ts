import { Writable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { createErrorReports, type ErrorReports } from "#lib/observability/error-reports.ts";
import { createLogger } from "#lib/observability/logger.ts";
import { type FakeSentry, startSentry } from "#tests/support/programs/sentry.ts";

const ROOT = process.cwd();
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const cleanUps: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

async function reporting(sampleRate = 1): Promise<{
  sentry: FakeSentry;
  reports: ErrorReports;
  told: string[];
}> {
  const sentry = await startSentry();
  cleanUps.push(sentry.close);
  const told: string[] = [];
  const onReport = (result: string) => void told.push(result);
  const options = { dsn: sentry.dsn, release: "ovation@1.2.3", sampleRate, root: ROOT, onReport };
  return { sentry, reports: createErrorReports(options), told };
}

test("[OPS9] an error that is logged is sent to Sentry, once; other lines are not", async () => {
  const { sentry, reports, told } = await reporting();
  const logger = createLogger({ logLevel: "info" }, nowhere, (error, message) =>
    reports.report(error, message, { place: "server" }),
  );
  logger.warn({ err: new Error("only a warning") }, "Careful");
  const error = new Error("the wheel came off", { cause: new TypeError("it was loose") });
  logger.error({ err: error }, "Failed while driving");
  reports.report(error, "Next could not answer", { place: "page", route: "/host" });
  await reports.flush();
  expect(sentry.events).toMatchObject([
    {
      platform: "node",
      release: "ovation@1.2.3",
      transaction: "Failed while driving",
      tags: { place: "server" },
      exception: {
        values: [
          { type: "TypeError", value: "it was loose" },
          { type: "Error", value: "the wheel came off" },
        ],
      },
    },
  ]);
  const frames = sentry.events[0]?.exception.values[1]?.stacktrace?.frames ?? [];
  expect(frames.at(-1)).toMatchObject({
    filename: "app:///tests/unit/observability/error-reports.test.ts",
    in_app: true,
  });
  expect(told).toEqual(["sent"]);
});

test("[OPS10] nothing about people, and no credential, leaves with an error", async () => {
  const { sentry, reports } = await reporting();
  const failed = new Error(
    "Failed query: select 1 from players where pin = $1\nparams: Ada Lovelace,123456,ada@example.com",
  );
  reports.report(failed, "Failed while looking for 654321", { place: "server" });
  const unread = (() => {
    try {
      return JSON.parse('{"name":"Grace Hopper}');
    } catch (error) {
      return error;
    }
  })();
  reports.report(unread, "Reading", { place: "action" });
  for (const text of [
    "no answer of 203.0.113.7 or 2001:db8::7 for hopper@example.com",
    "GET /join?pin=482913 with ovk_a1b2c3d4e5f6g7h8i9j0",
    "the token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc of k3v9x0q2m4n6p8r1s5t7",
  ])
    reports.report(new Error(text), "Serving", { place: "server" });
  reports.reportBrowser({
    ...{ type: "Error", message: "Ada at /play?pin=482913", route: "/play", debugIds: {} },
    stack: "Error: x\n    at tap (http://192.0.2.8:3000/_next/static/a.js?pin=482913:1:2)",
  });
  await reports.flush();
  expect(sentry.events).toHaveLength(6);
  expect(sentry.events[1]?.exception.values[0]?.type).toBe("SyntaxError");
  // Random ids and instants may hold any of these by chance.
  const ours = sentry
    .text()
    .replace(/"(event_id|trace_id|span_id|sent_at)":"[^"]*"/g, "")
    .replace(/"timestamp":[\d.]+/g, "");
  expect(ours).not.toMatch(/Lovelace|Hopper|123456|654321|482913|@example|203\.0|192\.0|db8|a1b2c3|eyJ|k3v9/);
  // Nor whose machine it is, nor what is around the error.
  for (const event of sentry.events)
    for (const field of ["user", "request", "server_name", "breadcrumbs", "modules"])
      expect(event).not.toHaveProperty(field);
});

test("[OPS11] an error in a browser is told with the frames of any browser", async () => {
  const { sentry, reports } = await reporting();
  const error = { type: "TypeError", message: "x is not a function", route: "/play", debugIds: {} };
  const chromium =
    "TypeError: x is not a function\n    at tap (https://quiz.example/_next/static/chunks/a.js:1:200)\n    at https://quiz.example/_next/static/chunks/b.js:3:4";
  const safari =
    "tap@https://quiz.example/_next/static/chunks/a.js:1:200\nhttps://quiz.example/_next/static/chunks/b.js:3:4";
  const id = "0d7f1c5e-8a3b-4c2d-9e1f-5a6b7c8d9e0f";
  reports.reportBrowser({ ...error, stack: chromium, debugIds: { "app:///_next/static/chunks/a.js": id } });
  reports.reportBrowser({ ...error, stack: safari });
  await reports.flush();
  const frames = [
    { filename: "app:///_next/static/chunks/b.js", function: "?", lineno: 3, colno: 4 },
    { filename: "app:///_next/static/chunks/a.js", function: "tap", lineno: 1, colno: 200 },
  ];
  for (const event of sentry.events)
    expect(event).toMatchObject({
      ...{ platform: "javascript", transaction: "/play", tags: { place: "browser" } },
      exception: { values: [{ type: "TypeError", value: "x is not a function", stacktrace: { frames } }] },
    });
  expect(sentry.events[0]?.debug_meta?.images).toEqual([
    { type: "sourcemap", code_file: "app:///_next/static/chunks/a.js", debug_id: id },
  ]);
});

test("[OPS12] a flood of errors is bounded, and what is not sent is counted", async () => {
  const { sentry, reports, told } = await reporting();
  for (let i = 0; i < 500; i++) reports.report(new Error(`number ${i}`), "Working", { place: "server" });
  await reports.flush();
  expect(told).toHaveLength(500);
  expect(told.filter((result) => result === "sent").length).toBe(sentry.events.length);
  expect(sentry.events.length).toBeGreaterThan(5);
  expect(sentry.events.length).toBeLessThanOrEqual(60);
});

test("[OPS12] a Sentry that hangs, fails or is gone holds nothing up", async () => {
  const { sentry, reports, told } = await reporting();
  sentry.answers(500);
  reports.report(new Error("refused"), "Working", { place: "server" });
  await reports.flush();
  sentry.answers("hang");
  reports.report(new Error("hung"), "Working", { place: "server" });
  sentry.close();
  reports.report(new Error("gone"), "Working", { place: "server" });
  await reports.flush();
  expect(told).toEqual(["dropped", "dropped", "dropped"]);
});

test("[OPS12] only the part that is asked for is sent", async () => {
  const { sentry, reports } = await reporting(0);
  reports.report(new Error("never"), "Working", { place: "server" });
  await reports.flush();
  expect(sentry.events).toEqual([]);
});
