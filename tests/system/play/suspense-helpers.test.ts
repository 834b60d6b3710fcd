import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { answer, seen, startGame, welcomed } from "../socket-game.ts";

let server: SharedServer;
beforeAll(async () => {
  server = await sharedServer();
});

const KEY = 2;
const choices = ["Oslo", "Bern", "Rome", "Wien"];
const single = (prompt: string) => ({
  kind: "single",
  prompt,
  explanation: `Because of ${prompt}`,
  options: choices.map((text, i) => (i === KEY ? { text, correct: true } : { text })),
  timeLimitMs: 60_000,
});
const quiz = { title: "Prizes", questions: [single("Where is the Forum?"), single("Where is the Tiber?")] };
const HELPERS = ["Helper 1", "Helper 2", "Helper 3"];

/** The id Next gave the answer action in this build. */
function answerActionId(): string {
  const manifest = JSON.parse(
    readFileSync(new URL("../../../.next/server/server-reference-manifest.json", import.meta.url), "utf8"),
  ) as { node: Record<string, { exportedName?: string }> };
  const found = Object.entries(manifest.node).find(([, each]) => each.exportedName === "submitAnswerAction");
  if (!found) throw new Error("the build has no answer action");
  return found[0];
}

async function byAction(who: { token: string; sessionId: string }, questionIndex: number, response: object) {
  const reply = await fetch(`${server.url}/play?pin=000000`, {
    method: "POST",
    headers: {
      "next-action": answerActionId(),
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: server.url,
      cookie: `${playerCookieName(who.sessionId)}=${who.token}`,
    },
    body: JSON.stringify([{ sessionId: who.sessionId, questionIndex, response }]),
  });
  return reply.text();
}

/** What could tell an attacker something; the view says of each question what it is worth. */
const TELLING = /"(correct|fraction|solution|explanation)":|"points":(?!1,"scored")|Because of/;

test("[API5] [SE15] three helpers who try the options by every door learn nothing, once the host has changed to the reveal", async () => {
  const game = await startGame(server, [...HELPERS, "Main", "Quiet"], { quiz });
  const { calls, pin, sessionId } = game;
  const main = game.player("Main");
  const helpers = HELPERS.map(game.player);
  const quiet = game.player("Quiet");

  // At once: the ack tells. That is what the setting says.
  await game.open(0);
  expect((await calls.answer(pin, helpers[0]!.token, 0, { choice: KEY })).body).toMatchObject({
    correct: true,
  });
  const refused = await calls.post(`/sessions/${sessionId}/commands`, {
    command: "setReveal",
    reveal: "suspense",
  });
  expect(refused).toMatchObject({ status: 409, body: { code: "command_not_possible" } });
  await game.reveal();
  await calls.command(sessionId, { command: "setReveal", reveal: "suspense" });
  expect((await calls.view(pin)).settings).toMatchObject({ reveal: "suspense" });
  const boardBefore = await calls.leaderboard(pin);

  await game.open(1);
  const from = [main, quiet, ...helpers].map(({ socket }) => socket.frames.length);
  const heard: string[] = [];
  const hear = async (path: string, token: string | null = main.token) =>
    heard.push(JSON.stringify((await calls.get(path, token)).body));

  // One helper per door, the right option among them, each sent twice.
  for (let again = 0; again < 2; again++) {
    heard.push(JSON.stringify((await calls.answer(pin, helpers[0]!.token, 1, { choice: 0 })).body));
    answer(helpers[1]!.socket, 1, { choice: KEY }, `s${again}`);
    heard.push(JSON.stringify(await seen(helpers[1]!.socket, "ack", ({ id }) => id === `s${again}`)));
    heard.push(await byAction(helpers[2]!, 1, { choice: 1 }));
  }
  expect(heard.at(-1)).toContain('"accepted":true');
  await eventually(async () => expect((await calls.view(pin)).answered).toBe(3));

  for (const token of [main.token, ...helpers.map((helper) => helper.token)]) {
    await hear(`/pins/${pin}/me`, token);
    const own = (await calls.get<{ questions: object[] }>(`/pins/${pin}/me/answers`, token)).body;
    expect(own.questions).toHaveLength(1);
    await hear(`/sessions/${sessionId}/results`, token);
    await hear(`/sessions/${sessionId}/results/answers?format=csv`, token);
    await hear(`/sessions/${sessionId}/results?format=csv`, token);
    await hear(`/sessions/${sessionId}/race`, token);
  }
  // An answer to the question before tells that one, and nothing of this one's points.
  const old = (await calls.answer(pin, helpers[1]!.token, 0, { choice: KEY })).body;
  expect(old).toMatchObject({ status: 409 });
  expect(await calls.leaderboard(pin)).toEqual(boardBefore);
  await hear(`/pins/${pin}`, null);
  const key = game.presenterKey;
  const race = (await calls.get<{ questions: object[] }>(`/sessions/${sessionId}/race`, key)).body;
  expect(race.questions).toHaveLength(1);

  // A screen that connects now gets the whole state.
  for (const token of [main.token, helpers[1]!.token]) {
    const fresh = await welcomed(server, { pin, token, as: "player" });
    await seen(fresh, "welcome");
    heard.push(...fresh.frames);
    fresh.drop();
  }
  const screen = await welcomed(server, { pin, token: key, as: "presenter" });
  await sleep(600);
  heard.push(...screen.frames);
  screen.drop();
  [main, quiet, ...helpers].forEach(({ socket }, i) => {
    heard.push(...socket.frames.slice(from[i]));
    for (const board of socket.messages.slice(from[i]).filter(({ type }) => type === "board")) {
      const { top, cuts } = board as unknown as { top: { name: string; score: number }[]; cuts: object[] };
      expect(top.map(({ name, score }) => ({ name, score }))).toEqual(
        boardBefore.standings.map(({ name, score }) => ({ name, score })),
      );
      expect(JSON.stringify(cuts)).toBe(JSON.stringify((boardBefore as unknown as { cuts: object[] }).cuts));
    }
  });
  for (const text of heard) expect(text).not.toMatch(TELLING);

  await game.reveal();
  await eventually(async () =>
    expect((await calls.get(`/pins/${pin}/me`, helpers[1]!.token)).body).toMatchObject({
      answer: { correct: true },
    }),
  );
  await game.leave();
});
