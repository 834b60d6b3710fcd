import { operations } from "#lib/api/operations.ts";
import { quizReply, sentQuiz } from "#lib/api/quiz-reply.ts";
import { route } from "#lib/api/route.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { ok } from "#lib/kernel/result.ts";
import { replaceQuiz } from "#lib/quiz/keep-quiz.ts";

export const GET = route(operations.getQuiz, async ({ runtime, account, params }) => {
  const stored = await runtime.quizzes.get(account.id, params.id);
  return stored ? ok(quizReply(stored)) : refuse("quiz_not_found");
});

export const PUT = route(operations.replaceQuiz, async ({ runtime, account, params, body }) => {
  const stored = await replaceQuiz(runtime, account.id, params.id, sentQuiz(body));
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});

export const DELETE = route(operations.deleteQuiz, async ({ runtime, account, params }) =>
  (await runtime.quizzes.remove(account.id, params.id)) ? ok(null) : refuse("quiz_not_found"),
);
