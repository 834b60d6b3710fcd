import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectPostgres } from "#lib/postgres/client.ts";
import { commitAnswers } from "#lib/postgres/commit-answers.ts";
import { commitUnlocked } from "#lib/postgres/commit-unlocked.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { answerOf, RULES, type StoreContext, storeContext } from "./store-context.ts";

/** What happens between the read and the write of a commit without locks. */

let context: StoreContext;
let close: () => Promise<void>;

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  const connected = await connectPostgres({ url, poolSize: 4 });
  context = storeContext(connected.db);
  close = connected.close;
});
afterAll(() => close());

/** The same client, but `meddle` runs before its first write. */
function beforeTheWrite(meddle: () => Promise<unknown>): Sql {
  let done = false;
  return new Proxy(context.db.$client, {
    apply(client, self, args: [TemplateStringsArray]) {
      if (done || !args[0].join("").includes("insert into answers")) return Reflect.apply(client, self, args);
      done = true;
      return meddle().then(() => Reflect.apply(client, self, args));
    },
  });
}

test("[AS9] an answer of the same player, stored meanwhile, is not undone: the group is decided again", async () => {
  const { answers, players, newSession, newPlayers } = context;
  const { id } = await newSession();
  const [ada, bob] = await newPlayers(id, 2);
  const other = () => answers.commit([answerOf(ada!, { questionIndex: 1 })], RULES);
  expect(await commitUnlocked(beforeTheWrite(other), [answerOf(ada!), answerOf(bob!)], RULES)).toBeNull();
  expect(await answers.ofQuestion(id, 0)).toEqual([]);
  expect((await players.list(id)).map((player) => player.score)).toEqual([1_000, 0]);

  const again = () => answers.commit([answerOf(ada!, { questionIndex: 2 })], RULES);
  const outcomes = await commitAnswers(beforeTheWrite(again), [answerOf(ada!), answerOf(bob!)], RULES);
  expect(outcomes.map((outcome) => outcome.stored && outcome.player.score)).toEqual([3_000, 1_000]);
  expect((await players.list(id)).map((player) => player.score)).toEqual([3_000, 1_000]);
});

test("[AS9] the very answer, stored meanwhile, is a repeat", async () => {
  const { answers, players, newSession, newPlayers } = context;
  const { id } = await newSession();
  const [ada] = await newPlayers(id, 1);
  const first = () => answers.commit([answerOf(ada!)], RULES);
  const retry = answerOf(ada!, { response: { choice: 1 } });
  const [outcome] = await commitAnswers(beforeTheWrite(first), [retry], RULES);
  expect(outcome).toMatchObject({ stored: true, repeat: true, answer: { response: { choice: 0 } } });
  expect((await players.get(id, ada!.playerId))?.score).toBe(1_000);
});

test("[AS9] a question closed, or a player removed, between look and write takes no answer", async () => {
  const { answers, players, sessions, newSession, newPlayers } = context;
  const session = await newSession();
  const [ada, bob] = await newPlayers(session.id, 2);
  const end = () => sessions.swap({ ...session, version: 2, phase: { name: "podium", sinceMs: 9 } }, null);
  const [late] = await commitAnswers(beforeTheWrite(end), [answerOf(ada!)], RULES);
  expect(late).toEqual({ stored: false, code: "question_closed" });

  const open = await newSession();
  const [eve] = await newPlayers(open.id, 1);
  const remove = () => players.setRemoved(open.id, eve!.playerId, 5_000);
  const [gone] = await commitAnswers(beforeTheWrite(remove), [answerOf(eve!)], RULES);
  expect(gone).toEqual({ stored: false, code: "player_removed" });
  expect(await answers.all(open.id)).toEqual([]);
  expect(await answers.ofPlayer(session.id, bob!.playerId)).toEqual([]);
});
