import type { ClientMessage } from "../protocol/client-messages.ts";
import type { ServerMessage } from "../protocol/server-messages.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { youSchema } from "../session/players/you.ts";
import { viewSchema } from "../session/reports/view.ts";
import replies from "./reply-examples.json" with { type: "json" };

type Message = ClientMessage | ServerMessage;

const standings = replies.getLeaderboard.standings;
const view = viewSchema.parse(replies.getView);
const you = youSchema.parse(replies.getMe);
const { playerId: _, name: __, ...line } = you;
const board = { tick: 12, top: standings, players: 2, questionIndex: 0, answered: 1, cuts: [] };

/** One of each message of the live socket. */
export const messageExamples: { [Type in Message["type"]]: Extract<Message, { type: Type }> } = {
  hello: {
    type: "hello",
    protocol: PROTOCOL_VERSION,
    pin: "310373",
    as: "player",
    token: replies.join.token,
  },
  join: {
    type: "join",
    protocol: PROTOCOL_VERSION,
    id: "j1",
    pin: "310373",
    name: "Ada",
    joinKey: "a secret of this device",
  },
  ping: { type: "ping", t0: 1_799_999_999_000 },
  answer: {
    type: "answer",
    id: "a1",
    questionIndex: 0,
    response: { choice: 0 },
    pressedAtMs: 1_800_000_005_000,
  },
  pass: { type: "pass", questionIndex: 0 },
  react: { type: "react", emoji: "👏" },
  welcome: {
    type: "welcome",
    protocol: PROTOCOL_VERSION,
    bootId: "5c0f6a0e-8f43-4b38-9f0a-0d9f2c6f3f0b",
    serverNowMs: 1_800_000_000_500,
    as: "player",
    view,
    board,
    you,
  },
  view: { type: "view", view },
  board: { type: "board", ...board },
  tally: {
    type: "tally",
    tick: 13,
    questionIndex: 0,
    answered: 1,
    correct: 1,
    bars: [
      { label: "Paris", option: 0, count: 1, correct: true },
      { label: "Lyon", option: 1, count: 0, correct: false },
    ],
  },
  roster: {
    type: "roster",
    tick: 14,
    players: [{ playerId: replies.join.playerId, name: "Ada", connected: true }],
    total: 2,
    connected: 1,
    away: 1,
  },
  reactions: { type: "reactions", tick: 15, counts: { "👏": 3 } },
  seatRequests: { type: "seatRequests", tick: 16, requests: replies.listSeatRequests.requests },
  health: { type: "health", leaderboard: "ok", bus: "ok", database: "ok" },
  patch: {
    type: "patch",
    view: {
      from: view.version,
      set: { version: view.version + 1, answered: 2, "reveal.result.answered": 2 },
    },
    you: line,
  },
  cuts: {
    type: "cuts",
    tick: 17,
    cuts: [
      [1, 980],
      [405, 0],
    ],
    players: 812,
    questionIndex: 0,
    answered: 404,
  },
  ack: { type: "ack", id: "a1", ack: replies.answer as Extract<ServerMessage, { type: "ack" }>["ack"] },
  refused: {
    type: "refused",
    id: "a1",
    refusal: { code: "question_closed", message: "Time is up: the question is closed." },
  },
  you: { type: "you", you },
  pong: { type: "pong", t0: 1_799_999_999_000, t1: 1_800_000_000_000 },
};
