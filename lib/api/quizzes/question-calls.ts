import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { addQuestions as addTo } from "../../quiz/drafts/save-quiz.ts";
import type { Position } from "../../quiz/library/library-store.ts";
import { questionsFound } from "../../quiz/library/question-search.ts";
import { searchedWords } from "../../quiz/library/search-words.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { readCursor, writeCursor } from "./list-cursor.ts";
import { quizReply } from "./quiz-reply.ts";

/** One reply looks through so many quizzes at most, and through no more once it has so many questions. */
const QUIZZES_READ = 20;
const ENOUGH = 40;

export const searchQuestions = call(operations.searchQuestions, async ({ runtime, account, query }) => {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, "changed");
  if (after === null)
    return refuse("bad_request", "`cursor` is not one of this list. Ask for the first page again.");
  const words = query.query?.trim() ? searchedWords(query.query) : null;
  const page = await runtime.library.page(account.workspaceId, {
    words,
    shelf: "all",
    sort: "changed",
    limit: QUIZZES_READ,
    after,
  });
  const questions = [];
  let last: Position | null = null;
  for (const { id, tags, updatedAtMs } of page.quizzes) {
    if (questions.length >= ENOUGH) return ok({ questions, cursor: last && writeCursor(last, "changed") });
    last = { key: updatedAtMs, id };
    const stored = id === query.except ? null : await runtime.quizzes.get(account.workspaceId, id);
    if (!stored) continue;
    for (const { place, question } of questionsFound(stored.quiz, tags, words)) {
      if (query.kind !== undefined && question.kind !== query.kind) continue;
      questions.push({ quizId: id, quizTitle: stored.quiz.title, place, question });
    }
  }
  return ok({ questions, cursor: page.next && writeCursor(page.next, "changed") });
});

export const addQuestions = call(operations.addQuestions, async ({ runtime, account, params, body }) => {
  const stored = await addTo(runtime, account.workspaceId, params.id, body.questions, account.id);
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});
