import { mediaIdsOf } from "../../interchange/write/media-of.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { keepMedia } from "../media/keep-media.ts";

/**
 * Stores the files that came with imported quizzes, and names them in the quizzes by their new ids. Where one cannot be
 * stored nothing is imported; what was stored by then is in no quiz, so the sweep removes it.
 */
export async function withImportedMedia<Q extends QuizDraft>(
  runtime: Pick<Runtime, "media" | "pictures">,
  accountId: string,
  quizzes: readonly Q[],
  media: ReadonlyMap<string, Uint8Array>,
): Promise<Result<Q[], Refusal>> {
  const ids = new Map<string, string>();
  for (const id of mediaIdsOf({ questions: quizzes.flatMap(({ questions }) => questions) })) {
    const bytes = media.get(id);
    if (!bytes) continue;
    const kept = await keepMedia(runtime, accountId, bytes);
    if (!kept.ok)
      return { ok: false, error: { ...kept.error, message: `“${id}” in this file: ${kept.error.message}` } };
    ids.set(id, kept.value.id);
  }
  return ok(
    quizzes.map((quiz) => ({
      ...quiz,
      questions: quiz.questions.map(({ id, ...question }) => ({
        ...(id === undefined ? {} : { id }),
        ...(renamed(question, ids) as typeof question),
      })),
    })),
  );
}

function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "id" && typeof each === "string" ? (ids.get(each) ?? each) : renamed(each, ids),
    ]),
  );
}
