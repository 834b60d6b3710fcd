import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { MediaStore } from "./media/media-store.ts";
import { pathText } from "./problems.ts";
import type { Quiz } from "./quiz.ts";
import type { QuizStore, StoredQuiz } from "./quiz-store.ts";

interface Desk {
  quizzes: QuizStore;
  media: Pick<MediaStore, "owned">;
}

/** Stores a new quiz, or says which of the files it shows are not its host's. */
export async function createQuiz(
  { quizzes, media }: Desk,
  accountId: string,
  quiz: Quiz,
): Promise<Result<StoredQuiz, Refusal>> {
  const owned = await ownFiles(media, accountId, quiz);
  return owned.ok ? ok(await quizzes.create(accountId, quiz)) : owned;
}

/** Stores a quiz in the place of what it was. */
export async function replaceQuiz(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
  quiz: Quiz,
): Promise<Result<StoredQuiz, Refusal>> {
  const owned = await ownFiles(media, accountId, quiz);
  if (!owned.ok) return owned;
  const stored = await quizzes.update(accountId, quizId, quiz);
  return stored ? ok(stored) : refuse("quiz_not_found");
}

/**
 * Whoever knows a file's name may load it, but only its owner's quizzes keep it from being removed: in another one it
 * would vanish some day.
 */
async function ownFiles(
  media: Pick<MediaStore, "owned">,
  accountId: string,
  quiz: Quiz,
): Promise<Result<null, Refusal>> {
  const named = filesIn(quiz.questions, ["questions"]);
  const owned = await media.owned(accountId, [...new Set(named.map(({ id }) => id))]);
  const foreign = named.filter(({ id }) => !owned.has(id));
  if (foreign.length === 0) return ok(null);
  const problems = foreign.map(({ path }) => ({ path, message: NOT_YOURS }));
  return refuse(
    "invalid_quiz",
    `${count(foreign.length)} not among your files. Add ${it(foreign.length)} again.`,
    problems,
  );
}

const NOT_YOURS = "This file is not among yours. Add it again.";
const count = (files: number) =>
  files === 1 ? "One of the files shown is" : `${files} of the files shown are`;
const it = (files: number) => (files === 1 ? "it" : "them");

/** Whatever has an `id` inside a question is a file. */
function filesIn(value: unknown, path: readonly (string | number)[]): { id: string; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => filesIn(each, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "id" ? [{ id: String(each), path: pathText([...path, key]) }] : filesIn(each, [...path, key]),
  );
}
