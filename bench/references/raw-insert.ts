import { createGroupCommit } from "#lib/kernel/group-commit.ts";
import { newId } from "#lib/kernel/ids.ts";
import { gradeAnswer } from "#lib/points/grade-answer.ts";
import { scoredIndexes } from "#lib/points/scored-indexes.ts";
import { postgresAnswerStore } from "#lib/postgres/answers/answer-store.ts";
import { list } from "#lib/postgres/arrays.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { postgresPlayerStore } from "#lib/postgres/players/player-store.ts";
import { postgresSessionStore } from "#lib/postgres/sessions/session-store.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { PACE_MS } from "#lib/scoring/intake.ts";
import type { AnswerToCommit, CommitOutcome, CommitRules } from "#lib/session/answer-store.ts";
import { createSession } from "#lib/session/create-session.ts";
import type { Session } from "#lib/session/session.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { createDatabase } from "#tests/support/programs/postgres.ts";
import type { Figures } from "../report/figures.ts";
import { benchQuiz } from "../stage/bench-quiz.ts";

type Client = Awaited<ReturnType<typeof connectPostgres>>["db"]["$client"];

/** As many as the intake takes together, and at the same time. */
const GROUP = 500;
const IN_FLIGHT = 2;
/** Of the intake, one group more for each in flight waits, so that it never runs dry. */
const SUBMITTED_AT_ONCE = 2 * IN_FLIGHT;
const JOINS_AT_ONCE = 500;
const QUESTIONS = 12;
/** In the first of them the code is still being compiled; they do not count. */
const WARMING = 4;

/**
 * The limit of the database: the same rows inserted in groups, nothing asked, locked or added up. Against it the real
 * commits of the intake, in this process: grade, insert, update totals, all only if no other writer has touched the same players meanwhile.
 */
export async function measureRawInsert(postgresUrl: string, players: number): Promise<Figures> {
  const url = await createDatabase(postgresUrl);
  await migrate(url);
  const { db, close } = await connectPostgres({ url, poolSize: 8 });
  try {
    const session = await openSession(db, players);
    const answers = session.playerIds.map((playerId) => pendingAnswer(session.session, playerId));
    const raw = await rawInserts(db.$client, answers);
    const intake = await throughIntake(db, session.session, answers);
    return { rawInsertsPerSecond: raw, intakeAnswersPerSecond: intake, intakeShare: intake / raw };
  } finally {
    await close();
  }
}

async function openSession(db: Awaited<ReturnType<typeof connectPostgres>>["db"], players: number) {
  const parsed = parseQuiz(benchQuiz(QUESTIONS, 600));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const quiz = parsed.value;
  const accountId = newId();
  const nowMs = Date.now();
  await db.$client`
    insert into accounts (id, email, name, password_hash, created_at_ms)
    values (${accountId}, 'bench@example.com', 'Bench', '', ${nowMs})`;
  const quizId = newId();
  await db.$client`
    insert into quizzes (id, account_id, quiz, created_at_ms, updated_at_ms)
    values (${quizId}, ${accountId}, ${JSON.stringify(quiz)}, ${nowMs}, ${nowMs})`;
  const session = await createSession(
    { sessions: postgresSessionStore(db), random: Math.random, now: () => nowMs },
    { accountId, quizId, quiz, settings: settingsSchema.parse({ maxPlayers: 100_000 }) },
  );
  const playerIds = Array.from({ length: players }, () => newId());
  const store = postgresPlayerStore(db);
  for (let i = 0; i < players; i += JOINS_AT_ONCE) {
    await store.join(
      playerIds.slice(i, i + JOINS_AT_ONCE).map((playerId, j) => ({
        sessionId: session.id,
        playerId,
        name: `Player ${i + j}`,
        nameKey: `player ${i + j}`,
        joinKey: null,
        avatar: null,
        network: null,
        team: { kind: "none" as const },
        maxPlayers: 100_000,
        joinedAtMs: nowMs,
      })),
    );
  }
  return { session, playerIds };
}

function pendingAnswer(session: Session, playerId: string): AnswerToCommit {
  return {
    sessionId: session.id,
    questionIndex: 0,
    playerId,
    response: { choice: 0 },
    elapsedMs: 1_500,
    receivedAtMs: Date.now(),
  };
}

async function rawInserts(client: Client, answers: readonly AnswerToCommit[]): Promise<number> {
  await client`create table raw_answers (session_id text, question_index int, player_id text, response jsonb,
    correct bool, fraction float8, points int, streak int, elapsed_ms int, received_at_ms bigint,
    primary key (session_id, question_index, player_id))`;
  return perSecond(answers, (ofQuestion) =>
    inGroups(ofQuestion, IN_FLIGHT, (group) => insertRaw(client, group)),
  );
}

function insertRaw(client: Client, group: readonly AnswerToCommit[]) {
  return client`
    insert into raw_answers
    select session_id, question_index, player_id, response::jsonb, correct, fraction, points, streak, elapsed_ms,
      received_at_ms
    from unnest(
      ${group.map((a) => a.sessionId)}::text[], ${list(group.map((a) => a.questionIndex))}::int[],
      ${group.map((a) => a.playerId)}::text[], ${group.map((a) => JSON.stringify(a.response))}::text[],
      ${list(group.map(() => true))}::bool[], ${list(group.map(() => 1))}::float8[],
      ${list(group.map(() => 900))}::int[], ${list(group.map(() => 1))}::int[],
      ${list(group.map((a) => a.elapsedMs))}::int[], ${list(group.map((a) => a.receivedAtMs))}::bigint[]
    ) as answer(session_id, question_index, player_id, response, correct, fraction, points, streak, elapsed_ms,
      received_at_ms)`;
}

async function throughIntake(
  db: Awaited<ReturnType<typeof connectPostgres>>["db"],
  session: Session,
  answers: readonly AnswerToCommit[],
): Promise<number> {
  const quiz = freezeQuiz(session.quiz as Parameters<typeof freezeQuiz>[0], Math.random);
  const scored = scoredIndexes(quiz, []);
  const store = postgresAnswerStore(db);
  const rules: CommitRules = {
    guard: () => null,
    sessionOf: () => session,
    grade: ({ questionIndex, response, elapsedMs }, totals) =>
      gradeAnswer({
        question: quiz.questions[questionIndex] ?? fail(),
        index: questionIndex,
        response,
        elapsedMs,
        profile: "classic",
        scoredIndexes: scored,
        scoredQuestions: scored.length,
        totals,
      }),
  };
  const commits = createGroupCommit<AnswerToCommit, CommitOutcome>({
    write: (group) => store.commit(group, rules),
    paceMs: PACE_MS,
    maxInFlight: IN_FLIGHT,
  });
  return perSecond(answers, (ofQuestion) =>
    inGroups(ofQuestion, SUBMITTED_AT_ONCE, async (group) => {
      const outcomes = await Promise.all(group.map((answer) => commits.submit(answer)));
      if (outcomes.some((outcome) => !outcome.stored)) throw new Error("answers were refused");
    }),
  );
}

/** All players answer one question after the other; the first ones warm up and do not count. */
async function perSecond(
  answers: readonly AnswerToCommit[],
  store: (ofQuestion: readonly AnswerToCommit[]) => Promise<void>,
): Promise<number> {
  let tookMs = 0;
  for (let questionIndex = 0; questionIndex < QUESTIONS; questionIndex++) {
    const ofQuestion = answers.map((answer) => ({ ...answer, questionIndex }));
    const startedAtMs = performance.now();
    await store(ofQuestion);
    if (questionIndex >= WARMING) tookMs += performance.now() - startedAtMs;
  }
  return (answers.length * (QUESTIONS - WARMING)) / (tookMs / 1_000);
}

async function inGroups<T>(
  items: readonly T[],
  atOnce: number,
  write: (group: readonly T[]) => PromiseLike<unknown>,
) {
  let next = 0;
  async function walk(): Promise<void> {
    while (next < items.length) {
      const group = items.slice(next, next + GROUP);
      next += GROUP;
      await write(group);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk));
}

function fail(): never {
  throw new Error("no such question");
}
