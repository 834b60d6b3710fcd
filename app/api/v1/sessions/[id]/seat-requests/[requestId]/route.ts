import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { ok } from "#lib/kernel/result.ts";

export const POST = route(operations.answerSeatRequest, async ({ runtime, account, params, body }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const answered = await runtime.seats.answer(live.value, params.requestId, body.verdict);
  if (!answered.ok) return answered;
  const waiting = await runtime.seats.waiting(live.value);
  return ok({ requests: waiting.filter(({ id }) => id !== params.requestId) });
});
