import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { OPEN, questionOpens, quiz } from "../rest-session.ts";

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

interface Heard {
  event: string;
  id?: string;
  data: Json;
}

/** A reader of events, as far as the tests need one; `next` waits for one of a kind that fits. */
async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/v1${path}`, { headers });
  const heard: Heard[] = [];
  let buffered = "";
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();

  async function next(event: string, fits: (data: Json) => boolean = () => true): Promise<Heard> {
    for (;;) {
      const found = heard.findIndex((each) => each.event === event && fits(each.data));
      if (found >= 0) return heard.splice(0, found + 1).at(-1)!;
      const { done, value } = await chunks!.read();
      if (done) throw new Error(`the stream ended before ${event}`);
      buffered += value;
      const blocks = buffered.split("\n\n");
      buffered = blocks.pop()!;
      for (const block of blocks) {
        const lines = block
          .split("\n")
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
        const fields = Object.fromEntries(lines) as Record<string, string>;
        if (fields.data)
          heard.push({ event: fields.event!, id: fields.id, data: JSON.parse(fields.data) as Json });
      }
    }
  }
  return { response, next, cancel: () => chunks?.cancel() };
}

const phaseOf = (data: Json) => (data.phase as Json).name;

test("[SSE1] a reader without a credential follows a game by PIN: lobby, answers, reveal, end", async () => {
  const { sessionId, pin } = await call.startSession(quiz, OPEN);
  const events = await read(`/pins/${pin}/events`);
  expect(events.response.headers.get("content-type")).toContain("text/event-stream");
  expect(phaseOf((await events.next("view")).data)).toBe("lobby");
  const ada = await call.join(pin, "Ada");
  await events.next("view", ({ players }) => players === 1);
  await call.command(sessionId, "start");
  const asked = await events.next("view", (data) => phaseOf(data) === "question");
  expect(JSON.stringify(asked.data)).not.toContain('"correct"');
  await questionOpens(call, pin);
  expect((await call.answer(pin, ada.token, 0, { choice: 0 })).status).toBe(200);
  await events.next("board", ({ standings }) => (standings as Json[])[0]?.name === "Ada");
  await call.command(sessionId, "finish");
  await call.command(sessionId, "finish").catch(() => {});
  const { data } = await events.next("end");
  expect(data).toEqual({ reason: "ended" });
});

test("[SSE2] the host follows a session by its id, from the last event on; strangers and wrong PINs do not", async () => {
  const { sessionId } = await call.startSession(quiz, OPEN);
  const key = { authorization: `Bearer ${server.ownerApiKey}` };
  const events = await read(`/sessions/${sessionId}/events`, key);
  const { id = "" } = await events.next("view");
  await events.cancel();
  const again = await read(`/sessions/${sessionId}/events`, { ...key, "last-event-id": id });
  await call.command(sessionId, "lock");
  const newer = await again.next("view");
  expect(Number(newer.id)).toBeGreaterThan(Number(id));
  await call.del(`/sessions/${sessionId}`);
  expect((await again.next("end")).data).toEqual({ reason: "deleted" });
  expect((await read(`/sessions/${sessionId}/events`)).response.status).toBe(401);
  expect((await read("/pins/000000/events")).response.status).toBe(404);
});

test("[SSE5] a server that stops says so, and does not wait for its readers", async () => {
  const { pin } = await call.startSession(quiz, OPEN);
  const events = await read(`/pins/${pin}/events`);
  await events.next("view");
  const stopped = server.restart();
  expect((await events.next("end")).data).toEqual({ reason: "restarting" });
  await stopped;
});
