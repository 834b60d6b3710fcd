import { expect } from "vitest";
import { packScore } from "#lib/leaderboard/packed-score.ts";
import { compareRows, standingsOf } from "#lib/leaderboard/ranking.ts";
import { recomputeTotals } from "#lib/points/recompute.ts";
import { postgresAnswerStore } from "#lib/postgres/answers/answer-store.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
import { postgresPlayerStore } from "#lib/postgres/players/player-store.ts";
import { postgresSessionStore } from "#lib/postgres/sessions/session-store.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { StoredAnswer } from "#lib/session/answer-store.ts";
import type { Player } from "#lib/session/player-store.ts";
import type { Session } from "#lib/session/session.ts";
import { eventually } from "#tests/support/waiting.ts";

/** What the database holds of a session, read past the server. */
export interface StoredGame {
  session: Session;
  players: Player[];
  answers: StoredAnswer[];
}

export async function readStored(url: string, sessionId: string): Promise<StoredGame> {
  // A database that was killed is recovered first.
  const { db, close } = await eventually(() => connectPostgres({ url, poolSize: EMBEDDED_POOL_SIZE }));
  try {
    const session = await postgresSessionStore(db).get(sessionId);
    if (!session) throw new Error(`there is no session ${sessionId}`);
    const players = await postgresPlayerStore(db).list(sessionId);
    return { session, players, answers: await postgresAnswerStore(db).all(sessionId) };
  } finally {
    await close();
  }
}

/** The same from the folder of an embedded server that is not running. */
export async function readEmbedded(dataDir: string, sessionId: string): Promise<StoredGame> {
  const embedded = await startEmbeddedPostgres({ dataDir });
  try {
    return await readStored(embedded.url, sessionId);
  } finally {
    await embedded.stop();
  }
}

/** Whom the server told that an answer is saved. */
export interface Acknowledged {
  playerId: string;
  acks: readonly { questionIndex: number }[];
}

/** Every acknowledged answer is stored, no player has two to a question, and all totals follow from the answers alone. */
export function expectNothingLost(game: StoredGame, told: readonly Acknowledged[]): void {
  const keys = game.answers.map(({ playerId, questionIndex }) => `${playerId} ${questionIndex}`);
  expect(new Set(keys).size).toBe(keys.length);
  const stored = new Set(keys);
  const lost = told.flatMap(({ playerId, acks }) =>
    acks.map((ack) => `${playerId} ${ack.questionIndex}`).filter((key) => !stored.has(key)),
  );
  expect(lost).toEqual([]);
  expect(game.players.map(totalsOf)).toEqual(game.players.map((player) => recomputed(game, player)));
}

/** The standings that the stored totals come to. */
export function storedStandings({ players }: StoredGame) {
  const active = players.filter((player) => player.removedAtMs === null);
  return standingsOf(active.map((player) => ({ ...player, packed: packScore(player) })).sort(compareRows));
}

function recomputed({ session, answers }: StoredGame, { playerId }: Player) {
  const { quiz, settings, voided } = session;
  const own = answers.filter((answer) => answer.playerId === playerId);
  const totals = recomputeTotals({
    quiz,
    voided,
    profile: settings.profile,
    answers: own.map(({ questionIndex, response, elapsedMs }) => {
      const question = quiz.questions[questionIndex]!;
      const all = answers.filter((answer) => answer.questionIndex === questionIndex);
      const settled = kindOf(question).settle?.(
        question,
        all.map((answer) => answer.response),
      );
      return { questionIndex, response, elapsedMs, settledGrade: settled?.(response) };
    }),
  });
  return { playerId, ...totals };
}

function totalsOf(player: Player) {
  const { playerId, score, correctTimeMs, correctCount, answeredCount, streak, streakIndex } = player;
  return { playerId, score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}
