import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeEarlySocket } from "#lib/client/connection/early-socket.ts";
import { openEarlySocket } from "#lib/client/connection/open-early-socket.ts";

class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  readyState = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: string[] = [];
  closedWith: number | null = null;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    sockets.push(this);
  }
  send(text: string) {
    this.sent.push(text);
  }
  close(code: number) {
    this.closedWith = code;
  }
  opens() {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }
}

const URL = "wss://quiz/ws";
const HELLO = JSON.stringify({ type: "hello", protocol: 1, as: "player", pin: "123456" });
let sockets: FakeSocket[] = [];
let nowMs = 0;

beforeEach(() => {
  sockets = [];
  nowMs = 0;
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function pageAt(search: string): FakeSocket | undefined {
  vi.stubGlobal("location", { origin: "https://quiz", search });
  openEarlySocket();
  return sockets[0];
}

/** Takes it over as the connection does, and notes what that is told. */
async function taken(url = URL, hello = HELLO) {
  const socket = takeEarlySocket(url, hello);
  const told: unknown[] = [];
  if (socket) {
    socket.onopen = () => told.push(`open ${(socket.helloAtMs ?? 0) - performance.timeOrigin}`);
    socket.onmessage = ({ data, atMs }) =>
      told.push(atMs ? `${data} ${atMs - performance.timeOrigin}` : data);
    socket.onclose = ({ code }) => told.push(code);
  }
  await Promise.resolve();
  return { socket, told };
}

test("[CL27] what came before the scripts is told in order, with the instants at which it came", async () => {
  const early = pageAt("?pin=123-456&x=1");
  expect(early?.url).toBe(URL);
  nowMs = 200;
  early?.opens();
  nowMs = 350;
  early?.onmessage?.({ data: "welcome" });
  nowMs = 900;
  const { socket, told } = await taken();
  socket?.send(HELLO);
  socket?.send("ping");
  early?.onmessage?.({ data: "board" });
  early?.onclose?.({ code: 4001 });
  expect(told).toEqual(["open 200", "welcome 350", "board", 4001]);
  expect(early?.sent).toEqual([HELLO, "ping"]);
});

test("[CL27] a socket that is still opening says hello once, by itself", async () => {
  const early = pageAt("?pin=123456");
  const { socket, told } = await taken();
  nowMs = 40;
  early?.opens();
  socket?.send(HELLO);
  early?.onmessage?.({ data: "welcome" });
  expect(told).toEqual(["open 40", "welcome"]);
  expect(early?.sent).toEqual([HELLO]);
});

test("[JN12] a tab that has a token says hello with it, wherever it is kept", async () => {
  const hello = JSON.stringify({
    type: "hello",
    protocol: 1,
    as: "player",
    pin: "123456",
    token: "pl.a.b.c",
  });
  const slot = "ovation.seat.123456";
  vi.stubGlobal("sessionStorage", { getItem: (key: string) => (key === slot ? "pl.a.b.c" : null) });
  pageAt("?pin=١٢٣٤٥٦")?.opens();
  expect(sockets[0]?.sent).toEqual([hello]);
  expect((await taken(URL, hello)).socket).not.toBeNull();

  sockets = [];
  vi.stubGlobal("name", JSON.stringify({ [slot]: "pl.a.b.c" }));
  vi.stubGlobal("sessionStorage", undefined);
  Object.defineProperty(globalThis, "sessionStorage", {
    configurable: true,
    get() {
      throw new Error("SecurityError");
    },
  });
  pageAt("?pin=123456")?.opens();
  expect(sockets[0]?.sent).toEqual([hello]);
});

test("[CL27] it is taken once, and only for the same words", async () => {
  const other = pageAt("?pin=654321");
  expect((await taken()).socket).toBeNull();
  expect(other?.closedWith).toBe(1_000);
  sockets = [];
  pageAt("?pin=123456");
  expect((await taken()).socket).not.toBeNull();
  expect((await taken()).socket).toBeNull();
});

test("[CL27] one that is gone already, or a page without a PIN, leaves everything as it was", async () => {
  expect(pageAt("?x=1")).toBeUndefined();
  const early = pageAt("?pin=123456");
  if (early) early.readyState = 3;
  expect((await taken()).socket).toBeNull();
});
