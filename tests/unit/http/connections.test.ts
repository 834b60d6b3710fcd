import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { watchConnections } from "#lib/http/connections.ts";
import { reportCutConnections } from "#lib/http/cut-connections.ts";

async function served(headersTimeout = 60_000) {
  let nowMs = 0;
  const cuts: string[] = [];
  const server = createServer({ headersTimeout, connectionsCheckingInterval: 50 }, (_, res) =>
    res.end("fine"),
  );
  const connections = watchConnections(
    server,
    (reason) => cuts.push(reason),
    () => nowMs,
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    connections.destroyAll();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  async function open(text = ""): Promise<Socket> {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.resume();
    // Queued, so that it goes out with the connection itself.
    if (text) socket.write(text);
    await once(socket, "connect");
    return socket;
  }
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { cuts, connections, open, later, url: `http://127.0.0.1:${port}/` };
}

/** A reset is a close, too. */
const closed = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));

test("[SEC24] of more than 512 connections of one address that ask for nothing the oldest goes, and who asks is served", async () => {
  const { cuts, open, later, url } = await served();
  const oldest = await open("GET / HTT");
  const oldestGone = closed(oldest);
  const others = [];
  for (let i = 0; i < 600; i++) others.push(await open(i % 2 ? "" : "GET / HTTP/1.1\r\nHost:"));
  // A crowd that has only just come.
  expect(cuts).toEqual([]);
  later(5_000);
  others.push(await open());
  await oldestGone;
  expect(cuts).toEqual(["too_many_waiting"]);
  expect(others.filter((socket) => socket.destroyed)).toEqual([]);
  const phones = await Promise.all(Array.from({ length: 50 }, () => fetch(url)));
  expect(new Set(phones.map(({ status }) => status))).toEqual(new Set([200]));
});

test("[SEC24] connections that ask do not count, however many stay open", async () => {
  const { cuts, open } = await served();
  const asked = [];
  for (let i = 0; i < 600; i++) {
    const socket = await open("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "data");
    asked.push(socket);
  }
  expect(asked.filter((socket) => socket.destroyed)).toEqual([]);
  expect(cuts).toEqual([]);
});

test("[SEC24] headers that do not come in time are told apart from silence, and from who hangs up", async () => {
  const { cuts, open } = await served(1_000);
  const hungUp = await open("GET / HTTP/1.1\r\n");
  hungUp.end();
  await closed(hungUp);
  const slow = await open("GET / HTTP/1.1\r\nHost: x\r\n");
  await closed(slow);
  expect(cuts).toEqual(["slow_headers"]);
});

test("[UP10] whatever is connected can be cut", async () => {
  const { connections, open } = await served();
  const sockets = [
    await open(),
    await open("GET / HTT"),
    await open("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n"),
  ];
  const gone = sockets.map(closed);
  connections.destroyAll();
  await Promise.all(gone);
});

test("[SEC24] each reason is said once a minute, and counted every time", () => {
  const lines: object[] = [];
  const counted: string[] = [];
  let nowMs = 0;
  const report = reportCutConnections(
    { warn: (fields: object) => lines.push(fields) } as never,
    { connectionCut: (reason) => void counted.push(reason) },
    { now: () => nowMs },
  );
  for (let i = 0; i < 500; i++) report("slow_headers", "192.0.2.1");
  expect(lines).toEqual([{ reason: "slow_headers", address: "192.0.2.1", count: 20 }]);
  expect(counted).toHaveLength(500);
  report("full", "192.0.2.1");
  nowMs = 60_000;
  for (let i = 0; i < 20; i++) report("slow_headers", "192.0.2.2");
  expect(lines).toHaveLength(3);
});
