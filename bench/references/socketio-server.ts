/**
 * A quiz server on socket.io, in memory, nothing kept. Arguments: the port, and how boards are sent:
 *   each       to the room at every answer, as open quiz servers do
 *   coalesced  four times a second, when something is new: the best of that shape
 */
import { createServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { boardMessage, revealMessage, viewMessage } from "./board.ts";
import type { ReferenceOrder } from "./orders.ts";

interface Seat {
  socket: Socket;
  score: number;
  streak: number;
  right: number;
  answer: { choice: number; correct: boolean; points: number } | null;
}

interface Room {
  pin: string;
  questionIndex: number;
  opensAtMs: number;
  seats: Map<string, Seat>;
  answered: number;
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
    const known = room.seats.get(player);
    if (known) known.socket = socket;
    else room.seats.set(player, { socket, score: 0, streak: 0, right: 0, answer: null });
    void socket.join(pin);
    socket.emit("welcome", { players: room.seats.size });
  });
  socket.on("answer", ({ id, response }: { id: string; response: { choice: number } }) => {
    const seat = room?.seats.get(player);
    if (!room || !seat || seat.answer) return;
    room.answered += 1;
    const correct = response.choice === 0;
    const points = correct ? Math.max(500, 1_000 - Math.round((Date.now() - room.opensAtMs) / 40)) : 0;
    seat.answer = { choice: response.choice, correct, points };
    seat.score += points;
    seat.streak = correct ? seat.streak + 1 : 0;
    seat.right += correct ? 1 : 0;
    socket.emit("ack", { id, ack: { accepted: true, correct, points, score: seat.score } });
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
  io.to(room.pin).emit("board", boardMessage(room.tick, room.questionIndex, room.answered, room.seats.size));
}

/** One message each: the solution, how the room did, and the own line. */
function tellResults(room: Room): void {
  const seats = [...room.seats.values()].sort((a, b) => b.score - a.score);
  const bars = [0, 0, 0, 0];
  for (const { answer } of seats) if (answer) bars[answer.choice] = (bars[answer.choice] ?? 0) + 1;
  const reveal = revealMessage(room.questionIndex, room.answered, bars);
  let rank = 1;
  seats.forEach(({ socket, score, streak, right, answer }, at) => {
    const above = seats[at - 1];
    if (above && above.score > score) rank = at + 1;
    const gap = above ? above.score - score : null;
    socket.emit("you", {
      ...reveal,
      you: { score, rank, players: seats.length, streak, right, gap, answer },
    });
  });
}

function roomOf(pin: string): Room {
  let room = rooms.get(pin);
  if (!room) {
    room = {
      pin,
      questionIndex: -1,
      opensAtMs: 0,
      tick: 0,
      dirty: false,
      seats: new Map(),
      answered: 0,
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
  if (order.do === "reveal") {
    tellResults(room);
    return;
  }
  const { index, opensAtMs } = order;
  Object.assign(room, { questionIndex: index, opensAtMs, answered: 0 });
  for (const seat of room.seats.values()) seat.answer = null;
  version += 1;
  io.to(pin).emit("view", viewMessage(version, index, opensAtMs));
});
process.on("disconnect", () => process.exit(0));
http.listen({ port: Number(port), host: "127.0.0.1", backlog: 4_096 }, () => process.send?.("ready"));
