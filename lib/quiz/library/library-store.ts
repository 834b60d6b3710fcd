import type { QuizSummary } from "../quiz-store.ts";

/**
 * The port of a host's library: where quizzes stand, and how they are found among thousands. Every call is for one
 * workspace, known by the account that founded it. What a quiz says is the quiz store's (lib/quiz/quiz-store.ts); putting it somewhere makes no new version of it.
 */
export interface LibraryStore {
  /** A page of what fits, in the order asked for. Texts that were saved since are found. */
  page(accountId: string, wanted: Wanted): Promise<LibraryPage>;
  shelves(accountId: string): Promise<Shelves>;
  /** Puts a quiz somewhere; what is left out stays. Null if there is no such quiz. */
  place(accountId: string, quizId: string, place: LibraryPlace): Promise<QuizSummary | null>;
  /** To the trash: from here on there is no such quiz, until it is restored. False if there is none. */
  trash(accountId: string, quizId: string): Promise<boolean>;
  restore(accountId: string, quizId: string): Promise<boolean>;
  /** Deletes for good what is in the trash. Returns how many. */
  emptyTrash(accountId: string): Promise<number>;
  /** The same for what was put there before this instant, of every workspace. */
  removeTrashed(trashedBeforeMs: number): Promise<number>;
  /** Makes findable what was stored and never looked for: by an older version, or since the last search. */
  readUnread(): Promise<void>;
}

export interface Wanted {
  /** Lexemes as `searchedWords` makes them, all of which must be there; the last ones may go on. Null for any text. */
  words: SearchedWord[] | null;
  /** Null for quizzes in no folder; undefined for any. */
  folder?: string | null | undefined;
  tag?: string | undefined;
  shelf: Shelf;
  sort: Sort;
  limit: number;
  /** The last entry of the page before. */
  after?: Position | undefined;
}

export interface SearchedWord {
  text: string;
  /** Whether the word may go on. */
  prefix: boolean;
}

/** `all`: what is not in the trash. */
export const SHELVES = ["active", "archived", "all", "trash"] as const;
export type Shelf = (typeof SHELVES)[number];

/** Last changed first; by title; last played first, and then those that never were. */
export const SORTS = ["changed", "title", "played"] as const;
export type Sort = (typeof SORTS)[number];

/** Where in an order a quiz stands: what it is sorted by, and its id. */
export interface Position {
  key: string | number;
  id: string;
}

export interface LibraryPage {
  quizzes: QuizSummary[];
  /** Of all pages. */
  total: number;
  /** Where the next page begins; null on the last one. */
  next: Position | null;
}

export interface LibraryPlace {
  folder?: string | null | undefined;
  tags?: string[] | undefined;
  archived?: boolean | undefined;
}

/** A folder is there as long as a quiz is in it. */
export interface Shelves {
  active: number;
  archived: number;
  trashed: number;
  folders: { name: string; quizzes: number }[];
  tags: { name: string; quizzes: number }[];
}

/** So long a quiz stays in the trash. */
export const TRASH_KEPT_MS = 30 * 24 * 3_600_000;
