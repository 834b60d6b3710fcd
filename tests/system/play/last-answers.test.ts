import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Api } from "#tests/support/api.ts";
import { ANY_PICTURE } from "#tests/support/pictures.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { TestSocket } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { type Game, refusalOf, seen, startGame } from "../socket-game.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

/** As .env.example says. */
const CLOSE_GRACE_MS = 2_000;

const OPTIONS = [{ text: "a", correct: true }, { text: "b" }, { text: "c", correct: true }];
/** Each kind that is put together before it is sent, with an answer to it. */
const COMPOSED = [
  { kind: "multiple", rest: { options: OPTIONS }, response: { choices: [0, 2] } },
  { kind: "order", rest: { items: ["a", "b", "c"] }, response: { order: [2, 0, 1] } },
  {
    kind: "match",
    rest: { pairs: ["x", "y", "z"].map((group) => ({ item: `of ${group}`, group })) },
    response: { match: [0, 1, 2] },
  },
  { kind: "text", rest: { accepted: ["Everest"] }, response: { text: "Everest" } },
  { kind: "number", rest: { correct: 42 }, response: { number: 42 } },
  {
    kind: "pin",
    rest: { media: { id: ANY_PICTURE, alt: "A map" }, targets: [{ x: 0.5, y: 0.5, radius: 0.2 }] },
    response: { point: { x: 0.5, y: 0.5 } },
  },
];
const TEXT = { kind: "text", rest: { accepted: ["Everest"] } };
const TAP = { kind: "single", rest: { options: [{ text: "a", correct: true }, { text: "b" }] } };

interface Running {
  phase: { name: string; opensAtMs: number; closesAtMs: number; cutAtMs?: number; settled?: boolean };
  reveal: unknown;
  serverNowMs: number;
}

const quizOf = ({ kind, rest }: { kind: string; rest: object }, timeLimitMs: number) => ({
  title: "At the close",
  questions: [{ kind, prompt: "Which?", ...rest, timeLimitMs }],
});

/** The view in which it is so, once this socket has been told. */
async function viewSeen(socket: TestSocket, is: (view: Running) => boolean): Promise<Running> {
  const message = await seen(socket, "view", ({ view }) => is(view as Running));
  return message.view as Running;
}
const isCut = ({ phase }: Running) => phase.cutAtMs !== undefined;

async function elapsedMs(calls: Api, sessionId: string): Promise<number[]> {
  const log = await calls.get<{ answers: { elapsedMs: number }[] }>(`/sessions/${sessionId}/results/answers`);
  return log.body.answers.map((answer) => answer.elapsedMs);
}

test.concurrent.each(COMPOSED)(
  "[AN2] $kind: what stood on a phone when the host closed counts, its time being the close",
  ({ response, ...question }) =>
    untilInTime(async () => {
      const game = await startGame(server, ["Ada", "Ben"], { quiz: quizOf(question, 60_000) });
      await game.open(0);
      const { socket } = game.player("Ada");
      const closing = game.calls.command(game.sessionId, "close");
      const { view } = (await seen(
        socket,
        "view",
        ({ view }) => (view as Running).phase.cutAtMs !== undefined,
      )) as never as {
        view: Running;
      };
      const { opensAtMs, cutAtMs = 0 } = view.phase;
      const send = (id: string) =>
        socket.send({ type: "answer", id, questionIndex: 0, response, pressedAtMs: cutAtMs });
      send("standing");
      const verdict = await answered(socket);
      expect((await closing).phase).toMatchObject({ name: "reveal" });
      // The key stays hidden while such an answer may still come; Ben's phone says nothing.
      for (const { serverNowMs } of viewsWithKey(game))
        expect(serverNowMs).toBeGreaterThanOrEqual(cutAtMs + CLOSE_GRACE_MS);
      if (verdict.type === "refused") return tooLate(game, verdict);
      expect(verdict.ack).toMatchObject({ accepted: true, repeat: false });
      send("again");
      const again = await seen(socket, "ack", (message) => message.id === "again");
      expect(again.ack).toMatchObject({ repeat: true });
      const late = game.player("Ben").socket;
      late.send({ type: "answer", id: "late", questionIndex: 0, response, pressedAtMs: cutAtMs });
      expect(refusalOf(await seen(late, "refused")).code).toBe("question_closed");
      expect(await elapsedMs(game.calls, game.sessionId)).toEqual([Math.max(200, cutAtMs - opensAtMs)]);
      await game.leave();
      return true;
    }),
);

/**
 * On a machine so busy that the news of the close and the answer to it take longer than the grace, an answer is late for a
 * reason that is not tested here: such a game is played again.
 */
async function untilInTime(play: () => Promise<boolean>): Promise<void> {
  while (!(await play()));
}

async function tooLate(game: Game, refused: Parameters<typeof refusalOf>[0]): Promise<boolean> {
  expect(refusalOf(refused).code).toBe("question_closed");
  await game.leave();
  return false;
}

/** What became of the answer of this socket. */
const answered = (socket: TestSocket) =>
  eventually(() => {
    const verdict = socket.messages.find(({ type }) => type === "ack" || type === "refused");
    if (!verdict) throw new Error("the answer is on its way");
    return verdict;
  });

function viewsWithKey({ host, players }: Game): { serverNowMs: number }[] {
  return [host, ...players.map(({ socket }) => socket)].flatMap(({ messages }) =>
    messages.flatMap(({ type, view }) =>
      type === "view" && (view as Running).reveal !== null ? [view as Running] : [],
    ),
  );
}

test.concurrent.each(COMPOSED)(
  "[AN2] $kind: what is sent as time runs out counts as given at the close",
  ({ response, ...question }) =>
    untilInTime(async () => {
      const game = await startGame(server, ["Ada", "Ben"], { quiz: quizOf(question, 2_000) });
      const { opensAtMs, closesAtMs } = await game.open(0);
      const { socket } = game.player("Ada");
      await sleep(Math.max(0, closesAtMs - 150 - Date.now()));
      socket.send({ type: "answer", id: "standing", questionIndex: 0, response, pressedAtMs: closesAtMs });
      const verdict = await answered(socket);
      if (verdict.type === "refused") return tooLate(game, verdict);
      expect(await elapsedMs(game.calls, game.sessionId)).toEqual([closesAtMs - opensAtMs]);
      await game.leave();
      return true;
    }),
);

test.concurrent("[AN2] a host's close waits for no phone that has answered or passed", async () => {
  // Its own server, on which a close that waited for the grace would never be seen.
  const patient = await startServer({ env: { CLOSE_GRACE_MS: "30000" } });
  const game = await startGame(patient, ["Ada", "Ben"], { quiz: quizOf(TEXT, 600_000) });
  await game.open(0);
  const [ada, ben] = [game.player("Ada").socket, game.player("Ben").socket];
  // Too early to mean anything: the question is open.
  ben.send({ type: "pass", questionIndex: 0 });
  const closing = game.calls.command(game.sessionId, "close");
  const { phase } = await viewSeen(ben, isCut);
  ben.send({ type: "pass", questionIndex: 0 });
  ada.send({ type: "answer", id: "a", questionIndex: 0, response: { text: "Everest" } });
  expect((await seen(ada, "ack")).ack).toMatchObject({ accepted: true });
  await closing;
  const { serverNowMs } = await viewSeen(ben, (view) => view.phase.name === "reveal");
  expect(serverNowMs).toBeLessThan((phase.cutAtMs ?? 0) + 30_000);
  await game.leave();
  await patient.stop();
});

test.concurrent("[AN2] with the setting off the host's close is the end, and so it is for a single tap", async () => {
  for (const [question, settings] of [
    [TEXT, { sendAtClose: false }],
    [TAP, {}],
  ] as const) {
    const game = await startGame(server, ["Ada"], { quiz: quizOf(question, 60_000), settings });
    await game.open(0);
    const { socket } = game.player("Ada");
    await game.reveal();
    const { reveal } = await viewSeen(socket, ({ phase }) => phase.name === "reveal");
    expect(reveal).not.toBeNull();
    expect(socket.messages.some(({ view }) => (view as Running | undefined)?.phase.cutAtMs)).toBe(false);
    await game.leave();
  }
});

test.concurrent("[AN2] finishing in the middle takes what stands on the phones along", () =>
  untilInTime(async () => {
    const game = await startGame(server, ["Ada", "Ben"], { quiz: quizOf(TEXT, 60_000) });
    await game.open(0);
    const { socket } = game.player("Ada");
    const finishing = game.calls.command(game.sessionId, "finish");
    await viewSeen(socket, isCut);
    socket.send({ type: "answer", id: "a", questionIndex: 0, response: { text: "Everest" } });
    const verdict = await answered(socket);
    await finishing;
    if (verdict.type === "refused") return tooLate(game, verdict);
    await viewSeen(socket, ({ phase }) => phase.name === "podium");
    const { standings } = await game.calls.leaderboard(game.pin);
    expect(standings[0]).toMatchObject({ name: "Ada" });
    expect(standings[0]?.score).toBeGreaterThan(0);
    await game.leave();
    return true;
  }));

// Last, and not beside the others: their server is the one that is held.
test("[SE4] an answer that was here in time counts, though the process was held over the close", async () => {
  const game = await startGame(server, ["Ada", "Ben"], { quiz: quizOf(TEXT, 3_000) });
  const { closesAtMs } = await game.open(0);
  const until = (atMs: number) => sleep(Math.max(0, atMs - Date.now()));
  await until(closesAtMs - 700);
  server.signal("SIGSTOP");
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "held", questionIndex: 0, response: { text: "Everest" } });
  await until(closesAtMs + 900);
  server.signal("SIGCONT");
  const ack = await seen(socket, "ack");
  expect(ack.ack).toMatchObject({ accepted: true, correct: true });
  const { reveal } = await viewSeen(
    game.host,
    ({ phase }) => phase.name === "reveal" && phase.settled === true,
  );
  expect(reveal).toMatchObject({ result: { answered: 1 } });
  await game.leave();
});
