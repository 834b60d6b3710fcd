import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { ANY_PICTURE } from "#tests/support/pictures.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import type { TestSocket } from "#tests/support/socket.ts";
import { answer, seen, startGame, welcomed } from "../socket-game.ts";

let server: SharedServer;
beforeAll(async () => {
  server = await sharedServer();
});

const EXPLAINED = (i: number) => `qqexplanationqq${i}`;

/** Every kind; what is secret of each question is written so that no frame can hold it by accident. */
const QUIZ = {
  title: "Secrets",
  questions: [
    {
      kind: "single",
      prompt: "P0",
      options: [{ text: "one" }, { text: "two", correct: true }, { text: "three" }],
    },
    {
      kind: "multiple",
      prompt: "P1",
      options: [{ text: "one", correct: true }, { text: "two" }, { text: "three", correct: true }],
      showPick: true,
    },
    { kind: "truefalse", prompt: "P2", correct: false },
    { kind: "text", prompt: "P3", accepted: ["qqacceptedqq", "qqalsoacceptedqq"] },
    { kind: "number", prompt: "P4", correct: 731_946.25, tolerance: 3.0625, unit: "m" },
    { kind: "number", prompt: "P5", correct: 864_213.5, closest: true },
    { kind: "order", prompt: "P6", items: ["i one", "i two", "i three", "i four", "i five"] },
    {
      kind: "match",
      prompt: "P7",
      pairs: ["one", "two", "three"].map((text) => ({ item: `m ${text}`, group: `g ${text}` })),
    },
    {
      kind: "pin",
      prompt: "P8",
      media: { id: ANY_PICTURE, alt: "A map" },
      targets: [{ x: 0.31415, y: 0.27182, radius: 0.0717 }],
    },
    { kind: "poll", prompt: "P9", options: [{ text: "tea" }, { text: "coffee" }] },
  ].map((question, i) => ({ ...question, explanation: EXPLAINED(i), timeLimitMs: 600_000 })),
};

const SECRETS: Record<number, string[]> = {
  3: ["qqacceptedqq", "qqalsoacceptedqq"],
  4: ["731946.25", "3.0625"],
  5: ["864213.5"],
  8: ["0.31415", "0.27182", "0.0717"],
};

const RESPONSES = [
  { choice: 1 },
  { choices: [0, 2] },
  { choice: 1 },
  { text: "something else" },
  { number: 5 },
  { number: 6 },
  { order: [0, 1, 2, 3, 4] },
  { match: [0, 1, 2] },
  { point: { x: 0.9, y: 0.9 } },
  { choice: 0 },
];

/** Fields that only ever hold some of the key, how answers spread, or how one's own answer went. */
const TELLING =
  /"(key|tolerance|explanation|bars|shown|items|order|pairs|match|targets|radius|choices|fraction|correct|result)":|"accepted":\[/;

/** Frames from the one that first shows question `index` up to, not including, its reveal. */
function framesBeforeReveal(socket: TestSocket, index: number): string[] {
  const of = (name: string) =>
    socket.messages.findIndex((message) => {
      const view = message.view as { phase: { name: string; index?: number } } | undefined;
      return view?.phase.name === name && view.phase.index === index;
    });
  const [from, to] = [of("question"), of("reveal")];
  expect(from).toBeGreaterThanOrEqual(0);
  expect(to).toBeGreaterThan(from);
  return socket.frames.slice(from, to);
}

test.concurrent.each(["suspense", "instant"])(
  "[SEC2] no frame to a phone or the screen holds anything of the key before the reveal (%s)",
  async (reveal) => {
    const game = await startGame(server, ["Quiet", "Busy"], { quiz: QUIZ, settings: { reveal } });
    const presenter = await welcomed(server, { pin: game.pin, token: game.presenterKey, as: "presenter" });
    const [quiet, busy] = [game.player("Quiet").socket, game.player("Busy").socket];
    for (const index of QUIZ.questions.keys()) {
      await game.open(index);
      answer(busy, index, RESPONSES[index], `q${index}`);
      await busy.next("ack");
      // Somebody who comes in now gets the whole state: that is looked at too.
      const late = await welcomed(server, { pin: game.pin, token: game.player("Quiet").token, as: "player" });
      await sleep(350);
      for (const frame of late.frames) expect(frame).not.toMatch(TELLING);
      late.drop();
      await game.reveal();
      await seen(quiet, "view", (message) => {
        const { phase, reveal } = message.view as {
          phase: { index?: number };
          reveal: { result: unknown } | null;
        };
        return phase.index === index && reveal?.result != null;
      });
    }
    for (const index of QUIZ.questions.keys()) {
      for (const socket of [quiet, presenter]) {
        for (const frame of framesBeforeReveal(socket, index)) expect(frame).not.toMatch(TELLING);
      }
      const own = framesBeforeReveal(busy, index).filter((frame) => !frame.startsWith(`{"type":"you"`));
      for (const frame of own) {
        // In instant sessions the player's own ack says how it went, and nothing else does.
        if (reveal === "instant" && frame.startsWith(`{"type":"ack"`)) continue;
        expect(frame).not.toMatch(TELLING);
      }
      for (const socket of [quiet, busy, presenter]) {
        const firstReveal = socket.frames.indexOf(framesBeforeReveal(socket, index).at(-1)!);
        const before = socket.frames.slice(0, firstReveal + 1).join("\n");
        for (const secret of [EXPLAINED(index), ...(SECRETS[index] ?? [])])
          expect(before).not.toContain(secret);
      }
    }
    presenter.drop();
    await game.leave();
  },
);

test.concurrent("[SEC2] in suspense neither ack, board nor line tells before the reveal how an answer went", async () => {
  const game = await startGame(server, ["Ada", "Ben"], { settings: { reveal: "suspense" } });
  await game.open(0);
  const [ada, ben] = [game.player("Ada"), game.player("Ben")];
  answer(ada.socket, 0, { choice: 0 });
  const { ack } = await ada.socket.next("ack");
  expect(ack).toEqual({ accepted: true, repeat: false, questionIndex: 0, score: 0 });
  const again = await welcomed(server, { pin: game.pin, token: ada.token, as: "player" });
  const { you } = await again.next("welcome");
  expect(you).toMatchObject({ score: 0, streak: 0, answer: { questionIndex: 0, response: { choice: 0 } } });
  expect((you as { answer: object }).answer).not.toHaveProperty("correct");
  await seen(ben.socket, "board", (board) => board.answered === 1);
  for (const socket of [ada.socket, ben.socket, again]) {
    for (const board of socket.messages.filter((message) => message.type === "board")) {
      for (const standing of board.top as { score: number }[]) expect(standing.score).toBe(0);
    }
  }
  await game.reveal();
  expect((await ada.socket.next("you")).you).toMatchObject({ rank: 1, answer: { correct: true } });
  await seen(ben.socket, "board", (board) => (board.top as { score: number }[])[0]!.score > 0);
  again.drop();
  await game.leave();
});
