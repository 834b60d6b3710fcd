import { and, desc, eq, sql } from "drizzle-orm";
import { type Clock, systemClock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { QuizStore } from "../quiz/quiz-store.ts";
import type { Database } from "./client.ts";
import { quizzes } from "./schema.ts";

export function postgresQuizStore(db: Database, clock: Clock = systemClock): QuizStore {
  const own = (accountId: string, quizId: string) =>
    and(eq(quizzes.id, quizId), eq(quizzes.accountId, accountId));

  return {
    list: (accountId) =>
      db
        .select(SUMMARY)
        .from(quizzes)
        .where(eq(quizzes.accountId, accountId))
        .orderBy(...NEWEST),

    async get(accountId, quizId) {
      const [row] = await db.select(STORED).from(quizzes).where(own(accountId, quizId));
      return row ?? null;
    },

    async create(accountId, quiz) {
      const nowMs = clock.now();
      const row = { id: newId(), accountId, quiz, createdAtMs: nowMs, updatedAtMs: nowMs };
      const [stored] = await db.insert(quizzes).values(row).returning(STORED);
      return stored!;
    },

    async update(accountId, quizId, quiz) {
      const change = { quiz, updatedAtMs: clock.now() };
      const [row] = await db.update(quizzes).set(change).where(own(accountId, quizId)).returning(STORED);
      return row ?? null;
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
  createdAtMs: quizzes.createdAtMs,
  updatedAtMs: quizzes.updatedAtMs,
};

const SUMMARY = {
  id: quizzes.id,
  title: sql<string>`${quizzes.quiz}->>'title'`,
  description: sql<string | null>`${quizzes.quiz}->>'description'`,
  questions: sql<number>`jsonb_array_length(${quizzes.quiz}->'questions')`,
  createdAtMs: quizzes.createdAtMs,
  updatedAtMs: quizzes.updatedAtMs,
};

const NEWEST = [desc(quizzes.updatedAtMs), desc(quizzes.id)];
