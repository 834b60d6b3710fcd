/**
 * The practical limit of the stack: a bare ws server that sends every answer straight back as its ack, and broadcasts
 * one shared buffer per tick. Nothing is parsed, checked, counted by player, or kept. Argument: the port.
 */
import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { boardMessage, viewMessage } from "./board.ts";
import type { ReferenceOrder } from "./orders.ts";

const TICK_MS = 250;
const AS_TEXT = { binary: false };
const sockets = new Set<WebSocket>();
/** There are no rooms here; a board asked for elsewhere goes nowhere. */
let pin = "";
let tick = 0;
let version = 0;
let questionIndex: number | null = null;
let answered = 0;
let told = 0;

const http = createServer();
const server = new WebSocketServer({ server: http, clientTracking: false, perMessageDeflate: false });
server.on("connection", (ws) => {
  sockets.add(ws);
  ws.on("message", onMessage);
  ws.on("close", onClose);
});

function onMessage(this: WebSocket, data: Buffer): void {
  // {"type":"hello… or {"type":"answer…
  if (data[9] === 0x68) {
    this.send('{"type":"welcome"}');
    return;
  }
  answered += 1;
  this.send(data, AS_TEXT);
}

function onClose(this: WebSocket): void {
  sockets.delete(this);
}

setInterval(() => {
  if (answered === told) return;
  told = answered;
  sendBoard();
}, TICK_MS);

function sendBoard(): void {
  tick += 1;
  toAll(boardMessage(tick, questionIndex, answered, sockets.size));
}

function toAll(message: object): void {
  const bytes = Buffer.from(JSON.stringify(message));
  for (const ws of sockets) ws.send(bytes, AS_TEXT);
}

process.on("message", (order: ReferenceOrder) => {
  if (order.do === "board") {
    if (order.pin === pin) sendBoard();
    return;
  }
  if (order.do === "reveal") return;
  const { index, opensAtMs } = order;
  pin = order.pin;
  questionIndex = index;
  answered = 0;
  told = 0;
  version += 1;
  toAll(viewMessage(version, index, opensAtMs));
});
process.on("disconnect", () => process.exit(0));
http.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4_096 }, () =>
  process.send?.("ready"),
);
