import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A client that never closes its half, whatever the server does; it tells what it has been sent. */
async function stubborn(text: string): Promise<{ socket: Socket; heard(): string }> {
  const socket = connectTcp({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  cleanUps.push(() => socket.destroy());
  await once(socket, "connect");
  if (text) socket.write(text);
  return { socket, heard: () => heard };
}

const upgrade = (path: string, ...lines: string[]) =>
  [
    `GET ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ...lines,
    "\r\n",
  ].join("\r\n");

test("[AB10] a refused upgrade is cut though its client keeps the line open", async () => {
  const strangers = await Promise.all(
    Array.from({ length: 60 }, () => stubborn(upgrade("/ws", "Origin: https://evil.example"))),
  );
  const gone = strangers.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve)));
  for (const { socket } of strangers) {
    // Half of a line is left to the client; only what it writes into it tells that the other half is gone.
    const knock = setInterval(() => socket.write("x"), 100);
    onTestFinished(() => clearInterval(knock));
  }
  await Promise.all(gone);
  for (const { heard } of strangers) expect(heard()).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
});

// Last: it stops the server.
test("[UP10] SIGTERM ends with 0 though clients of every kind keep their half of the line open", async () => {
  const foreign = "Origin: https://evil.example";
  const refused = [
    await stubborn(upgrade("/ws", foreign)),
    await stubborn(upgrade("/somewhere")),
    await stubborn(upgrade("/_next/hmr")),
    await stubborn(upgrade("/ws", "Sec-WebSocket-Protocol: ,,")),
  ];
  await stubborn("");
  await stubborn("GET /join HTT");
  await stubborn("POST /api/v1/pins/123456/players HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n{");
  await stubborn("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  const live = await stubborn(upgrade("/ws"));
  const deaf = await stubborn("GET /docs HTTP/1.1\r\nHost: x\r\n\r\n");
  deaf.socket.pause();
  await eventually(() => {
    for (const { heard } of refused) expect(heard()).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(live.heard()).toMatch(/^HTTP\/1\.1 101 /);
  });
  // The runner's limit is far above the bound that docs/OPERATIONS.md states, and far below for ever.
  process.kill(server.pid, "SIGTERM");
  expect(await server.stop(), server.logs()).toBe(0);
});
