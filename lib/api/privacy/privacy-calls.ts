import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { ownPlayedSession } from "../sessions/session-access.ts";
import { keep } from "./keep.ts";
import { playerData } from "./player-data.ts";

export const getRetention = call(operations.getRetention, async ({ runtime, account }) =>
  ok(await runtime.retention.get(account.workspaceId)),
);

export const setRetention = call(operations.setRetention, async ({ runtime, account, body }) =>
  ok(await keep(runtime, account, body)),
);

export const previewRetention = call(operations.previewRetention, async ({ runtime, account, body }) =>
  ok(await runtime.retention.preview(account.workspaceId, body, runtime.clock.now())),
);

export const getPlayerData = call(operations.getPlayerData, async ({ runtime, account, params }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  if (!live.ok) return live;
  const data = await playerData(runtime, live.value.session, params.playerId);
  return data ? ok(data) : refuse("player_not_found");
});
