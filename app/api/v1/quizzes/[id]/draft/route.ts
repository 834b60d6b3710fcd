import { operations } from "#lib/api/operations.ts";
import { quizReply, sentQuiz } from "#lib/api/quiz-reply.ts";
import { route } from "#lib/api/route.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { ok } from "#lib/kernel/result.ts";
import { saveDraft } from "#lib/quiz/keep-quiz.ts";

const OWN_ID = /^[0-9a-z]{20}$/;

export const PUT = route(operations.saveDraft, async ({ runtime, account, params, body }) => {
  if (body.expectedVersion === 0 && !OWN_ID.test(params.id))
    return refuse("bad_request", "The id of a new quiz has 20 characters of 0–9 and a–z.");
  const stored = await saveDraft(runtime, account.id, params.id, sentQuiz(body));
  return stored.ok ? ok(quizReply(stored.value)) : stored;
});
