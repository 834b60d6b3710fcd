import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type JoinedPlayer, type Json } from "#tests/support/api.ts";
import { patience } from "#tests/support/patience.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { type BotReport, runBots } from "../../bench/bots/run-bots.ts";
import { seen, welcomed } from "./socket-game.ts";
import {
  expectNothingLost,
  readEmbedded,
  readStored,
  type StoredGame,
  storedStandings,
} from "./stored-game.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const BOTS = 40;
/** So many of them answer a question at all, given the time. */
const MOST = BOTS * 0.9;

/** The first question outlives a restart, the second is over by then. */
const QUIZ = {
  title: "Durable",
  questions: [
    {
      kind: "single",
      prompt: "First?",
      options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }],
      timeLimitMs: 60_000,
    },
    { kind: "number", prompt: "Second?", correct: 50, closest: true, timeLimitMs: patience(3_000) },
  ],
};

interface Table {
  server: TestServer;
  calls: Api;
  sessionId: string;
  pin: string;
  /** A player without a socket, who looks in now and then. */
  witness: JoinedPlayer;
  bots: Promise<BotReport>;
  answered(): number;
}

async function sitDown(server: TestServer): Promise<Table> {
  const calls = api(server);
  const { sessionId, pin } = await calls.startSession(QUIZ, { readingMs: 0, profile: "classic-streak" });
  const witness = await calls.join(pin, "Witness");
  const leave = new AbortController();
  cleanUps.push(() => leave.abort());
  let [connected, answered] = [0, 0];
  const bots = runBots({
    ...{ url: server.url, pin, count: BOTS, signal: leave.signal },
    onProgress(progress) {
      connected = progress.connected;
      answered = progress.answered;
    },
  });
  bots.catch(() => {});
  await eventually(() => expect(connected).toBe(BOTS));
  return { server, calls, sessionId, pin, witness, bots, answered: () => answered };
}

type Seat = Pick<Table, "calls" | "pin">;

type Phase = { name: string; index: number; settled: boolean; closesAtMs: number };

async function phase({ calls, pin }: Seat): Promise<Phase> {
  return (await calls.view(pin)).phase as Phase;
}

function inPhase(table: Seat, wanted: Json): Promise<void> {
  return eventually(async () => expect(await phase(table)).toMatchObject(wanted), { everyMs: 100 });
}

/** Kills the server once some, but not all, have answered. */
async function killedInTheMiddle(table: Table, last = async () => {}): Promise<void> {
  const before = table.answered();
  await eventually(() => expect(table.answered() - before).toBeGreaterThan(BOTS / 4), { everyMs: 5 });
  await last();
  await table.server.kill();
}

/** The server dies in the first question and comes back. */
async function killedAndBack(table: Table): Promise<void> {
  const { server, calls, sessionId, pin } = table;
  await calls.command(sessionId, "start");
  await killedInTheMiddle(table, async () => {
    const answer = await calls.answer(pin, table.witness.token, 0, { choice: 1 });
    expect(answer).toMatchObject({ status: 200, body: { accepted: true } });
  });
  expect(table.answered()).toBeLessThan(MOST);
  await server.restart();

  // The running question goes on, and those whose answer was under way send it again.
  expect(await phase(table)).toMatchObject({ name: "question", index: 0 });
  await resumes(table);
  await eventually(() => expect(table.answered()).toBeGreaterThanOrEqual(MOST));
  await calls.command(sessionId, "close");
}

/** The server dies in the second question and comes back when its time is over: a sweep closes and counts it. */
async function overWhileAway(table: Table): Promise<void> {
  const { server, calls, sessionId } = table;
  await calls.command(sessionId, "next");
  await calls.command(sessionId, "next");
  await inPhase(table, { name: "question", index: 1 });
  const { closesAtMs } = await phase(table);
  await killedInTheMiddle(table);
  await until(closesAtMs);
  await server.restart();
  await inPhase(table, { name: "reveal", index: 1, settled: true });
}

async function finished({ calls, sessionId, pin, bots }: Table): Promise<BotReport> {
  type Roster = { players: { connected: boolean }[] };
  await eventually(async () => {
    const { body } = await calls.get<Roster>(`/sessions/${sessionId}/players`);
    expect(body.players.filter((player) => player.connected)).toHaveLength(BOTS);
  });
  await calls.command(sessionId, "finish");
  expect((await calls.leaderboard(pin, 100)).players).toBe(BOTS + 1);
  return bots;
}

/** Whoever comes back with a token has their answer again. */
async function resumes({ server, pin, witness }: Table): Promise<void> {
  const socket = await welcomed(server, { pin, token: witness.token, as: "player" });
  const welcome = await seen(socket, "welcome");
  expect(welcome).toMatchObject({ you: { answer: { questionIndex: 0, response: { choice: 1 } } } });
  socket.drop();
}

function expectOneStory(game: StoredGame, report: BotReport): void {
  expectNothingLost(game, report.bots);
  const standings = storedStandings(game);
  for (const bot of report.bots) {
    expect(bot.sentAway).toBeNull();
    expect(bot.reconnects).toBeGreaterThan(0);
    expect(bot.view?.phase.name).toBe("podium");
    expect(bot.board?.top).toEqual(standings.slice(0, bot.board?.top.length));
    expect(bot.you).toMatchObject({ score: standings.find((s) => s.playerId === bot.playerId)?.score });
  }
}

test("[DU1] embedded: SIGKILL in the middle of questions loses no acknowledged answer, and the game goes on", async () => {
  const server = await startServer();
  cleanUps.push(() => server.stop());
  const table = await sitDown(server);
  await killedAndBack(table);
  await overWhileAway(table);
  const report = await finished(table);
  await server.kill();
  expectOneStory(await readEmbedded(server.dataDir, table.sessionId), report);
});

describe("with Postgres and Redis", () => {
  let postgres: TestPostgres;
  let redis: TestRedis;
  let url: string;
  let server: TestServer;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    url = await createDatabase(postgres.url);
    server = await startServer({ env: { DATABASE_URL: url, REDIS_URL: redis.url } });
  });
  afterAll(async () => {
    await server?.stop();
    await Promise.all([postgres?.stop(), redis?.stop()]);
  });

  test("[DU2] SIGKILL in the middle of a question loses no acknowledged answer, and the game goes on", async () => {
    const table = await sitDown(server);
    await killedAndBack(table);
    const report = await finished(table);
    expectOneStory(await readStored(url, table.sessionId), report);
  });

  test("[DU3] while Postgres hangs nothing is acknowledged, and what was sent is stored once it is back", async () => {
    const { calls, sessionId, pin, players } = await openQuestion();
    const before = await Promise.all(players.slice(0, 3).map(answerTo(calls, pin)));
    postgres.pause();
    let acknowledged = 0;
    const during = players.slice(3).map(async (player) => {
      const told = await answerTo(calls, pin)(player);
      if (told.status === 200) acknowledged++;
      return told;
    });
    await eventually(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(503));
    expect(acknowledged).toBe(0);
    postgres.resume();
    const late = await Promise.all(during);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const again = await Promise.all(players.map(answerTo(calls, pin)));
    expect(again.map(({ status }) => status)).toEqual(players.map(() => 200));
    const stored = await readStored(url, sessionId);
    expect(stored.answers).toHaveLength(players.length);
    expectNothingLost(
      stored,
      [...before, ...late, ...again].filter(({ status }) => status === 200),
    );
  });

  test("[DU4] Redis killed and back, empty: answers go on, and the board is right throughout", async () => {
    const { calls, sessionId, pin, players } = await openQuestion();
    const expectBoard = async () => {
      const standings = storedStandings(await readStored(url, sessionId));
      await eventually(async () => expect((await calls.leaderboard(pin)).standings).toEqual(standings), {
        everyMs: 100,
      });
    };
    const expectSaved = async (some: JoinedPlayer[]) => {
      const told = await Promise.all(some.map(answerTo(calls, pin)));
      expect(told.map(({ status }) => status)).toEqual(some.map(() => 200));
      await expectBoard();
    };
    await expectSaved(players.slice(0, 2));
    await redis.kill();
    await expectSaved(players.slice(2, 4));
    await redis.restart();
    await expectSaved(players.slice(4));
    await eventually(async () => {
      const ready = (await (await fetch(`${server.url}/readyz`)).json()) as Json;
      expect(ready).toMatchObject({ redis: "ok" });
    });
    await expectBoard();
    await inPhase({ calls, pin }, { name: "reveal", index: 0, settled: true });
    await expectBoard();
  });

  test("[DU5] a Redis that is slow for seconds: answers go on, the host is told, and all is well again by itself", async () => {
    const { calls, sessionId, pin, players } = await openQuestion();
    const greeting = { sessionId, token: server.ownerApiKey } as const;
    const host = await welcomed(server, { ...greeting, as: "host" });
    const health = () =>
      host.messages.flatMap(({ type, leaderboard, bus }) =>
        type === "health" ? [leaderboard === "ok" && bus === "ok"] : [],
      );
    await eventually(() => expect(health()).toEqual([true]));
    redis.pause();
    const told = await Promise.all(players.map(answerTo(calls, pin)));
    expect(told.map(({ status }) => status)).toEqual(players.map(() => 200));
    const stored = await readStored(url, sessionId);
    expectNothingLost(stored, told);
    expect((await calls.leaderboard(pin)).standings).toEqual(storedStandings(stored));
    // Everybody has answered: the question closes without Redis.
    await inPhase({ calls, pin }, { name: "reveal", index: 0, settled: true });
    await eventually(() => expect(health()).toContain(false));
    redis.resume();
    await eventually(() => expect(health().at(-1)).toBe(true));
    expect((await calls.leaderboard(pin)).standings).toEqual(
      storedStandings(await readStored(url, sessionId)),
    );
    host.drop();
  });

  async function openQuestion() {
    const calls = api(server);
    const { sessionId, pin } = await calls.startSession(QUIZ, { readingMs: 0 });
    const players = await Promise.all(
      Array.from({ length: 6 }, (_, i) => calls.join(pin, `Player ${i + 1}`)),
    );
    await calls.command(sessionId, "start");
    const { opensAtMs } = (await calls.view(pin)).phase as { opensAtMs: number };
    await until(opensAtMs);
    return { calls, sessionId, pin, players };
  }
});

/** Sends an answer to the first question. */
function answerTo(calls: Api, pin: string) {
  return async ({ playerId, token }: JoinedPlayer) => {
    const { status } = await calls.answer(pin, token, 0, { choice: 0 });
    return { status, playerId, acks: [{ questionIndex: 0 }] };
  };
}
