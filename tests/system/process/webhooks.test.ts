/** Webhooks as their receiver sees them, beside a game that goes on. */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Api } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { seen, startGame } from "../socket-game.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Received {
  path: string;
  id: string;
  timestamp: string;
  signature: string;
  body: string;
  event: string;
}

type Answer = number | "hang" | { movedTo: string };

/** A host's own server; `answers` says what it replies to a path. */
async function startReceiver(answers: Record<string, Answer>) {
  const received: Received[] = [];
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    const header = (name: string) => String(req.headers[name]);
    const path = req.url ?? "";
    received.push({
      ...{ path, body, id: header("webhook-id"), timestamp: header("webhook-timestamp") },
      signature: header("webhook-signature"),
      event: body ? JSON.parse(body).type : "",
    });
    const answer = answers[path] ?? 404;
    if (answer === "hang") return;
    if (typeof answer === "number") res.writeHead(answer).end();
    else res.writeHead(302, { location: answer.movedTo }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, received, at: (path: string) => received.filter((message) => message.path === path) };
}

async function startedServer(env: Record<string, string> = {}): Promise<TestServer> {
  const server = await startServer({ env });
  cleanUps.push(() => server.stop());
  return server;
}

const EVENTS = ["session.started", "session.ended", "session.results_ready"];

async function makeWebhook(calls: Api, url: string): Promise<{ id: string; secret: string }> {
  const made = await calls.post<{ id: string; secret: string }>("/webhooks", { url, events: EVENTS });
  expect(made.status).toBe(201);
  return made.body;
}

interface Delivery {
  id: string;
  event: string;
  state: string;
  attempts: number;
  status: number | null;
  error: string | null;
}

async function deliveriesOf(calls: Api, id: string): Promise<Delivery[]> {
  return (await calls.get<{ deliveries: Delivery[] }>(`/webhooks/${id}/deliveries`)).body.deliveries;
}

/** As the receivers of Standard Webhooks verify them. */
function isSigned({ id, timestamp, body, signature }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return (
    signature === `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
  );
}

test("[WH1] [WH2] [WH3] [WH4] a game is told step by step, signed, again after a 500, over a restart, and by replay", async () => {
  const answers: Record<string, Answer> = { "/fine": 204, "/late": 500 };
  const receiver = await startReceiver(answers);
  const server = await startedServer({ WEBHOOKS_ALLOW_PRIVATE: "1" });
  const game = await startGame(server, ["Ada"]);
  const { calls } = game;
  const fine = await makeWebhook(calls, `${receiver.url}/fine`);
  const late = await makeWebhook(calls, `${receiver.url}/late`);
  await game.open(0);
  await eventually(() => expect(receiver.at("/fine").map(({ event }) => event)).toEqual(["session.started"]));
  await eventually(async () => expect(await deliveriesOf(calls, late.id)).toMatchObject([{ status: 500 }]));

  // What it refused is tried again by the server that starts after this one.
  answers["/late"] = 200;
  await game.leave();
  await server.restart();
  await eventually(() => expect(receiver.at("/late").length).toBeGreaterThan(1));
  await eventually(async () =>
    expect(await deliveriesOf(calls, late.id)).toMatchObject([{ state: "delivered", status: 200 }]),
  );
  const [first, ...others] = receiver.at("/late");
  for (const message of others) expect(message).toMatchObject({ id: first?.id, body: first?.body });

  await calls.command(game.sessionId, "finish");
  await calls.command(game.sessionId, "finish");
  await eventually(() =>
    expect(new Set(receiver.at("/fine").map(({ event }) => event))).toEqual(new Set(EVENTS)),
  );
  for (const message of receiver.at("/fine")) {
    expect(isSigned(message, fine.secret)).toBe(true);
    expect(isSigned(message, late.secret)).toBe(false);
    expect(JSON.parse(message.body)).toMatchObject({ data: { sessionId: game.sessionId, pin: game.pin } });
  }

  const told = receiver.at("/fine").length;
  const { id } = (await deliveriesOf(calls, fine.id)).find(
    ({ event }) => event === "session.started",
  ) as Delivery;
  expect((await calls.post(`/webhooks/${fine.id}/deliveries/${id}/replay`)).status).toBe(204);
  await eventually(() => expect(receiver.at("/fine").length).toBeGreaterThan(told));
  expect(receiver.at("/fine").filter((message) => message.id === id).length).toBeGreaterThan(1);
});

test("[WH3] [WH5] a target that hangs and one that leads elsewhere hold up neither the game nor others", async () => {
  const receiver = await startReceiver({ "/fine": 200, "/hangs": "hang", "/moved": { movedTo: "/secret" } });
  const server = await startedServer({ WEBHOOKS_ALLOW_PRIVATE: "1" });
  const game = await startGame(server, ["Ada"]);
  const { calls } = game;
  const hanging = await makeWebhook(calls, `${receiver.url}/hangs`);
  const moved = await makeWebhook(calls, `${receiver.url}/moved`);
  await makeWebhook(calls, `${receiver.url}/fine`);
  await game.open(0);
  await eventually(() => expect(receiver.at("/hangs")).toHaveLength(1));
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", questionIndex: 0, response: { choice: 0 } });
  await seen(socket, "ack");
  await calls.command(game.sessionId, "finish");
  await calls.command(game.sessionId, "finish");
  await eventually(() => expect(receiver.at("/fine").map(({ event }) => event)).toContain("session.ended"));
  await eventually(async () => {
    const told = await deliveriesOf(calls, moved.id);
    expect(told.find(({ event }) => event === "session.started")).toMatchObject({
      ...{ state: "pending", status: 302 },
      error: expect.stringContaining("redirects are not followed"),
    });
  });
  expect(receiver.at("/secret")).toEqual([]);
  for (const { state } of await deliveriesOf(calls, hanging.id)) expect(state).toBe("pending");
  await game.leave();
  // It is not waited for at the end either.
  expect(await server.stop()).toBe(0);
});

test("[WH5] no webhook leads to this machine or a private network, unless the server allows it", async () => {
  const receiver = await startReceiver({ "/": 200 });
  const server = await startedServer();
  const { calls } = await startGame(server, []);
  const port = new URL(receiver.url).port;
  const targets = [
    receiver.url,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    "https://10.0.0.1/",
  ];
  for (const url of [...targets, "https://[::1]/", "https://2130706433/", "https://169.254.169.254/latest"]) {
    const refused = await calls.post("/webhooks", { url, events: EVENTS });
    expect(refused.body, url).toMatchObject({ status: 422, code: "webhook_target_refused" });
  }
  expect(receiver.received).toEqual([]);
});
