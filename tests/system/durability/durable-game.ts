import { expect, onTestFinished } from "vitest";
import { type Api, api, type JoinedPlayer, type Json } from "#tests/support/api.ts";
import { patience } from "#tests/support/patience.ts";
import type { TestServer } from "#tests/support/server.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { type BotReport, runBots } from "../../../bench/bots/run-bots.ts";
import { seen, welcomed } from "../socket-game.ts";
import { expectNothingLost, type StoredGame, storedStandings } from "../stored-game.ts";

const BOTS = 40;
/** So many of them answer a question at all, given the time. */
const MOST = BOTS * 0.9;

/** The first question outlives a restart, the second is over by then. */
export const QUIZ = {
  title: "Durable",
  questions: [
    {
      kind: "single",
      prompt: "First?",
      options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }],
      timeLimitMs: 600_000,
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

/** A room of bots in the lobby. They leave with the test. */
export async function sitDown(server: TestServer): Promise<Table> {
  const calls = api(server);
  const { sessionId, pin } = await calls.startSession(QUIZ, { readingMs: 0, profile: "classic-streak" });
  const witness = await calls.join(pin, "Witness");
  // Answers nothing and has no socket, so the room waits, however long the bots take to come back.
  await calls.join(pin, "Onlooker");
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  let [connected, answered] = [0, 0];
  const bots = runBots({
    url: server.url,
    pin,
    count: BOTS,
    signal: leave.signal,
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

export function inPhase(table: Seat, wanted: Json): Promise<void> {
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
export async function killedAndBack(table: Table): Promise<void> {
  const { server, calls, sessionId, pin } = table;
  await calls.command(sessionId, "start");
  await killedInTheMiddle(table, async () => {
    const answer = await calls.answer(pin, table.witness.token, 0, { choice: 1 });
    expect(answer).toMatchObject({ status: 200, body: { accepted: true } });
  });
  await server.restart();

  // The running question goes on, and those whose answer was under way send it again.
  expect(await phase(table)).toMatchObject({ name: "question", index: 0 });
  await resumes(table);
  await eventually(() => expect(table.answered()).toBeGreaterThanOrEqual(MOST));
  await calls.command(sessionId, "close");
}

/** The server dies in the second question and comes back when its time is over: a sweep closes and counts it. */
export async function overWhileAway(table: Table): Promise<void> {
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

export async function finished({ calls, sessionId, pin, bots }: Table): Promise<BotReport> {
  type Roster = { players: { connected: boolean }[] };
  await eventually(async () => {
    const { body } = await calls.get<Roster>(`/sessions/${sessionId}/players`);
    expect(body.players.filter((player) => player.connected)).toHaveLength(BOTS);
  });
  await calls.command(sessionId, "finish");
  expect((await calls.leaderboard(pin, 100)).players).toBe(BOTS + 2);
  return bots;
}

/** A player who comes back with a token has their answer again. */
async function resumes({ server, pin, witness }: Table): Promise<void> {
  const socket = await welcomed(server, { pin, token: witness.token, as: "player" });
  const welcome = await seen(socket, "welcome");
  expect(welcome).toMatchObject({ you: { answer: { questionIndex: 0, response: { choice: 1 } } } });
  socket.drop();
}

export function expectOneStory(game: StoredGame, report: BotReport): void {
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
