import { setExtraTime } from "#lib/session/set-extra-time.ts";
import { playerByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { ownLine } from "#lib/web/own-line.ts";
import { route } from "#lib/web/route.ts";

export const GET = route(operations.getMe, async ({ runtime, request, params }) => {
  const player = await playerByPin(runtime, request, params.pin);
  return player.ok ? ownLine(runtime, player.value.live, player.value.playerId) : player;
});

export const PUT = route(operations.updateMe, async ({ runtime, request, params, body }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  const set = await setExtraTime(runtime, live, playerId, body.extraTime);
  return set.ok ? ownLine(runtime, live, playerId) : set;
});
