import type { Quiz } from "./quiz.ts";

/** The port of the quizzes. Every call is for one account: another account's quiz does not exist. */
export interface QuizStore {
  list(accountId: string): Promise<QuizSummary[]>;
  get(accountId: string, quizId: string): Promise<StoredQuiz | null>;
  create(accountId: string, quiz: Quiz): Promise<StoredQuiz>;
  /** Null if there is no such quiz. */
  update(accountId: string, quizId: string, quiz: Quiz): Promise<StoredQuiz | null>;
  remove(accountId: string, quizId: string): Promise<boolean>;
}

export interface StoredQuiz {
  id: string;
  quiz: Quiz;
  createdAtMs: number;
  updatedAtMs: number;
}

export interface QuizSummary {
  id: string;
  title: string;
  description: string | null;
  questions: number;
  createdAtMs: number;
  updatedAtMs: number;
}
