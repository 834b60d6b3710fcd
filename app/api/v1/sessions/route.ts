import { refuse } from "#lib/kernel/refusal.ts";
import { ok } from "#lib/kernel/result.ts";
import { ownRoomFiles } from "#lib/session/room-files.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { toldOriginOf } from "#lib/web/actor.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";
import { joinUrl, presenterUrl } from "#lib/web/session-links.ts";

const LISTED_MAX = 200;

export const GET = route(operations.listSessions, async ({ runtime, account }) =>
  ok({ sessions: await runtime.sessions.listByAccount(account.id, LISTED_MAX) }),
);

export const POST = route(operations.startSession, async ({ runtime, account, body, request }) => {
  const stored = await runtime.quizzes.get(account.id, body.quizId);
  if (!stored) return refuse("quiz_not_found");
  const settings = body.settings ?? settingsSchema.parse({});
  const look = await ownRoomFiles(runtime.media, account.id, settings.room);
  if (!look.ok) return look;
  const session = await runtime.createSession({
    accountId: account.id,
    quizId: stored.id,
    quiz: stored.quiz,
    settings,
  });
  const { id, pin } = session;
  const told = toldOriginOf(request.headers);
  return ok({
    ...{ id, pin },
    joinUrl: joinUrl(runtime, session, told),
    presenterUrl: presenterUrl(runtime, session, told),
  });
});
