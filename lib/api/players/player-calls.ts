import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { BOARD_CUTS } from "../../leaderboard/leaderboard-store.ts";
import { takeAnswer } from "../../runtime/take-answer.ts";
import { takeJoin } from "../../runtime/take-join.ts";
import { withAvatars } from "../../session/players/faces.ts";
import { setExtraTime } from "../../session/players/set-extra-time.ts";
import { summaryOf } from "../../session/players/summary.ts";
import { teamBoard } from "../../session/teams/team-board.ts";
import { addressOf } from "../actor.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { playerByPin, sessionByPin } from "../sessions/session-access.ts";
import { ownLine } from "./own-line.ts";

export const join = call(operations.join, async ({ runtime, params, body, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const joined = await takeJoin(runtime, {
    sessionId: live.value.session.id,
    ...body,
    address: addressOf(request.headers),
  });
  return joined.ok ? ok(joined.value.joined) : joined;
});

export const answer = call(operations.answer, async ({ runtime, request, params, body, receivedAtMs }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  return takeAnswer(runtime, { sessionId: live.session.id, playerId, ...body, receivedAtMs }, "rest");
});

export const getView = call(operations.getView, async ({ runtime, params, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  return live.ok ? ok(runtime.view(live.value)) : live;
});

export const getMe = call(operations.getMe, async ({ runtime, request, params }) => {
  const player = await playerByPin(runtime, request, params.pin);
  return player.ok ? ownLine(runtime, player.value.live, player.value.playerId) : player;
});

export const getMyAnswers = call(operations.getMyAnswers, async ({ runtime, request, params }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  if (live.removed.has(playerId)) return refuse("player_removed");
  const { session } = live;
  const answers = await runtime.answers.ofPlayer(session.id, playerId);
  return ok({ title: session.quiz.title, questions: summaryOf(session, answers) });
});

export const updateMe = call(operations.updateMe, async ({ runtime, request, params, body }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  const set = await setExtraTime(runtime, live, playerId, body.extraTime);
  return set.ok ? ownLine(runtime, live, playerId) : set;
});

export const getLeaderboard = call(operations.getLeaderboard, async ({ runtime, params, query, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const sessionId = live.value.session.id;
  const [standings, cuts, teams] = await Promise.all([
    runtime.leaderboard.top(sessionId, query.limit),
    runtime.leaderboard.cuts(sessionId, BOARD_CUTS),
    teamBoard(runtime, live.value),
  ]);
  return ok({
    players: live.value.roster.size,
    standings: withAvatars(standings, live.value),
    cuts,
    ...(teams && { teams }),
  });
});
