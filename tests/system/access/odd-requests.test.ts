import { readFileSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { refusalOf } from "../socket-game.ts";
import { FOREIGN_PAGES, type Known, type OddRequest, oddRequests } from "./odd-requests.ts";

let server: TestServer;
let known: Known;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "info" } });
  const call = api(server);
  const { pin, sessionId } = await call.startSession({
    title: "T",
    questions: [{ kind: "truefalse", prompt: "?", correct: true }],
  });
  const { token } = await call.join(pin, "Witness");
  known = {
    pin,
    sessionId,
    playerToken: token,
    apiKey: server.ownerApiKey,
    actions: actionIds(),
    hostCookie: await hostCookie(),
  };
});
afterAll(() => server?.stop());

/** What the build called the actions; a browser finds these ids in the scripts of the pages. */
function actionIds(): Record<string, string> {
  const path = join(import.meta.dirname, "../../../.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(path, "utf8")) as {
    node: Record<string, { exportedName: string }>;
  };
  return Object.fromEntries(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
}

async function hostCookie(): Promise<string> {
  const page = await (await fetch(`${server.url}/sign-in`)).text();
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(tag) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(tag) ?? [];
    if (name) form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  form.set("email", server.ownerEmail);
  form.set("password", server.ownerPassword);
  const reply = await fetch(`${server.url}/sign-in`, { method: "POST", body: form, redirect: "manual" });
  const cookie = reply.headers.getSetCookie().find((each) => each.startsWith("ovation_host=")) ?? "";
  return cookie.split(";")[0] ?? "";
}

/** All that comes back until the other side closes. */
function sent({ bytes }: OddRequest): Promise<string> {
  return new Promise((resolve) => {
    let reply = "";
    const socket = connectTcp(server.port, "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("latin1").on("data", (text: string) => {
      reply += text;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(reply));
  });
}

/** What is wrong with how it was answered; null where it is refused as it should be. */
function wrong({ expected, plain }: OddRequest, reply: string): string | null {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1]);
  const right = expected ? expected.includes(status) : status >= 400 && status < 500;
  if (!right) return `${status || "no reply"}`;
  const isProblem = /\r\ncontent-type: application\/problem\+json/i.test(reply);
  return expected || plain || isProblem ? null : `${status} without problem details`;
}

/** What it has logged; the message of its start is for people. */
function logLines(): Record<string, unknown>[] {
  // The last piece is empty, or a line that is still on its way.
  const lines = server.logs().split("\n").slice(0, -1);
  const start = lines.findIndex((line) => line.includes("no Redis: one node"));
  return lines
    .slice(start + 1)
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Of a page of another site: by which address it was opened. */
const openedAt = ({ labels }: Record<string, unknown>) =>
  (labels as { openedAt?: string } | undefined)?.openedAt;

test("[IN2] whatever is sent by hand is refused with a 4xx, and is no error of the server", async () => {
  const rows = oddRequests(known);
  expect(rows.length).toBeGreaterThan(250);
  const problems: string[] = [];
  for (const odd of rows) {
    const before = logLines().length;
    const problem = wrong(odd, await sent(odd));
    const logged = logLines().slice(before);
    if (problem) problems.push(`${odd.name}: ${problem}`);
    for (const line of logged) {
      const level = line["log.level"];
      if (level === "error" || (level === "warn" && !FOREIGN_PAGES.includes(openedAt(line))))
        problems.push(`${odd.name}: logged “${line.message}”`);
    }
  }
  expect(problems).toEqual([]);
  await eventually(() => {
    const told = logLines().flatMap((line) => openedAt(line) ?? []);
    expect(told.toSorted()).toEqual(FOREIGN_PAGES);
  });
});

test("[IN2] a socket that names an id with NUL is told that there is no such session", async () => {
  for (const sessionId of ["a\0b", "\ud800", "__proto__", "x".repeat(40)]) {
    const socket = await connect(server, { hello: false });
    socket.send({ type: "hello", protocol: 1, sessionId, as: "player" });
    expect(refusalOf(await socket.next("refused")).code).toBe("session_not_found");
    socket.drop();
  }
  expect(logLines().filter((line) => line["log.level"] === "error")).toEqual([]);
});

test("[LOG2] everything after the start is JSON, and what Next finds worth telling is left out", () => {
  expect(logLines).not.toThrow();
  expect(server.logs()).not.toContain("next.config.mjs");
});

test("[IN2] afterwards the server is as well as before", async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${server.url}/join`)).status).toBe(200);
  expect((await api(server).view(known.pin)).phase).toMatchObject({ name: "lobby" });
});
