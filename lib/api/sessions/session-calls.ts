import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { startSession as start } from "../../runtime/start-session.ts";
import { takeCommand } from "../../runtime/take-command.ts";
import { chosenSettingsSchema, settingsFrom } from "../../session/settings.ts";
import { hostOf, presentsSession, toldOriginOf } from "../actor.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { ownSession } from "./session-access.ts";
import { eventsOf } from "./session-events.ts";
import { joinUrl, presenterUrl } from "./session-links.ts";
import { sessionReply } from "./session-reply.ts";

const LISTED_MAX = 200;

export const listSessions = call(operations.listSessions, async ({ runtime, account }) =>
  ok({ sessions: await runtime.sessions.listByAccount(account.workspaceId, LISTED_MAX) }),
);

export const startSession = call(operations.startSession, async ({ runtime, account, body, request }) => {
  const settings = settingsFrom(body.settings ?? chosenSettingsSchema.parse({}));
  if (!settings.ok) return settings;
  const started = await start(runtime, account.workspaceId, {
    quizId: body.quizId,
    settings: settings.value,
    madeBy: account.id,
  });
  if (!started.ok) return started;
  const session = started.value;
  const told = toldOriginOf(request.headers);
  return ok({
    id: session.id,
    pin: session.pin,
    joinUrl: joinUrl(runtime, session, told),
    presenterUrl: presenterUrl(runtime, session, told),
  });
});

export const command = call(operations.command, async ({ runtime, account, params, body }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { expectedVersion, ...asked } = body;
  const done = await takeCommand(runtime, live.value, asked, { expectedVersion, by: account.id });
  return done.ok ? ok(runtime.view(live.value)) : done;
});

export const getSession = call(operations.getSession, async ({ runtime, request, params }) => {
  const told = toldOriginOf(request.headers);
  if (presentsSession(runtime, request, params.id)) {
    const live = await runtime.live.open(params.id);
    return live ? ok(sessionReply(runtime, live, "presenter", told)) : refuse("session_not_found");
  }
  const host = await hostOf(runtime, request);
  if (!host.ok) return host;
  const live = await ownSession(runtime, host.value, params.id);
  return live.ok ? ok(sessionReply(runtime, live.value, "host", told)) : live;
});

export const getSessionEvents = call(operations.getSessionEvents, async ({ runtime, request, params }) => {
  if (presentsSession(runtime, request, params.id)) {
    const live = await runtime.live.open(params.id);
    return live ? eventsOf(runtime, request, live) : refuse("session_not_found");
  }
  const host = await hostOf(runtime, request);
  if (!host.ok) return host;
  const live = await ownSession(runtime, host.value, params.id);
  return live.ok ? eventsOf(runtime, request, live.value) : live;
});

export const deleteSession = call(operations.deleteSession, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  return (await runtime.deletion.session(params.id)) ? ok(null) : refuse("session_not_found");
});

export const deletePlayer = call(operations.deletePlayer, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const removed = await runtime.deletion.player(params.id, params.playerId);
  return removed ? ok(null) : refuse("player_not_found");
});

export const listPlayers = call(operations.listPlayers, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const [players, { connected }] = await Promise.all([
    runtime.players.list(params.id),
    runtime.presence.players(params.id),
  ]);
  return ok({
    players: players.map(({ playerId, name, score, teamId, joinedAtMs, removedAtMs }) => ({
      playerId,
      name,
      score,
      ...(teamId === null ? {} : { teamId }),
      connected: connected.has(playerId),
      removed: removedAtMs !== null,
      joinedAtMs,
    })),
  });
});
