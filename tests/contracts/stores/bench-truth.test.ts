import { afterAll, beforeAll, expect, test } from "vitest";
import { gradeAnswer } from "#lib/points/grade-answer.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { questionAt } from "#lib/quiz/freeze.ts";
import type { CommitRules } from "#lib/session/answer-store.ts";
import type { Session } from "#lib/session/session.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { checkAnswers } from "../../../bench/check/truth.ts";
import { answerOf, type StoreContext, storeContext } from "./store-context.ts";

let url: string;
let context: StoreContext;
let close: () => Promise<void>;

beforeAll(async () => {
  url = await freshDatabase();
  await migrate(url);
  const connection = await connectPostgres({ url, poolSize: 2 });
  context = storeContext(connection.db);
  close = connection.close;
});
afterAll(() => close());

test("the bench finds an answer that is deleted, changed, or paid differently behind the server's back", async () => {
  const session = await context.newSession();
  const players = await context.newPlayers(session.id, 3);
  const outcomes = await context.answers.commit(
    players.map((player) => answerOf(player)),
    rulesOf(session),
  );
  const seen = {
    questionIndex: 0,
    acked: outcomes.map((outcome) => {
      if (!outcome.stored) throw new Error(outcome.code);
      return { playerId: outcome.player.playerId, choice: 0, score: outcome.player.score };
    }),
  };
  const check = () => checkAnswers(url, [{ sessionId: session.id }], [seen]);
  expect(await check()).toEqual({ stored: 3, lost: 0, doubled: 0, answersDiffering: 0, scoresDiffering: 0 });

  const { $client: client } = context.db;
  const [ada, bob, eve] = players.map((player) => player.playerId) as [string, string, string];
  await client`update players set score = score - 1 where player_id = ${bob}`;
  await client`update answers set response = '{"choice": 1}' where player_id = ${eve}`;
  await client`delete from answers where player_id = ${ada}`;
  expect(await check()).toEqual({ stored: 2, lost: 1, doubled: 0, answersDiffering: 1, scoresDiffering: 3 });
});

function rulesOf({ quiz, settings: { profile } }: Session): CommitRules {
  return {
    guard: () => null,
    grade: ({ questionIndex: index, response, elapsedMs }, totals) =>
      gradeAnswer({
        question: questionAt(quiz, index),
        index,
        response,
        elapsedMs,
        profile,
        totals,
        scoredIndexes: [0, 1],
        scoredQuestions: 2,
      }),
  };
}
