"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { pageOriginOf } from "#lib/api/actor.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { ownSession } from "#lib/api/sessions/session-access.ts";
import { cookieAttributes, PLAYER_COOKIE_SECONDS, playerCookieName } from "#lib/auth/cookies.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { startSession } from "#lib/runtime/start-session.ts";
import { joinedAs } from "#lib/runtime/take-join.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { type ActionResult, type Refused, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { asking } from "#lib/web/asking.ts";

const fromSchema = z.int().min(0).max(LIMITS.questions.max);

/**
 * Opens a rehearsal, from the first question or from another one, and goes to its page; an earlier one of this host ends.
 * Returns only when it cannot.
 */
export async function tryOutAction(quizId: string, from: unknown = 0): Promise<Refused> {
  const started = await asHost<{ id: string }>("opening a rehearsal", async (runtime, account) => {
    const settings = settingsSchema.parse({});
    const place = parseBy(fromSchema, from);
    if (!place.ok) return refused(place.error);
    const opened = await startSession(runtime, account.workspaceId, {
      quizId: String(quizId),
      settings,
      madeBy: account.id,
      rehearsal: true,
      from: place.value,
    });
    if (!opened.ok) return refused(opened.error);
    for (const older of await runtime.sessions.rehearsalsBefore(opened.value))
      await runtime.conductor.endRehearsal(older);
    return { ok: true, id: opened.value.id };
  });
  if (!started.ok) return started;
  redirect(`/host/sessions/${started.id}/rehearsal`);
}

/** Gives this browser the phone of the rehearsal: the one player who is no robot, the same at every call. */
export async function holdPhoneAction(sessionId: string): Promise<ActionResult<object>> {
  return asHost("giving a rehearsal its phone", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const { id, rehearsal } = live.value.session;
    if (!rehearsal) return refused(refuse("session_not_found").error);
    const joined = await runtime.joinSession({
      sessionId: id,
      name: "You",
      joinKey: runtime.robotKey(id, "You"),
    });
    if (!joined.ok) return refused(joined.error);
    const { headers } = await asking();
    const attributes = cookieAttributes(pageOriginOf(runtime, headers), PLAYER_COOKIE_SECONDS);
    (await cookies()).set(playerCookieName(id), joinedAs(runtime, joined.value).token, attributes);
    return { ok: true };
  });
}

export async function endRehearsalAction(sessionId: string): Promise<ActionResult<object>> {
  return asHost("ending a rehearsal", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    await runtime.conductor.endRehearsal(live.value.session.id);
    return { ok: true };
  });
}
