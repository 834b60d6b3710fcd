import { describe, expect, test } from "vitest";
import { readServerMessage } from "#lib/client/connection/read-message.ts";
import { type ServerMessage, serverMessageSchema } from "#lib/protocol/server-messages.ts";
import { boardWith, viewWith, welcomeWith, youWith } from "./messages.ts";
import { openConnection } from "./opened-connection.ts";

describe("what is not understood", () => {
  test("[CL8] is ignored, and never throws", async () => {
    const { browser, name, heard, goLive } = openConnection();
    await goLive();
    const junk = [
      "",
      "null",
      "[]",
      "{",
      "7",
      `{"type":"constructor"}`,
      `{"type":"view"}`,
      `{"type":"news"}`,
      new Blob([]),
    ];
    for (const data of junk) browser.socket().saysRaw(data);
    expect([name(), heard.length]).toEqual(["live", 0]);
  });

  test("[CL8] every message of the protocol passes the envelope check", () => {
    const messages: ServerMessage[] = [
      { type: "view", view: viewWith() },
      { type: "board", ...boardWith() },
      { type: "tally", tick: 1, questionIndex: 0, answered: 0, correct: null, bars: [] },
      { type: "roster", tick: 1, players: [], total: 0, connected: 0, away: 0 },
      { type: "reactions", tick: 1, counts: {} },
      { type: "seatRequests", tick: 1, requests: [] },
      { type: "health", leaderboard: "ok", bus: "ok", database: "ok" },
      welcomeWith(),
      { type: "patch", view: { from: 1, set: { version: 2 } } },
      { type: "cuts", tick: 1, cuts: [[1, 900]], players: 2, questionIndex: 0, answered: 1 },
      { type: "ack", id: "1", ack: { accepted: true, repeat: false, questionIndex: 0, score: 1 } },
      { type: "refused", refusal: { code: "overloaded", message: "Busy." } },
      { type: "you", you: youWith() },
      { type: "pong", t0: 0, t1: 0 },
    ];
    for (const message of messages) expect(readServerMessage(JSON.stringify(message))).toEqual(message);
    const known = serverMessageSchema.options.map((option) => option.shape.type.value);
    expect(messages.map(({ type }) => type)).toEqual(known);
  });
});
