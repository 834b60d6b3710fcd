import { operations } from "#lib/api/operations.ts";
import { quizReply, summaryReply } from "#lib/api/quiz-reply.ts";
import { route } from "#lib/api/route.ts";
import { ok } from "#lib/kernel/result.ts";
import { createQuiz } from "#lib/quiz/keep-quiz.ts";

export const GET = route(operations.listQuizzes, async ({ runtime, account }) =>
  ok({ quizzes: (await runtime.quizzes.list(account.id)).map(summaryReply) }),
);

export const POST = route(operations.createQuiz, async ({ runtime, account, body }) => {
  const stored = await createQuiz(runtime, account.id, body);
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});
