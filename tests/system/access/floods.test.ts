import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, api } from "#tests/support/api.ts";
import { postForm } from "#tests/support/form.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { QUIZ } from "../socket-game.ts";

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

const BUILD = join(import.meta.dirname, "../../../.next");

/** The id that Next gave to an action; a page's scripts carry the same. */
function actionId(name: string): string {
  const manifest = readFileSync(join(BUILD, "server/server-reference-manifest.json"), "utf8");
  const { node } = JSON.parse(manifest) as { node: Record<string, { exportedName?: string }> };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action named ${name}`);
  return found[0];
}

async function act(path: string, name: string, args: unknown[], cookie = "") {
  const reply = await fetch(`${server.url}${path}`, {
    method: "POST",
    body: JSON.stringify(args),
    headers: {
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      "next-action": actionId(name),
      origin: server.url,
      cookie,
    },
  });
  return { status: reply.status, text: await reply.text() };
}

test("[SEC22] a school whose phones open their pages in the same instant is served, every file of it", async () => {
  const { pin } = await call.startSession(QUIZ);
  const fonts = readdirSync(join(BUILD, "static/media"))
    .filter((file) => file.endsWith(".woff2"))
    .slice(0, 3);
  expect(fonts.length).toBe(3);
  const files = fonts.map((file) => `/_next/static/media/${file}`);
  const phone = async () => {
    const replies = await Promise.all([`/join?pin=${pin}`, ...files].map(asked));
    replies.push(await asked(`/play?pin=${pin}`));
    return replies.map(({ status }) => status);
  };
  const seen = await Promise.all(Array.from({ length: 300 }, phone));
  expect(new Set(seen.flat())).toEqual(new Set([200]));
});

test("[SEC23] a long body is a signed-in host's, and a stranger's is refused unread", async () => {
  const quiz = (words: number) => ({
    title: "Long",
    questions: Array.from({ length: 100 }, () => ({
      kind: "truefalse",
      prompt: "Yes?",
      correct: true,
      explanation: "because ".repeat(words).trim(),
    })),
  });
  const id = await call.writeQuiz(quiz(1));
  const long = quiz(50);
  expect(JSON.stringify(long).length).toBeGreaterThan(32 * 1024);
  const { ownerEmail: email, ownerPassword: password } = server;
  const { cookies } = await postForm(`${server.url}/sign-in`, { email, password });
  const save = (cookie: string) =>
    fetch(`${server.url}/api/v1/quizzes/${id}/draft`, {
      method: "PUT",
      body: JSON.stringify(long),
      headers: { "content-type": "application/json", origin: server.url, cookie },
    });
  expect((await save("")).status).toBe(401);
  const saved = await save(cookies);
  expect(saved.status, await saved.clone().text()).toBe(200);
  expect(await saved.json()).toMatchObject(long);

  const { sessionId } = await call.startSession(QUIZ);
  const room = `/host/sessions/${sessionId}`;
  const entries = Array.from({ length: 100 }, (_, i) => `${i} ${"言葉".repeat(90)}`);
  const verdict = [sessionId, { command: "moderate", questionIndex: 0, entries, verdict: "hide" }];
  expect(JSON.stringify(verdict).length).toBeGreaterThan(16 * 1024);
  expect(await act(room, "commandAction", verdict)).toMatchObject({ status: 413 });
  const judged = await act(room, "commandAction", verdict, cookies);
  expect(judged.status, judged.text).toBe(200);
  expect(judged.text).toContain('"refusal"');

  const head = { "content-length": "1900000", origin: server.url };
  const action = { ...head, "next-action": actionId("submitAnswerAction"), "content-type": "text/plain" };
  expect(await headAlone("POST", "/join", action)).toBe(413);
  expect(
    await headAlone("PUT", `/api/v1/quizzes/${id}`, { ...head, "content-type": "application/json" }),
  ).toBe(401);
});

/** The status that comes back before anything of the body has been sent. */
async function headAlone(method: string, path: string, headers: Record<string, string>): Promise<number> {
  const sent = request({ host: "127.0.0.1", port: server.port, path, method, headers, agent: false });
  sent.on("error", () => {});
  sent.flushHeaders();
  const [reply] = (await once(sent, "response")) as [IncomingMessage];
  sent.destroy();
  return reply.statusCode ?? 0;
}

test("[API2] an object with thousands of fields is refused for its size, wherever it comes in", async () => {
  const fields = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`field${i}`, i]));
  const answered = await act("/join", "submitAnswerAction", [fields]);
  expect(answered.text).toContain("more than 50 fields");
  const { pin, sessionId } = await call.startSession(QUIZ);
  const joined = await call.post(`/pins/${pin}/players`, { name: "Ada", ...fields }, null);
  expect(joined).toMatchObject({ status: 400, body: { code: "bad_request" } });
  expect(joined.body.detail).toContain("more than 50 fields");
  const query = new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)]));
  const listed = await call.get(`/pins/${pin}/leaderboard?${query}`, null);
  expect(listed).toMatchObject({ status: 400, body: { code: "bad_request" } });
  const commanded = await call.post(`/sessions/${sessionId}/commands`, { command: "start", ...fields });
  expect(commanded).toMatchObject({ status: 400, body: { code: "bad_request" } });
});

test("[OPS2] scrapes at the same time share one collection", async () => {
  const texts = await Promise.all(Array.from({ length: 20 }, () => server.metrics()));
  expect(new Set(texts).size).toBeLessThanOrEqual(2);
  expect(texts[0]).toContain("quiz_pages_turned_away_total");
});

test("[SEC21] a whole address and dot segments get the answer of the plain path", async () => {
  const plain = await asked("/healthz");
  expect(plain).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
  for (const target of [
    "http://evil.example/healthz",
    "/./healthz",
    "//healthz",
    "/x/../healthz",
    "/%68ealthz",
  ])
    expect(await asked(target), target).toMatchObject({ status: 200, body: plain.body });

  const stored = await fetch(`${server.url}/api/v1/media`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.ownerApiKey}` },
    body: new Uint8Array(
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    ),
  });
  const { id } = (await stored.json()) as { id: string };
  const file = await asked(`/api/v1/media/${id}`);
  expect(file).toMatchObject({ status: 200, headers: { "content-type": "image/png" } });
  for (const path of [`/api/v1/./media/${id}`, `/api/v1/%6dedia/${id}`, `/api//v1/media/${id}`]) {
    const other = await asked(path);
    expect(other.status, path).toBe(200);
    expect(other.headers["content-security-policy"], path).toBe(file.headers["content-security-policy"]);
  }
  expect((await asked("/join/..//evil.example/")).headers.location ?? "/").not.toMatch(/^(\/\/|http)/);
});

test("[SEC21] what is no address is refused", async () => {
  const socket = connectTcp(server.port, "127.0.0.1");
  socket.write("GET healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  const [reply] = (await once(socket, "data")) as [Buffer];
  expect(reply.toString()).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
});

/** The request line as it is given: `fetch` would tidy it up. On a connection of its own, as each phone has. */
function asked(path: string) {
  type Answer = { status: number; headers: Record<string, string | undefined>; body: string };
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Answer["headers"],
          body: Buffer.concat(chunks).toString("latin1"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}
