import { playerByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";
import { takeAnswer } from "#lib/web/take-answer.ts";

export const POST = route(operations.answer, async ({ runtime, request, params, body, receivedAtMs }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  return takeAnswer(runtime, { sessionId: live.session.id, playerId, ...body, receivedAtMs }, "rest");
});
