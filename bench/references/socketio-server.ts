/**
 * A quiz server on socket.io, in memory, nothing kept. Arguments: the port, and how boards are sent:
 *   each       to the room at every answer, as open quiz servers do
 *   coalesced  four times a second, when something is new: the best of that shape
 */
import { createServer } from "node:http";
import { Server } from "socket.io";
import { boardMessage, viewMessage } from "./board.ts";
import type { ReferenceOrder } from "./orders.ts";

interface Room {
  pin: string;
  questionIndex: number;
  opensAtMs: number;
  scores: Map<string, number>;
  answered: Set<string>;
  tick: number;
  dirty: boolean;
}

const TICK_MS = 250;
const [, , port, boards] = process.argv;
const rooms = new Map<string, Room>();
let version = 0;

const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  let room: Room | null = null;
  let player = "";
  socket.on("hello", ({ pin, token }: { pin: string; token: string }) => {
    room = roomOf(pin);
    player = token;
    room.scores.set(player, room.scores.get(player) ?? 0);
    void socket.join(pin);
    socket.emit("welcome", { players: room.scores.size });
  });
  socket.on("answer", ({ id, response }: { id: string; response: { choice: number } }) => {
    if (!room || room.answered.has(player)) return;
    room.answered.add(player);
    const correct = response.choice === 0;
    const points = correct ? Math.max(500, 1_000 - Math.round((Date.now() - room.opensAtMs) / 40)) : 0;
    const score = (room.scores.get(player) ?? 0) + points;
    room.scores.set(player, score);
    socket.emit("ack", { id, ack: { accepted: true, correct, points, score } });
    if (boards === "each") sendBoard(room);
    else room.dirty = true;
  });
});

if (boards !== "each") {
  setInterval(() => {
    for (const room of rooms.values()) {
      if (room.dirty) sendBoard(room);
      room.dirty = false;
    }
  }, TICK_MS);
}

function sendBoard(room: Room): void {
  room.tick += 1;
  io.to(room.pin).emit(
    "board",
    boardMessage(room.tick, room.questionIndex, room.answered.size, room.scores.size),
  );
}

function roomOf(pin: string): Room {
  let room = rooms.get(pin);
  if (!room) {
    room = {
      ...{ pin, questionIndex: -1, opensAtMs: 0, tick: 0, dirty: false },
      ...{ scores: new Map(), answered: new Set() },
    };
    rooms.set(pin, room);
  }
  return room;
}

process.on("message", (order: ReferenceOrder) => {
  const { pin } = order;
  const room = roomOf(pin);
  if (order.do === "board") {
    sendBoard(room);
    return;
  }
  const { index, opensAtMs } = order;
  Object.assign(room, { questionIndex: index, opensAtMs, answered: new Set() });
  version += 1;
  io.to(pin).emit("view", viewMessage(version, index, opensAtMs));
});
process.on("disconnect", () => process.exit(0));
http.listen({ port: Number(port), host: "127.0.0.1", backlog: 4_096 }, () => process.send?.("ready"));
