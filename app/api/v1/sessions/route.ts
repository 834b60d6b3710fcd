import { toldOriginOf } from "#lib/api/actor.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { joinUrl, presenterUrl } from "#lib/api/session-links.ts";
import { ok } from "#lib/kernel/result.ts";
import { ownRoomFiles } from "#lib/look/room-files.ts";
import { quizToPlay } from "#lib/quiz/keep-quiz.ts";
import { settingsSchema } from "#lib/session/settings.ts";

const LISTED_MAX = 200;

export const GET = route(operations.listSessions, async ({ runtime, account }) =>
  ok({ sessions: await runtime.sessions.listByAccount(account.id, LISTED_MAX) }),
);

export const POST = route(operations.startSession, async ({ runtime, account, body, request }) => {
  const playable = await quizToPlay(runtime, account.id, body.quizId);
  if (!playable.ok) return playable;
  const settings = body.settings ?? settingsSchema.parse({});
  const look = await ownRoomFiles(runtime.media, account.id, settings.room);
  if (!look.ok) return look;
  const session = await runtime.createSession({
    accountId: account.id,
    quizId: playable.value.id,
    quiz: playable.value.quiz,
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
