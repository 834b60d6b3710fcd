import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { broadcast, type Frame } from "#lib/realtime/broadcast.ts";
import { Connection, type ConnectionHooks } from "#lib/realtime/connection.ts";
import { HOPELESS_BYTES } from "#lib/realtime/outbound.ts";
import { textFrame } from "#lib/realtime/text-frame.ts";
import { type FaultProxy, startProxy } from "#tests/support/programs/tcp-proxy.ts";
import { eventually } from "#tests/support/waiting.ts";

/** A thousand real sockets, one of which hardly reads. */
let http: Server;
const skipped: string[] = [];
const left: number[] = [];
const hooks: ConnectionHooks = {
  skipped: (type) => skipped.push(type),
  left: (_connection, _from, code) => left.push(code),
};
const connections = new Set<Connection>();
const readers: Socket[] = [];
const proxies: FaultProxy[] = [];
/** Where everybody's bytes end: they are counted, not looked at. */
const drain = Buffer.alloc(64 * 1024);

beforeEach(async () => {
  skipped.length = left.length = readers.length = 0;
  connections.clear();
  const options = { noServer: true, closeTimeout: 300 };
  const server = new WebSocketServer(options);
  http = createServer();
  http.on("upgrade", (req, socket, head) =>
    server.handleUpgrade(req, socket, head, (ws) => {
      ws.on("error", () => {});
      connections.add(
        new Connection(ws, hooks, { wire: socket, caller: { address: "" }, cookie: null, nowMs: 0 }),
      );
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  for (const reader of readers) reader.destroy();
  for (const proxy of proxies.splice(0)) await proxy.stop();
  http.close();
});

/** Opens a socket and counts what comes after the handshake. Decoding for a thousand would cost more than serving them. */
async function reader(port = (http.address() as AddressInfo).port): Promise<{ received: () => number }> {
  let bytes = 0;
  let opened = () => {};
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const onread = {
    buffer: drain,
    callback(length: number) {
      // Nothing is broadcast before all are open, so the first piece is the handshake and no more.
      if (bytes === 0) opened();
      bytes += length;
      return true;
    },
  };
  const socket = connect({ port, host: "127.0.0.1", onread });
  readers.push(socket);
  socket.on("error", () => {});
  const key = Buffer.alloc(16).toString("base64");
  socket.write(
    `GET / HTTP/1.1\r\nHost: room\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await open;
  const handshake = bytes;
  return { received: () => bytes - handshake };
}

const view: Frame = { type: "view", bytes: textFrame(" ".repeat(64 * 1024)) };
const board: Frame = { type: "board", bytes: textFrame("{}") };
const VIEW_BYTES = view.bytes.length;
const BOARD_BYTES = board.bytes.length;
const OTHERS = 1_000;

test("[RT6] one reader at 1 KB/s in a room of a thousand misses boards, then is sent away to come back; all others get everything", async () => {
  const proxy = await startProxy((http.address() as AddressInfo).port);
  proxies.push(proxy);
  const slow = await reader(proxy.port);
  const [slowConnection] = [...connections] as [Connection];
  const others: Awaited<ReturnType<typeof reader>>[] = [];
  while (others.length < OTHERS)
    others.push(...(await Promise.all(Array.from({ length: 100 }, () => reader()))));
  expect(connections.size).toBe(OTHERS + 1);
  proxy.throttle(1_024);
  // It was too slow for a while already: what the network holds for it is full.
  let ahead = 0;
  for (; slowConnection.ws.bufferedAmount === 0; ahead++) {
    await broadcast([new Set([slowConnection])], view);
    await setImmediate();
  }
  let [rounds, queuedMost] = [0, 0];
  while (left.length === 0 && rounds < 100) {
    await broadcast([connections], view);
    await broadcast([connections], board);
    rounds++;
    queuedMost = Math.max(queuedMost, slowConnection.ws.bufferedAmount);
    // The others read as fast as they can in this same process.
    await eventually(
      () =>
        expect(others.filter(({ received }) => received() < rounds * (VIEW_BYTES + BOARD_BYTES))).toEqual([]),
      { everyMs: 1 },
    );
  }
  expect(left).toEqual([4001]);
  expect(slowConnection.open).toBe(false);
  expect(skipped.length).toBeGreaterThan(0);
  expect(new Set(skipped)).toEqual(new Set(["board"]));
  expect(slow.received()).toBeLessThan(((ahead + rounds) * VIEW_BYTES) / 2);
  expect(queuedMost).toBeLessThanOrEqual(HOPELESS_BYTES + VIEW_BYTES);
  const exactly = rounds * (VIEW_BYTES + BOARD_BYTES);
  expect(others.filter(({ received }) => received() !== exactly)).toEqual([]);
  expect([...connections].filter(({ open }) => open).length).toBe(OTHERS);
  // It does not answer the goodbye either; its socket and what waits for it are let go.
  await eventually(() => expect(slowConnection.ws.readyState).toBe(WebSocket.CLOSED));
  // It comes back, and is served like anybody.
  proxy.throttle(Number.POSITIVE_INFINITY);
  const back = await reader(proxy.port);
  await broadcast([connections], board);
  await eventually(() => expect(back.received()).toBe(BOARD_BYTES));
});
