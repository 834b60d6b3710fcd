import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commitAnswers } from "#lib/postgres/answers/commit-answers.ts";
import { commitUnlocked } from "#lib/postgres/answers/commit-unlocked.ts";
import { createKnownPlayers } from "#lib/postgres/answers/known-players.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { answerOf, RULES, type StoreContext, storeContext } from "./store-context.ts";

/** What happens between the read, or what this node remembers of one, and the write of a commit without locks. */

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

/** The same client, and which statements it was given. */
function counted(): { client: Sql; reads(): number } {
  let reads = 0;
  const client = new Proxy(context.db.$client, {
    apply(target, self, args: [TemplateStringsArray]) {
      if (args[0].join("").includes("left join lateral")) reads += 1;
      return Reflect.apply(target, self, args);
    },
  });
  return { client, reads: () => reads };
}

test("[AS10] players whose rows this node wrote are not read again, until somebody else has written one", async () => {
  const { answers, players, newSession, newPlayers } = context;
  const session = await newSession();
  const everybody = await newPlayers(session.id, 3);
  const known = createKnownPlayers();
  const rules = { ...RULES, sessionOf: () => session };
  const { client, reads } = counted();
  const commit = (questionIndex: number) =>
    commitUnlocked(
      client,
      everybody.map((player) => answerOf(player, { questionIndex })),
      rules,
      known,
    );
  const scores = async () => (await players.list(session.id)).map((player) => player.score);
  await commit(0);
  expect(reads()).toBe(1);
  await commit(1);
  expect(reads()).toBe(1);
  expect(await scores()).toEqual([2_000, 2_000, 2_000]);

  await answers.commit([answerOf(everybody[0]!, { questionIndex: 2 })], RULES);
  expect(await commit(3)).toBeNull();
  expect(await scores()).toEqual([3_000, 2_000, 2_000]);
  expect((await commit(3))?.map((outcome) => outcome.stored && outcome.player.score)).toEqual([
    4_000, 3_000, 3_000,
  ]);
  expect(reads()).toBe(2);
  const [again] = (await commit(3)) ?? [];
  expect(again).toMatchObject({ stored: true, repeat: true, player: { score: 4_000 } });
});

test("[AS10] what a node believes of a session refuses nobody, and stores nothing when it is old", async () => {
  const { answers, sessions, newSession, newPlayers } = context;
  const session = await newSession();
  const [ada, bob] = await newPlayers(session.id, 2);
  const known = createKnownPlayers();
  const closed = { version: 1, phase: { name: "podium" } };
  const [stored] =
    (await commitUnlocked(
      context.db.$client,
      [answerOf(ada!)],
      { ...RULES, sessionOf: () => closed },
      known,
    )) ?? [];
  expect(stored).toMatchObject({ stored: true, repeat: false });

  await sessions.swap({ ...session, version: 2, phase: { name: "podium", sinceMs: 9 } }, null);
  const rules = { ...RULES, sessionOf: () => session };
  expect(await commitUnlocked(context.db.$client, [answerOf(bob!)], rules, known)).toBeNull();
  const [late] = await commitAnswers(context.db.$client, [answerOf(bob!)], rules, known);
  expect(late).toEqual({ stored: false, code: "question_closed" });
  expect(await answers.answeredBy(session.id, 0)).toEqual([ada!.playerId]);
});

test("[AS10] two answers of one player in a group are stored one after the other", async () => {
  const { players, newSession, newPlayers } = context;
  const session = await newSession();
  const [ada] = await newPlayers(session.id, 1);
  const group = [answerOf(ada!), answerOf(ada!, { questionIndex: 1 })];
  expect(await commitUnlocked(context.db.$client, group, RULES)).toBeNull();
  const outcomes = await commitAnswers(context.db.$client, group, RULES);
  expect(outcomes.map((outcome) => outcome.stored && outcome.player.score)).toEqual([1_000, 2_000]);
  expect((await players.list(session.id))[0]?.score).toBe(2_000);
});
