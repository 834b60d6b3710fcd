import { newId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { LIMITS } from "../fields.ts";
import type { MediaStore } from "../media/media-store.ts";
import { type Problem, pathText, unfitQuiz } from "../problems.ts";
import { withQuestionIds } from "../question-ids.ts";
import { parseQuiz, type Quiz, quizProblems } from "../quiz.ts";
import type { QuizStore, StoredQuiz } from "../quiz-store.ts";
import type { QuestionDraft, QuizDraft } from "./quiz-draft.ts";

export interface Desk {
  quizzes: QuizStore;
  media: Pick<MediaStore, "owned">;
}

/** Stores a new quiz, or says which of the files it shows are not its host's. */
export async function createQuiz(
  { quizzes, media }: Desk,
  accountId: string,
  quiz: Quiz,
  madeBy?: string,
): Promise<Result<StoredQuiz<Quiz>, Refusal>> {
  const foreign = await foreignFiles(media, accountId, quiz);
  if (foreign.length > 0) return notYours(foreign);
  const whole = named(quiz, null);
  return ok({ ...(await quizzes.create(accountId, whole, [], madeBy)), quiz: whole });
}

/** Stores new quizzes, all or none. Whose files they show was asked before (lib/api/interchange/import-calls.ts). */
export async function createQuizzes(
  { quizzes }: Pick<Desk, "quizzes">,
  accountId: string,
  drafts: readonly QuizDraft[],
  madeBy?: string,
): Promise<StoredQuiz[]> {
  return quizzes.createAll(
    accountId,
    drafts.map((quiz) => named(quiz, null)),
    madeBy,
  );
}

/** Stores a quiz in the place of what it was; with `expectedVersion` only if it still is that version. */
export async function replaceQuiz(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
  { quiz, expectedVersion, savedBy }: { quiz: Quiz; expectedVersion?: number | undefined; savedBy?: string },
): Promise<Result<StoredQuiz<Quiz>, Refusal>> {
  const foreign = await foreignFiles(media, accountId, quiz);
  if (foreign.length > 0) return notYours(foreign);
  const before = await quizzes.get(accountId, quizId);
  if (!before) return refuse("quiz_not_found");
  const whole = named(quiz, before);
  const stored = saved(
    await quizzes.update(accountId, quizId, whole, { expectedVersion, savedBy, keepBefore: true }),
  );
  return stored.ok ? ok({ ...stored.value, quiz: whole }) : stored;
}

/**
 * Stores what stands in an editor, whatever it still lacks. `expectedVersion` 0: only if there is no such quiz yet, so
 * that a save sent twice makes one quiz.
 */
export async function saveDraft(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
  {
    quiz,
    expectedVersion,
    savedBy,
  }: { quiz: QuizDraft; expectedVersion?: number | undefined; savedBy?: string },
): Promise<Result<StoredQuiz, Refusal>> {
  const problems = await draftProblems(media, accountId, quiz);
  const before = await quizzes.get(accountId, quizId);
  const draft = named(quiz, before);
  if (expectedVersion === 0) {
    if (before) return refuse("stale_quiz");
    const created = await quizzes.createAs(accountId, quizId, draft, problems, savedBy);
    return created ? ok(created) : refuse("stale_quiz");
  }
  return saved(await quizzes.update(accountId, quizId, draft, { problems, expectedVersion, savedBy }));
}

/** Appends copies of these to a quiz, also while others save it. */
export async function addQuestions(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
  added: readonly QuestionDraft[],
  savedBy?: string,
): Promise<Result<StoredQuiz, Refusal>> {
  const fresh = added.map((question) => ({ ...question, id: newId() }));
  for (let attempt = 1; ; attempt++) {
    const before = await quizzes.get(accountId, quizId);
    if (!before) return refuse("quiz_not_found");
    const questions = [...before.quiz.questions, ...fresh];
    if (questions.length > LIMITS.questions.max) return tooMany(questions.length);
    const quiz = { ...before.quiz, questions };
    const problems = await draftProblems(media, accountId, quiz);
    const stored = saved(
      await quizzes.update(accountId, quizId, quiz, { problems, expectedVersion: before.version, savedBy }),
    );
    if (stored.ok || stored.error.code !== "stale_quiz" || attempt >= ADD_ATTEMPTS) return stored;
  }
}

/** An editor that is open on it saves once a second at most. */
const ADD_ATTEMPTS = 5;

function tooMany(questions: number): Result<never, Refusal> {
  const { max } = LIMITS.questions;
  return refuse(
    "invalid_quiz",
    `With these it would have ${questions} questions; a quiz can have at most ${max}.`,
  );
}

/** Puts an earlier version in the place of the present one, which stays among the earlier ones: a new version like any other. */
export async function restoreVersion(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
  {
    version,
    expectedVersion,
    savedBy,
  }: { version: number; expectedVersion?: number | undefined; savedBy?: string },
): Promise<Result<StoredQuiz, Refusal>> {
  const earlier = await quizzes.version(accountId, quizId, version);
  if (!earlier)
    return refuse((await quizzes.get(accountId, quizId)) ? "version_not_found" : "quiz_not_found");
  const { quiz } = earlier;
  const problems = await draftProblems(media, accountId, quiz);
  return saved(
    await quizzes.update(accountId, quizId, quiz, { problems, expectedVersion, savedBy, keepBefore: true }),
  );
}

/** A second quiz like this one, finished or not. */
export async function copyQuiz(
  { quizzes }: Desk,
  accountId: string,
  { quiz, problems }: StoredQuiz,
  title: string,
  madeBy?: string,
): Promise<StoredQuiz> {
  return quizzes.create(accountId, { ...quiz, title }, problems, madeBy);
}

/** The quiz as a session plays it, or everything that is still to be done first. */
export async function quizToPlay(
  { quizzes, media }: Desk,
  accountId: string,
  quizId: string,
): Promise<Result<{ id: string; quiz: Quiz }, Refusal>> {
  const stored = await quizzes.get(accountId, quizId);
  if (!stored) return refuse("quiz_not_found");
  const quiz = parseQuiz(stored.quiz);
  if (!quiz.ok) return quiz;
  // Only drafts were stored without looking whose files they show.
  if (stored.problems.length === 0) return ok({ id: stored.id, quiz: quiz.value });
  const foreign = await foreignFiles(media, accountId, quiz.value);
  return foreign.length > 0 ? unfitQuiz(foreign) : ok({ id: stored.id, quiz: quiz.value });
}

async function draftProblems(media: Desk["media"], accountId: string, quiz: QuizDraft): Promise<Problem[]> {
  return [...quizProblems(quiz), ...(await foreignFiles(media, accountId, quiz))];
}

function saved(stored: StoredQuiz | "stale" | null): Result<StoredQuiz, Refusal> {
  if (stored === "stale") return refuse("stale_quiz");
  return stored ? ok(stored) : refuse("quiz_not_found");
}

function named<Q extends QuizDraft>(quiz: Q, before: StoredQuiz | null): Q {
  return { ...quiz, questions: withQuestionIds(quiz.questions, before?.quiz.questions ?? [], newId) };
}

/**
 * Anyone who knows a file's name may load it, but only its owner's quizzes keep it from being removed: in another one it
 * would vanish some day.
 */
async function foreignFiles(
  media: Desk["media"],
  accountId: string,
  { questions }: QuizDraft,
): Promise<Problem[]> {
  // A question's own id names no file; whatever else has an `id` inside it is one.
  const files = questions.flatMap(({ id: _, ...question }, at) => filesIn(question, ["questions", at]));
  const owned = await media.owned(accountId, [...new Set(files.map(({ id }) => id))]);
  return files.filter(({ id }) => !owned.has(id)).map(({ path }) => ({ path, message: NOT_YOURS }));
}

function notYours(problems: Problem[]): { ok: false; error: Refusal } {
  const { length } = problems;
  return refuse("invalid_quiz", `${count(length)} not among your files. Add ${it(length)} again.`, problems);
}

const NOT_YOURS = "This file is not one of yours. Add it again.";
const count = (files: number) =>
  files === 1 ? "One of the files shown is" : `${files} of the files shown are`;
const it = (files: number) => (files === 1 ? "it" : "them");

function filesIn(value: unknown, path: readonly (string | number)[]): { id: string; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => filesIn(each, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "id" ? [{ id: String(each), path: pathText([...path, key]) }] : filesIn(each, [...path, key]),
  );
}
