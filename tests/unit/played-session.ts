import { seededRandom } from "#lib/kernel/random.ts";
import type { ProfileName } from "#lib/points/profiles.ts";
import { recomputeAnswers } from "#lib/points/recompute.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { Response } from "#lib/quiz/response.ts";
import { createRegrading } from "#lib/scoring/regrading.ts";
import type { Session } from "#lib/session/session.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { answerKey, memoryDatabase, memoryStores, playerKey } from "#tests/support/memory-stores.ts";
import { fittingResponse } from "./quiz/arbitraries.ts";

export const HOST = { accountId: "account", name: "Grace" };
export const SESSION = "session";

/** A session that was played to its end: everybody's answers, graded as they came. */
export function played(
  quiz: FrozenQuiz,
  seed: number,
  profile: ProfileName,
  voided: number[] = [],
  players = 4,
) {
  const database = memoryDatabase(() => 5_000);
  const stores = memoryStores(database, { call: async (work) => work(), untilCommit: async () => true });
  const draw = seededRandom(seed);
  const session = {
    id: SESSION,
    pin: "123456",
    accountId: "account",
    quizId: null,
    quiz,
    voided,
    moderation: {},
    teams: [],
    settings: settingsSchema.parse({ profile }),
    phase: { name: "ended", endedAtMs: 4_000 },
    version: 9,
    locked: false,
    createdAtMs: 1,
    startedAtMs: 2,
  } as Session;
  database.sessions.set(SESSION, { session, dueAtMs: null, pinHeld: true });
  for (const index of quiz.questions.keys())
    database.history.push({
      session: {
        ...session,
        version: index + 2,
        phase: { name: "question", index, shownAtMs: 1_000, opensAtMs: 2_000, closesAtMs: 32_000 },
      },
      atMs: 1_000,
    });
  const given = new Map<string, { questionIndex: number; response: Response; elapsedMs: number }[]>();
  for (let seq = 1; seq <= players; seq++)
    given.set(
      `player ${seq}`,
      quiz.questions.flatMap((question, questionIndex) =>
        kindOf(question).asks === false || draw() < 0.15
          ? []
          : [
              {
                questionIndex,
                response: fittingResponse(question, draw),
                elapsedMs: 200 + Math.floor(draw() * 30_000),
              },
            ],
      ),
    );
  const fresh = freshly(given, quiz, profile, voided);
  [...given].forEach(([playerId, answers], i) => {
    database.players.set(playerKey(SESSION, playerId), {
      sessionId: SESSION,
      playerId,
      seq: i + 1,
      name: playerId,
      nameKey: playerId,
      joinKey: null,
      avatar: null,
      extraTime: null,
      teamId: null,
      moves: 0,
      network: null,
      offer: null,
      joinedAtMs: 1,
      removedAtMs: null,
      ...NO_TOTALS,
      ...fresh.get(playerId)!.totals,
    });
    for (const answer of answers)
      database.answers.set(answerKey(SESSION, answer.questionIndex, playerId), {
        sessionId: SESSION,
        playerId,
        receivedAtMs: 3_000,
        ...answer,
        ...fresh.get(playerId)!.outcomes.get(answer.questionIndex)!,
      });
  });
  const boards: string[] = [];
  const regrading = createRegrading({
    regrades: stores.regrades,
    live: { onEvent: () => () => {}, refresh: async () => null } as never,
    bus: { publish() {} } as never,
    counting: { writeBoard: async (sessionId) => void boards.push(sessionId) },
    now: () => 5_000,
    onError(error) {
      throw error;
    },
  });
  const stored = () => {
    const {
      quiz: now,
      voided: gone,
      settings,
      version: _,
      regradings: __,
      ...rest
    } = database.sessions.get(SESSION)!.session;
    const players = [...database.players.values()].map((player) => ({ ...player }));
    return structuredClone({ now, gone, settings, rest, players, answers: [...database.answers.values()] });
  };
  const scores = () => [...database.players.values()].map(({ playerId, score }) => [playerId, score]);
  return { database, stores, regrading, given, stored, scores, boards };
}

/** What the same answers come to in a session that had this quiz, profile and skips from the start. */
export function freshly(
  given: ReadonlyMap<string, { questionIndex: number; response: Response; elapsedMs: number }[]>,
  quiz: FrozenQuiz,
  profile: ProfileName,
  voided: readonly number[],
) {
  const all = [...given.values()].flat();
  const decide = quiz.questions.map((question, index) =>
    voided.includes(index)
      ? null
      : (kindOf(question).settle?.(
          question,
          all.filter((a) => a.questionIndex === index).map(({ response }) => response),
        ) ?? null),
  );
  return new Map(
    [...given].map(([playerId, answers]) => [
      playerId,
      recomputeAnswers({
        quiz,
        profile,
        voided,
        answers: answers.map((a) => ({ ...a, settledGrade: decide[a.questionIndex]?.(a.response) })),
      }),
    ]),
  );
}
