/** What an operator does, by the very commands they type; on an embedded server, which needs no key. */
import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { ANY_PICTURE } from "#tests/support/pictures.ts";
import { smallDisk } from "#tests/support/programs/small-disk.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";

const QUIZ = {
  title: "Backed up",
  questions: [
    {
      ...{ kind: "single", prompt: "Which?", timeLimitMs: 600_000 },
      options: [{ text: "a", correct: true }, { text: "b" }],
      media: { id: ANY_PICTURE, alt: "A picture" },
    },
    { kind: "truefalse", prompt: "Then?", correct: true, timeLimitMs: 600_000 },
  ],
};

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder("operating");
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
  await removeFolder(folder);
});

interface Said {
  code: number;
  out: string;
  err: string;
}

/** `npm run ctl -- …` on the machine of a server, with nothing but its DATA_DIR. */
function ctl(args: string[], env: Record<string, string> = { DATA_DIR: server.dataDir }): Promise<Said> {
  const script = join(import.meta.dirname, "../../../scripts/ctl.mjs");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env },
        cwd: folder,
      },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

async function inQuestion(calls: ReturnType<typeof api>, pin: string, index: number) {
  await eventually(async () =>
    expect((await calls.view(pin)).phase).toMatchObject({ name: "question", index }),
  );
}

test("[BAK8] [BAK7] a session that is backed up in the middle of a question goes on where it is restored", async () => {
  const calls = api(server);
  const { sessionId, pin } = await calls.startSession(QUIZ, { readingMs: 0 });
  const [ada, bob] = [await calls.join(pin, "Ada"), await calls.join(pin, "Bob")];
  await calls.command(sessionId, "start");
  await inQuestion(calls, pin, 0);
  const answered = await eventually(async () => {
    const reply = await calls.answer(pin, ada.token, 0, { choice: 0 });
    expect(reply.status).toBe(200);
    return reply;
  });
  expect(answered.body).toMatchObject({ accepted: true });
  const file = join(folder, "mid-question.backup");
  expect(await ctl(["backup", file])).toMatchObject({ code: 0, err: "" });
  expect(statSync(file).mode & 0o077).toBe(0);
  expect((await calls.answer(pin, bob.token, 0, { choice: 1 })).status).toBe(200);

  // Not over the one that runs.
  const refused = await ctl(["restore", file, "--replace"]);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("in use");

  const dataDir = join(folder, "elsewhere");
  expect(await ctl(["restore", file], { DATA_DIR: dataDir })).toMatchObject({ code: 0, err: "" });
  const elsewhere = await startServer({ env: { DATA_DIR: dataDir } });
  try {
    const there = api(elsewhere);
    await inQuestion(there, pin, 0);
    const { question } = (await there.view(pin)) as { question: { media: { id: string } } };
    const [here, again] = await Promise.all(
      [server, elsewhere].map(async ({ url }) =>
        (await fetch(`${url}/media/${question.media.id}`)).arrayBuffer(),
      ),
    );
    expect(Buffer.from(again!).equals(Buffer.from(here!))).toBe(true);
    // Ada's answer is there, Bob's came later.
    expect((await there.answer(pin, ada.token, 0, { choice: 1 })).body).toMatchObject({ accepted: true });
    expect((await there.answer(pin, bob.token, 0, { choice: 1 })).body).toMatchObject({ accepted: true });
    await there.command(sessionId, "next");
    await eventually(
      async () => expect((await there.view(pin)).phase).toMatchObject({ name: "question", index: 1 }),
      {
        everyMs: 100,
      },
    ).catch(async () => {
      await there.command(sessionId, "next");
      await inQuestion(there, pin, 1);
    });
    const { standings } = await there.leaderboard(pin);
    expect(standings[0]).toMatchObject({ name: "Ada" });
    expect(standings[0]!.score).toBeGreaterThan(0);
  } finally {
    await elsewhere.stop();
  }
});

test("[BAK3] a full disk is one sentence, and nothing half-written is left", async ({ skip }) => {
  const disk = smallDisk(1);
  if (!disk) return skip("no disk can be mounted here");
  try {
    disk.fill();
    const said = await ctl(["backup", join(disk.folder, "full.backup")]);
    expect(said.code).toBe(1);
    expect(said.err).toContain("full");
    expect(readdirSync(disk.folder)).toEqual(["filler"]);
  } finally {
    await disk.remove();
  }
});

test("[ADM2] [ADM3] [ADM4] status, sessions, a drain that is refused, a session ended twice, a key", async () => {
  const calls = api(server);
  const { sessionId, pin } = await calls.startSession(QUIZ, { readingMs: 0 });
  await calls.join(pin, "Ada");
  const status = JSON.parse((await ctl(["status", "--json"])).out);
  expect(status).toMatchObject({
    nodes: [{ pid: server.pid, state: "running", answers: true }],
    degraded: [],
  });
  expect(status.database.sizeBytes).toBeGreaterThan(1_000_000);
  expect((await ctl(["status"])).out).toContain("All parts work.");
  expect((await ctl(["sessions"])).out).toMatch(new RegExp(`${sessionId} +${pin} +lobby +1 +0`));

  const [{ id }] = status.nodes;
  const drained = await ctl(["drain", id]);
  expect(drained).toMatchObject({ code: 1, out: "" });
  expect(drained.err).toContain("No other server takes players");

  const looked = await calls.get(`/admin/sessions/${sessionId}`);
  expect(looked.body).toMatchObject({ view: { pin, players: 1 }, connected: { players: 0 } });
  for (let i = 0; i < 2; i++) expect((await ctl(["sessions", "end", sessionId])).code).toBe(0);
  expect((await calls.get(`/admin/sessions/${sessionId}`)).body).toMatchObject({
    view: { phase: { name: "ended" } },
  });

  const { key } = JSON.parse((await ctl(["key", "a reader", "--scope", "read", "--json"])).out);
  expect((await calls.get("/quizzes", key)).status).toBe(200);
  expect(await calls.get("/admin/status", key)).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("[ADM3] one that is drained all the same sends its sockets away, is not ready, and can be taken back", async () => {
  const status = JSON.parse((await ctl(["status", "--json"])).out);
  const [{ id }] = status.nodes;
  expect((await ctl(["drain", id, "--force"])).out).toContain("is empty");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await ctl(["status"])).out).toContain("draining");
  expect((await ctl(["drain", id, "--undo"])).code).toBe(0);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
