import { and, desc, eq, sql } from "drizzle-orm";
import { type Clock, systemClock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Problem } from "../quiz/problems.ts";
import { countedIds, withQuestionIds } from "../quiz/question-ids.ts";
import type { QuizDraft } from "../quiz/quiz-draft.ts";
import { FIRST_PROBLEMS, type QuizStore, type StoredQuiz } from "../quiz/quiz-store.ts";
import type { Database } from "./client.ts";
import { quizzes } from "./schema.ts";

export function postgresQuizStore(db: Database, clock: Clock = systemClock): QuizStore {
  const own = (accountId: string, quizId: string) =>
    and(eq(quizzes.id, quizId), eq(quizzes.accountId, accountId));

  async function get(accountId: string, quizId: string) {
    const [row] = await db.select(STORED).from(quizzes).where(own(accountId, quizId));
    return storedQuiz(row);
  }

  async function createAs(
    accountId: string,
    id: string,
    quiz: QuizDraft,
    problems: readonly Problem[] = [],
  ): Promise<StoredQuiz | null> {
    const nowMs = clock.now();
    const row = { id, accountId, quiz, problems: [...problems], createdAtMs: nowMs, updatedAtMs: nowMs };
    const [stored] = await db.insert(quizzes).values(row).onConflictDoNothing().returning(STORED);
    return storedQuiz(stored);
  }

  return {
    list: (accountId) =>
      db
        .select(SUMMARY)
        .from(quizzes)
        .where(eq(quizzes.accountId, accountId))
        .orderBy(...NEWEST),

    get,
    createAs,

    async create(accountId, quiz, problems) {
      const stored = await createAs(accountId, newId(), quiz, problems);
      return stored!;
    },

    async createAll(accountId, drafts) {
      if (drafts.length === 0) return [];
      const nowMs = clock.now();
      const rows = drafts.map((quiz) => ({
        ...{ id: newId(), accountId, quiz, problems: [], createdAtMs: nowMs, updatedAtMs: nowMs },
      }));
      const stored = await db.insert(quizzes).values(rows).returning(STORED);
      const byId = new Map(stored.map((row) => [row.id, row]));
      return rows.map(({ id }) => storedQuiz(byId.get(id))!);
    },

    async update(accountId, quizId, quiz, { problems = [], expectedVersion } = {}) {
      const change = {
        quiz,
        problems: [...problems],
        version: sql`${quizzes.version} + 1`,
        updatedAtMs: clock.now(),
      };
      const which =
        expectedVersion === undefined
          ? own(accountId, quizId)
          : and(own(accountId, quizId), eq(quizzes.version, expectedVersion));
      const [row] = await db.update(quizzes).set(change).where(which).returning(STORED);
      if (row || expectedVersion === undefined) return storedQuiz(row);
      return (await get(accountId, quizId)) ? "stale" : null;
    },

    async remove(accountId, quizId) {
      const removed = await db.delete(quizzes).where(own(accountId, quizId)).returning({ id: quizzes.id });
      return removed.length > 0;
    },
  };
}

const STORED = {
  id: quizzes.id,
  quiz: quizzes.quiz,
  version: quizzes.version,
  problems: quizzes.problems,
  createdAtMs: quizzes.createdAtMs,
  updatedAtMs: quizzes.updatedAtMs,
};

/** Quizzes stored before questions had ids get them here, the same at every reading. */
function storedQuiz(row: (Omit<StoredQuiz, "quiz"> & { quiz: QuizDraft }) | undefined): StoredQuiz | null {
  if (!row) return null;
  const questions = withQuestionIds(row.quiz.questions, [], countedIds());
  return { ...row, quiz: { ...row.quiz, questions } };
}

const SUMMARY = {
  id: quizzes.id,
  title: sql<string>`${quizzes.quiz}->>'title'`,
  description: sql<string | null>`${quizzes.quiz}->>'description'`,
  questions: sql<number>`jsonb_array_length(${quizzes.quiz}->'questions')`,
  version: quizzes.version,
  problems: sql<number>`jsonb_array_length(${quizzes.problems})`,
  firstProblems: sql<
    Problem[]
  >`jsonb_path_query_array(${quizzes.problems}, ${sql.raw(`'$[0 to ${FIRST_PROBLEMS - 1}]'`)})`,
  createdAtMs: quizzes.createdAtMs,
  updatedAtMs: quizzes.updatedAtMs,
};

const NEWEST = [desc(quizzes.updatedAtMs), desc(quizzes.id)];
