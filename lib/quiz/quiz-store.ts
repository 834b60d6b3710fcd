import type { NamedDraft } from "./drafts/merge-drafts.ts";
import type { QuizDraft } from "./drafts/quiz-draft.ts";
import type { Problem } from "./problems.ts";
import type { KeptVersion, VersionOfQuiz } from "./versions/versions.ts";

/**
 * The port of the quizzes. Every call is for one workspace, known by the account that founded it: another one's quiz does
 * not exist. A quiz is kept as it stands, finished or not; each save makes a new version of it. `madeBy` is the host who
 * makes it, if that is not the founder.
 */
export interface QuizStore {
  /** All but what is in the trash. */
  list(accountId: string): Promise<QuizSummary[]>;
  get(accountId: string, quizId: string): Promise<StoredQuiz | null>;
  create(
    accountId: string,
    quiz: QuizDraft,
    problems?: readonly Problem[],
    madeBy?: string,
  ): Promise<StoredQuiz>;
  /** All of them or, if anything fails, none; in the order given. */
  createAll(accountId: string, quizzes: readonly QuizDraft[], madeBy?: string): Promise<StoredQuiz[]>;
  /** Creates it under an id that its writer chose, or brings it back from the trash; null if there is a quiz with this id. */
  createAs(
    accountId: string,
    quizId: string,
    quiz: QuizDraft,
    problems?: readonly Problem[],
    madeBy?: string,
  ): Promise<StoredQuiz | null>;
  /** Null if there is no such quiz; "stale" if it is not the expected version any more, and then nothing is changed. */
  update(
    accountId: string,
    quizId: string,
    quiz: QuizDraft,
    save?: {
      problems?: readonly Problem[];
      expectedVersion?: number | undefined;
      /** The host who saves it, if that is not the founder. */
      savedBy?: string | undefined;
      /** Keeps what stood there, however lately something was kept. */
      keepBefore?: boolean;
    },
  ): Promise<StoredQuiz | "stale" | null>;
  /** The present version and the earlier ones that are kept, the newest first; none if there is no such quiz. */
  versions(accountId: string, quizId: string): Promise<KeptVersion[]>;
  version(accountId: string, quizId: string, version: number): Promise<VersionOfQuiz | null>;
  /** For good, from the trash or not (library-store.ts puts a quiz there). */
  remove(accountId: string, quizId: string): Promise<boolean>;
}

export interface StoredQuiz<Q extends QuizDraft = NamedDraft> {
  id: string;
  /** Every question has an id, whenever it was stored. */
  quiz: Q;
  /** From 1, one higher with each save. */
  version: number;
  /** The problems that keep it from being played; empty if it can be played. */
  problems: Problem[];
  createdAtMs: number;
  updatedAtMs: number;
}

export interface QuizSummary {
  id: string;
  title: string;
  description: string | null;
  questions: number;
  version: number;
  /** How many things keep it from being played, and the first few of them. */
  problems: number;
  firstProblems: Problem[];
  folder: string | null;
  tags: string[];
  archived: boolean;
  /** Since when it is in the trash. */
  trashedAtMs: number | null;
  /** When the last session of it was opened; null if none is left. */
  playedAtMs: number | null;
  madeBy: Maker | null;
  createdAtMs: number;
  updatedAtMs: number;
}

/** The host who made a quiz or opened a session. */
export interface Maker {
  id: string;
  name: string;
}

export const FIRST_PROBLEMS = 5;
