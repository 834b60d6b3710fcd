import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { type Clock, systemClock } from "../../kernel/clock.ts";
import { newId } from "../../kernel/ids.ts";
import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { Problem } from "../../quiz/problems.ts";
import { countedIds, withQuestionIds } from "../../quiz/question-ids.ts";
import type { QuizStore, QuizSummary, StoredQuiz } from "../../quiz/quiz-store.ts";
import type { Database } from "../connection/client.ts";
import { quizzes } from "../schema.ts";
import { QUIZ_SUMMARY } from "./quiz-summary.ts";
import { keepVersion, listVersions, readVersion } from "./quiz-versions.ts";

export function postgresQuizStore(db: Database, clock: Clock = systemClock): QuizStore {
  const own = (accountId: string, quizId: string) =>
    and(eq(quizzes.id, quizId), eq(quizzes.accountId, accountId));
  /** Quizzes in the trash are left out. */
  const present = (accountId: string, quizId: string) =>
    and(own(accountId, quizId), isNull(quizzes.trashedAtMs));

  async function get(accountId: string, quizId: string) {
    const [row] = await db.select(STORED).from(quizzes).where(present(accountId, quizId));
    return storedQuiz(row);
  }

  async function createAs(
    accountId: string,
    id: string,
    quiz: QuizDraft,
    problems: readonly Problem[] = [],
    madeBy?: string,
  ): Promise<StoredQuiz | null> {
    const nowMs = clock.now();
    const row = {
      id,
      accountId,
      madeBy,
      quiz,
      problems: [...problems],
      savedBy: madeBy ?? accountId,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    const [stored] = await db
      .insert(quizzes)
      .values(row)
      // An editor that still has what its host threw away brings it back.
      .onConflictDoUpdate({
        target: quizzes.id,
        set: {
          quiz: sql`excluded.quiz`,
          problems: sql`excluded.problems`,
          version: sql`${quizzes.version} + 1`,
          updatedAtMs: nowMs,
          savedBy: madeBy ?? accountId,
          trashedAtMs: null,
        },
        setWhere: and(eq(quizzes.accountId, accountId), isNotNull(quizzes.trashedAtMs)),
      })
      .returning(STORED);
    return storedQuiz(stored);
  }

  return {
    list: async (accountId) => [
      ...(await db.$client<QuizSummary[]>`
        select ${db.$client.unsafe(QUIZ_SUMMARY)} from quizzes q
        where q.account_id = ${accountId} and q.trashed_at_ms is null
        order by q.updated_at_ms desc, q.id desc`),
    ],

    get,
    createAs,

    async create(accountId, quiz, problems, madeBy) {
      const stored = await createAs(accountId, newId(), quiz, problems, madeBy);
      return stored!;
    },

    async createAll(accountId, drafts, madeBy) {
      if (drafts.length === 0) return [];
      const nowMs = clock.now();
      const rows = drafts.map((quiz) => ({
        id: newId(),
        accountId,
        madeBy,
        quiz,
        problems: [],
        savedBy: madeBy ?? accountId,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      }));
      const stored = await db.insert(quizzes).values(rows).returning(STORED);
      const byId = new Map(stored.map((row) => [row.id, row]));
      return rows.map(({ id }) => storedQuiz(byId.get(id))!);
    },

    async update(
      accountId,
      quizId,
      quiz,
      { problems = [], expectedVersion, savedBy = accountId, keepBefore = false } = {},
    ) {
      const nowMs = clock.now();
      const change = {
        quiz,
        problems: [...problems],
        version: sql`${quizzes.version} + 1`,
        updatedAtMs: nowMs,
        savedBy,
      };
      const which =
        expectedVersion === undefined
          ? present(accountId, quizId)
          : and(present(accountId, quizId), eq(quizzes.version, expectedVersion));
      await keepVersion(db.$client, { accountId, quizId, savedBy, nowMs, always: keepBefore });
      const [row] = await db.update(quizzes).set(change).where(which).returning(STORED);
      if (row || expectedVersion === undefined) return storedQuiz(row);
      return (await get(accountId, quizId)) ? "stale" : null;
    },

    versions: (accountId, quizId) => listVersions(db.$client, accountId, quizId),
    version: (accountId, quizId, version) => readVersion(db.$client, accountId, { quizId, version }),

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
