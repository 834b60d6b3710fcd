import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { broadcast, type Frame } from "#lib/realtime/broadcast.ts";
import { Connection, type ConnectionHooks } from "#lib/realtime/connection.ts";
import { eventually } from "#tests/support/waiting.ts";

/** Real sockets, one of which stops reading. */
let http: Server;
const skipped: string[] = [];
const left: number[] = [];
const hooks: ConnectionHooks = {
  skipped: (type) => skipped.push(type),
  left: (_connection, _from, code) => left.push(code),
};
const connections = new Set<Connection>();
const clients: WebSocket[] = [];

beforeEach(async () => {
  skipped.length = left.length = clients.length = 0;
  connections.clear();
  const options = { noServer: true, closeTimeout: 300 };
  const server = new WebSocketServer(options);
  http = createServer();
  http.on("upgrade", (req, socket, head) =>
    server.handleUpgrade(req, socket, head, (ws) => {
      ws.on("error", () => {});
      connections.add(new Connection(ws, hooks, { address: "", cookie: null, nowMs: 0 }));
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  for (const client of clients) client.terminate();
  http.close();
});

async function client(): Promise<{ socket: WebSocket; received: () => number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  clients.push(socket);
  let count = 0;
  socket.on("message", () => count++);
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("open", resolve));
  return { socket, received: () => count };
}

const view: Frame = { type: "view", bytes: Buffer.alloc(64 * 1024, 0x20) };
const board: Frame = { type: "board", bytes: Buffer.from("{}") };

test("[RT6] a slow reader misses boards, then is sent away to come back; the others get everything in time", async () => {
  const slow = await client();
  const others = [await client(), await client()];
  await eventually(() => expect(connections.size).toBe(3));
  slow.socket.pause();
  let sent = 0;
  const startedAtMs = performance.now();
  while (left.length === 0 && sent < 2_000) {
    await broadcast([connections], view);
    await broadcast([connections], board);
    sent += 2;
    if (sent % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(left).toEqual([4001]);
  expect(skipped.length).toBeGreaterThan(0);
  expect(new Set(skipped)).toEqual(new Set(["board"]));
  await eventually(() => {
    for (const other of others) expect(other.received()).toBeGreaterThanOrEqual(sent - skipped.length);
  });
  expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  expect([...connections].filter((connection) => connection.open).length).toBe(2);
  expect([...connections].find((connection) => !connection.open)?.ws.readyState).not.toBe(WebSocket.OPEN);
});
