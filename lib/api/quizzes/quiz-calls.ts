import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import * as quizzes from "../../quiz/drafts/save-quiz.ts";
import { searchedWords } from "../../quiz/library/search-words.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { readCursor, writeCursor } from "./list-cursor.ts";
import { quizReply, sentQuiz, summaryReply } from "./quiz-reply.ts";

const LISTED = 50;

export const listQuizzes = call(operations.listQuizzes, async ({ runtime, account, query }) => {
  if (Object.values(query).every((value) => value === undefined)) {
    const all = (await runtime.quizzes.list(account.workspaceId)).map(summaryReply);
    return ok({ quizzes: all, total: all.length, cursor: null });
  }
  const { sort = "changed", limit = LISTED, folder, tag, cursor } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor, sort);
  if (after === null)
    return refuse("bad_request", "`cursor` is not one of this list. Ask for the first page again.");
  const page = await runtime.library.page(account.workspaceId, {
    words: query.query?.trim() ? searchedWords(query.query) : null,
    folder: folder === "" ? null : folder,
    shelf: query.trashed === "true" ? "trash" : ARCHIVED[query.archived ?? "false"],
    tag,
    sort,
    limit,
    after,
  });
  return ok({
    quizzes: page.quizzes.map(summaryReply),
    total: page.total,
    cursor: page.next && writeCursor(page.next, sort),
  });
});

const ARCHIVED = { false: "active", true: "archived", all: "all" } as const;

export const getLibrary = call(operations.getLibrary, async ({ runtime, account }) =>
  ok(await runtime.library.shelves(account.workspaceId)),
);

export const emptyTrash = call(operations.emptyTrash, async ({ runtime, account }) => {
  await runtime.library.emptyTrash(account.workspaceId);
  return ok(null);
});

export const placeQuiz = call(operations.placeQuiz, async ({ runtime, account, params, body }) => {
  const placed = await runtime.library.place(account.workspaceId, params.id, body);
  return placed ? ok(summaryReply(placed)) : refuse("quiz_not_found");
});

export const restoreQuiz = call(operations.restoreQuiz, async ({ runtime, account, params }) =>
  (await runtime.library.restore(account.workspaceId, params.id)) ? ok(null) : refuse("quiz_not_found"),
);

export const createQuiz = call(operations.createQuiz, async ({ runtime, account, body }) => {
  const stored = await quizzes.createQuiz(runtime, account.workspaceId, body, account.id);
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const getQuiz = call(operations.getQuiz, async ({ runtime, account, params }) => {
  const stored = await runtime.quizzes.get(account.workspaceId, params.id);
  return stored ? ok(quizReply(stored)) : refuse("quiz_not_found");
});

export const replaceQuiz = call(operations.replaceQuiz, async ({ runtime, account, params, body }) => {
  const stored = await quizzes.replaceQuiz(runtime, account.workspaceId, params.id, {
    ...sentQuiz(body),
    savedBy: account.id,
  });
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const deleteQuiz = call(operations.deleteQuiz, async ({ runtime, account, params, query }) => {
  const from = query.permanent === "true" ? runtime.quizzes.remove : runtime.library.trash;
  return (await from(account.workspaceId, params.id)) ? ok(null) : refuse("quiz_not_found");
});

const OWN_ID = /^[0-9a-z]{20}$/;

export const saveDraft = call(operations.saveDraft, async ({ runtime, account, params, body }) => {
  if (body.expectedVersion === 0 && !OWN_ID.test(params.id))
    return refuse("bad_request", "The id of a new quiz has 20 characters of 0–9 and a–z.");
  const stored = await quizzes.saveDraft(runtime, account.workspaceId, params.id, {
    ...sentQuiz(body),
    savedBy: account.id,
  });
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const listQuizVersions = call(operations.listQuizVersions, async ({ runtime, account, params }) => {
  const versions = await runtime.quizzes.versions(account.workspaceId, params.id);
  return versions.length > 0 ? ok({ versions }) : refuse("quiz_not_found");
});

export const getQuizVersion = call(operations.getQuizVersion, async ({ runtime, account, params }) => {
  const version = versionOf(params.version);
  const found = version && (await runtime.quizzes.version(account.workspaceId, params.id, version));
  if (found) return ok(found);
  return refuse(
    (await runtime.quizzes.get(account.workspaceId, params.id)) ? "version_not_found" : "quiz_not_found",
  );
});

export const restoreQuizVersion = call(
  operations.restoreQuizVersion,
  async ({ runtime, account, params, query }) => {
    const version = versionOf(params.version) ?? 0;
    const { expectedVersion } = query;
    const stored = await quizzes.restoreVersion(runtime, account.workspaceId, params.id, {
      version,
      expectedVersion,
      savedBy: account.id,
    });
    return stored.ok ? ok(quizReply(stored.value)) : stored;
  },
);

/** Null for what no version can be. */
function versionOf(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
