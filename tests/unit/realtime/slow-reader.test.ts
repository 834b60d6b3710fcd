import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { broadcast, type Frame } from "#lib/realtime/broadcast.ts";
import { Connection, type ConnectionHooks } from "#lib/realtime/connection.ts";
import { type FaultProxy, startProxy } from "#tests/support/tcp-proxy.ts";
import { eventually } from "#tests/support/waiting.ts";

/** Real sockets, one of which hardly reads. */
let http: Server;
const skipped: string[] = [];
const left: number[] = [];
const hooks: ConnectionHooks = {
  skipped: (type) => skipped.push(type),
  left: (_connection, _from, code) => left.push(code),
};
const connections = new Set<Connection>();
const clients: WebSocket[] = [];
const proxies: FaultProxy[] = [];

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
afterEach(async () => {
  for (const client of clients) client.terminate();
  for (const proxy of proxies.splice(0)) await proxy.stop();
  http.close();
});

async function client(
  port = (http.address() as AddressInfo).port,
): Promise<{ socket: WebSocket; received: () => number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  clients.push(socket);
  let count = 0;
  socket.on("message", () => count++);
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("open", resolve));
  return { socket, received: () => count };
}

const view: Frame = { type: "view", bytes: Buffer.alloc(64 * 1024, 0x20) };
const board: Frame = { type: "board", bytes: Buffer.from("{}") };

test("[RT6] one reader at 1 KB/s misses boards, then is sent away to come back; the whole room gets everything", async () => {
  const proxy = await startProxy((http.address() as AddressInfo).port);
  proxies.push(proxy);
  const slow = await client(proxy.port);
  const others = await Promise.all(Array.from({ length: 100 }, () => client()));
  await eventually(() => expect(connections.size).toBe(101));
  proxy.throttle(1_024);
  const before = process.memoryUsage().rss;
  let sent = 0;
  while (left.length === 0 && sent < 2_000) {
    await broadcast([connections], view);
    await broadcast([connections], board);
    sent += 2;
    // The others read as fast as they can in this same process.
    await eventually(
      () => {
        for (const other of others) expect(other.received()).toBe(sent);
      },
      10_000,
      1,
    );
  }
  expect(left).toEqual([4001]);
  expect(skipped.length).toBeGreaterThan(0);
  expect(new Set(skipped)).toEqual(new Set(["board"]));
  expect(slow.received()).toBeLessThan(sent / 2);
  expect([...connections].filter((connection) => connection.open).length).toBe(100);
  expect([...connections].find((connection) => !connection.open)?.ws.readyState).not.toBe(WebSocket.OPEN);
  expect(process.memoryUsage().rss - before).toBeLessThan(128 * 2 ** 20);
  // It comes back, and is served like anybody.
  proxy.throttle(Number.POSITIVE_INFINITY);
  const back = await client(proxy.port);
  await broadcast([connections], board);
  await eventually(() => expect(back.received()).toBe(1));
});
