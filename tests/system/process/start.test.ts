import { once } from "node:events";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { START_MS } from "#tests/support/patience.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { welcomed } from "../socket-game.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SECRET = "s3cret-word";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function newFolder(): string {
  const folder = temporaryFolder("start");
  cleanUps.push(() => removeFolder(folder));
  return folder;
}

/** `npm start` with nothing set but this. */
function start(env: Record<string, string>): Child {
  const { PATH, HOME } = process.env;
  const child = startChild(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    env: { PATH, HOME, HOST: "127.0.0.1", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn", ...env },
  });
  cleanUps.push(() => child.kill());
  return child;
}

/** What it printed before it gave up; fails if it did not give up with code 1. */
async function failedStart(env: Record<string, string>): Promise<string> {
  const child = start(env);
  expect(await child.exited, child.logs()).toBe(1);
  const lines = child.logs().trim().split("\n");
  // A busy machine says meanwhile what takes so long (EM9).
  return lines.filter((line) => !line.includes("still being opened")).join("\n");
}

async function running(child: Child, port: number): Promise<void> {
  await eventually(
    async () => {
      if (!child.running) return;
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    },
    { everyMs: 100, withinMs: START_MS },
  );
  expect(child.running, child.logs()).toBe(true);
}

test("[UP1] what keeps it from starting is told in one sentence, without secrets, and it exits with 1", async () => {
  const folder = newFolder();
  const file = join(folder, "file");
  writeFileSync(file, "");
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  cleanUps.push(() => taken.close());
  const takenPort = (taken.address() as AddressInfo).port;
  const nobody = await freePort();
  const data = (name: string) => ({ DATA_DIR: join(folder, name) });

  const cases: [env: Record<string, string>, says: RegExp][] = [
    [{ ...data("a"), PORT: "80b" }, /^PORT must be a port number from 0 to 65535; it is “80b”\.$/],
    [{ ...data("b"), REDIS_URI: "redis://x" }, /^Unknown variable REDIS_URI; did you mean REDIS_URL\?$/],
    [
      { ...data("c"), PORT: String(takenPort) },
      new RegExp(`^Port ${takenPort} is already in use\\. .*PORT\\.$`),
    ],
    [{ ...data("d"), HOST: "192.0.2.77" }, /^HOST 192\.0\.2\.77 is not an address of this machine\./],
    [
      { ...data("e"), DATABASE_URL: `postgres://ada:${SECRET}@127.0.0.1:${nobody}/quiz` },
      new RegExp(`^Postgres at postgres://ada@127\\.0\\.0\\.1:${nobody}/quiz cannot be used: .+$`),
    ],
    [
      { ...data("f"), DATABASE_URL: `postgres://ada:${SECRET}@nowhere.invalid/quiz` },
      /^Postgres at postgres:\/\/ada@nowhere\.invalid\/quiz cannot be used: .+$/,
    ],
    [
      { ...data("g"), REDIS_URL: `redis://:${SECRET}@127.0.0.1:${nobody}` },
      new RegExp(`^Redis at 127\\.0\\.0\\.1:${nobody} cannot be reached: .+$`),
    ],
    [{ DATA_DIR: join(file, "data") }, /^DATA_DIR .+ cannot be written to \(ENOTDIR\)\. .+$/],
  ];
  await Promise.all(
    cases.map(async ([env, says]) => {
      const said = await failedStart({ PORT: String(await freePort()), ...env });
      expect(said).toMatch(says);
      expect(said.split("\n")).toHaveLength(1);
      expect(said).not.toContain(SECRET);
    }),
  );
});

test("[UP2] of two servers started at once on one DATA_DIR one runs, and the other says who has it", async () => {
  const folder = newFolder();
  const ports = [await freePort(), await freePort()];
  const children = ports.map((port) => start({ PORT: String(port), DATA_DIR: folder }));
  const loser = await Promise.race(children.map((child) => child.exited.then(() => child)));
  const winner = children.find((child) => child !== loser)!;
  expect(await loser.exited).toBe(1);
  expect(loser.logs().trim()).toMatch(
    new RegExp(`^DATA_DIR .+ is in use by another running server \\(process ${winner.pid}\\)\\. .+$`),
  );
  await running(winner, ports[children.indexOf(winner)]!);

  const third = await failedStart({ PORT: String(await freePort()), DATA_DIR: folder });
  expect(third).toContain(`in use by another running server (process ${winner.pid})`);
  expect(await winner.stop()).toBe(0);
});

test("[UP3] the sign-in of a made-up owner is shown once; a second start builds nothing and has what was there", async () => {
  const folder = newFolder();
  const env = { PORT: String(await freePort()), DATA_DIR: folder };
  const signIn = /Email +(?<email>\S+)\n +Password +(?<password>\S+)/;
  const first = start(env);
  await running(first, Number(env.PORT));
  const { email, password } = await eventually(() => signIn.exec(first.logs())!.groups!);
  expect(await first.stop()).toBe(0);
  const built = statSync(join(ROOT, ".next/BUILD_ID")).mtimeMs;

  const second = start(env);
  await running(second, Number(env.PORT));
  await eventually(() => expect(second.logs()).toContain("is running at"));
  expect(second.logs()).not.toMatch(signIn);
  expect(second.logs()).not.toContain("Building");
  expect(statSync(join(ROOT, ".next/BUILD_ID")).mtimeMs).toBe(built);
  expect(existsSync(join(folder, "secret"))).toBe(true);
  expect(email && password).toBeTruthy();
  expect(await second.stop()).toBe(0);
});

test("[UP4] SIGTERM sends all sockets away to come back, answers what is under way, and ends with 0 within seconds", async () => {
  const server: TestServer = await startServer();
  cleanUps.push(() => server.stop());
  // Browsers keep connections open.
  const idle = await fetch(`${server.url}/healthz`);
  await idle.text();
  const calls = api(server);
  const { pin, sessionId } = await calls.startSession(
    {
      title: "Short",
      questions: [{ kind: "truefalse", prompt: "Yes?", correct: true, timeLimitMs: 600_000 }],
    },
    { readingMs: 0 },
  );
  const players = await Promise.all(Array.from({ length: 20 }, (_, i) => calls.join(pin, `Player ${i}`)));
  const sockets = await Promise.all(
    players.map(({ token }) => welcomed(server, { pin, token, as: "player" })),
  );
  await calls.command(sessionId, "start");
  await eventually(async () => {
    const { phase, serverNowMs } = (await calls.view(pin)) as {
      phase: { opensAtMs: number };
      serverNowMs: number;
    };
    expect(serverNowMs).toBeGreaterThan(phase.opensAtMs);
  });
  const answers = players.slice(0, 10).map(({ token }) =>
    calls.answer(pin, token, 0, { choice: 0 }).then(
      (reply) => reply.status,
      () => 0,
    ),
  );
  process.kill(server.pid, "SIGTERM");
  const closes = await Promise.all(sockets.map((socket) => socket.closed));
  expect(new Set(closes.map((close) => close.code))).toEqual(new Set([4000]));
  expect(await server.stop()).toBe(0);
  // Answered, refused, or cut off before anything was said.
  for (const status of await Promise.all(answers)) expect([200, 503, 0]).toContain(status);
  await expect(connect(server, { pin })).rejects.toThrow();
});
