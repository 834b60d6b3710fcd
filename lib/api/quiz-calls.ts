import { refuse } from "../kernel/refusal.ts";
import { ok } from "../kernel/result.ts";
import * as quizzes from "../quiz/save-quiz.ts";
import { call } from "./call.ts";
import { operations } from "./operations.ts";
import { quizReply, sentQuiz, summaryReply } from "./quiz-reply.ts";

export const listQuizzes = call(operations.listQuizzes, async ({ runtime, account }) =>
  ok({ quizzes: (await runtime.quizzes.list(account.id)).map(summaryReply) }),
);

export const createQuiz = call(operations.createQuiz, async ({ runtime, account, body }) => {
  const stored = await quizzes.createQuiz(runtime, account.id, body);
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const getQuiz = call(operations.getQuiz, async ({ runtime, account, params }) => {
  const stored = await runtime.quizzes.get(account.id, params.id);
  return stored ? ok(quizReply(stored)) : refuse("quiz_not_found");
});

export const replaceQuiz = call(operations.replaceQuiz, async ({ runtime, account, params, body }) => {
  const stored = await quizzes.replaceQuiz(runtime, account.id, params.id, sentQuiz(body));
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const deleteQuiz = call(operations.deleteQuiz, async ({ runtime, account, params }) =>
  (await runtime.quizzes.remove(account.id, params.id)) ? ok(null) : refuse("quiz_not_found"),
);

const OWN_ID = /^[0-9a-z]{20}$/;

export const saveDraft = call(operations.saveDraft, async ({ runtime, account, params, body }) => {
  if (body.expectedVersion === 0 && !OWN_ID.test(params.id))
    return refuse("bad_request", "The id of a new quiz has 20 characters of 0–9 and a–z.");
  const stored = await quizzes.saveDraft(runtime, account.id, params.id, sentQuiz(body));
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});
