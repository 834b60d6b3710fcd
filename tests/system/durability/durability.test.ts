import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type JoinedPlayer, type Json } from "#tests/support/api.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { welcomed } from "../socket-game.ts";
import { expectNothingLost, readStored, storedStandings } from "../stored-game.ts";
import { expectOneStory, finished, inPhase, killedAndBack, QUIZ, sitDown } from "./durable-game.ts";

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
