import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { BOARD_CUTS } from "../../leaderboard/leaderboard-store.ts";
import { takeAnswer } from "../../runtime/take-answer.ts";
import { takeJoin } from "../../runtime/take-join.ts";
import type { Player } from "../../session/player-store.ts";
import { withAvatars } from "../../session/players/faces.ts";
import { parseName } from "../../session/players/names.ts";
import { setExtraTime } from "../../session/players/set-extra-time.ts";
import { summaryOf } from "../../session/players/summary.ts";
import { teamBoard } from "../../session/teams/team-board.ts";
import { addressOf } from "../actor.ts";
import { call } from "../call.ts";
import type { CallRequest } from "../call-request.ts";
import { idempotencyKey } from "../idempotency.ts";
import { operations } from "../operations.ts";
import { playerByPin, sessionByPin } from "../sessions/session-access.ts";
import { eventsOf } from "../sessions/session-events.ts";
import { ownLine } from "./own-line.ts";

export const join = call(operations.join, async ({ runtime, params, body, request }) => {
  const key = joinKeyOf(request);
  if (!key.ok) return key;
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const joined = await takeJoin(runtime, {
    sessionId: live.value.session.id,
    ...body,
    joinKey: body.joinKey ?? key.value,
    address: addressOf(request.headers),
  });
  if (!joined.ok) return joined;
  const other = key.value !== null && body.joinKey === undefined && !isNamed(joined.value.player, body.name);
  return other ? refuse("idempotency_key_reused") : ok(joined.value.joined);
});

/** This key makes its holder the player, so it must be hard to guess. */
function joinKeyOf(request: CallRequest): Result<string | null, Refusal> {
  const key = idempotencyKey(request);
  if (!key.ok || key.value === null || (key.value.length >= 16 && key.value.length <= 100)) return key;
  return refuse(
    "bad_request",
    `For joining the Idempotency-Key is the \`joinKey\`: a secret of 16 to 100 characters; this one has ${key.value.length}.`,
  );
}

function isNamed(player: Player, name: string): boolean {
  const parsed = parseName(name);
  return parsed.ok && parsed.value.name === player.name;
}

export const answer = call(operations.answer, async ({ runtime, request, params, body, receivedAtMs }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  const submission = { sessionId: live.session.id, playerId, ...body, receivedAtMs };
  return takeAnswer(runtime, submission, "rest", request.headers.get("traceparent"));
});

export const getView = call(operations.getView, async ({ runtime, params, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  return live.ok ? ok(runtime.view(live.value)) : live;
});

export const getEvents = call(operations.getEvents, async ({ runtime, request, params }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  return live.ok ? eventsOf(runtime, request, live.value) : live;
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
