import { playerByPin } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { ok } from "#lib/kernel/result.ts";
import { summaryOf } from "#lib/session/players/summary.ts";

export const GET = route(operations.getMyAnswers, async ({ runtime, request, params }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  if (live.removed.has(playerId)) return refuse("player_removed");
  const { session } = live;
  const answers = await runtime.answers.ofPlayer(session.id, playerId);
  return ok({ title: session.quiz.title, questions: summaryOf(session, answers) });
});
