/** A Postgres that has no connection left: others took them all. */
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { createDatabase, startPostgres } from "#tests/support/programs/postgres.ts";
import { startServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { seen, startGame } from "../socket-game.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Takes connections until Postgres gives no more. */
async function takeAll(url: string): Promise<() => Promise<void>> {
  const taken: postgres.Sql[] = [];
  for (;;) {
    const one = postgres(url, { max: 1, idle_timeout: 0 });
    try {
      await one`select 1`;
      taken.push(one);
    } catch (error) {
      expect((error as Error).message).toContain("too many clients");
      await one.end({ timeout: 0 });
      return async () => void (await Promise.all(taken.map((each) => each.end({ timeout: 0 }))));
    }
  }
}

test("[UP11] a node goes on with the connections it has; one that starts says why it cannot", async () => {
  const database = await startPostgres({ maxConnections: 20 });
  cleanUps.push(() => database.stop());
  const DATABASE_URL = await createDatabase(database.url);
  const server = await startServer({ env: { DATABASE_URL } });
  cleanUps.push(() => server.stop());
  const game = await startGame(server, ["Ada", "Ben", "Cleo"]);
  cleanUps.push(() => game.leave());
  await game.open(0);
  const release = await takeAll(database.url);
  // Sent again, as a phone does, where a call wanted a connection more than there are.
  for (const { socket } of game.players)
    await eventually(async () => {
      socket.send({ type: "answer", id: "a", questionIndex: 0, response: { choice: 0 } });
      await seen(socket, "ack");
    });
  const another = await startServer({ env: { DATABASE_URL } }).catch((error: Error) => error.message);
  expect(another).toMatch(/Postgres at \S+ cannot be used: sorry, too many clients already/);
  await release();
  // Closed by itself: all have answered.
  await eventually(async () =>
    expect(await game.calls.view(game.pin)).toMatchObject({ phase: { name: "reveal" }, players: 3 }),
  );
});
