"use server";

import { z } from "zod";
import { toldOriginOf } from "#lib/api/actor.ts";
import { ownSession } from "#lib/api/find-session.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { seatCodeReply } from "#lib/api/seat-reply.ts";
import { type ActionResult, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { asking } from "#lib/web/asking.ts";

const verdictSchema = z.strictObject({ id: z.string().max(60), verdict: z.enum(["give", "decline"]) });

/** The host's word on somebody at the door. */
export async function answerSeatAction(
  sessionId: string,
  answer: { id: string; verdict: "give" | "decline" },
): Promise<ActionResult<object>> {
  return asHost("answering who asks for a seat", async (runtime, account) => {
    const parsed = parseBy(verdictSchema, answer);
    if (!parsed.ok) return refused(parsed.error);
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const answered = await runtime.seats.answer(live.value, parsed.value.id, parsed.value.verdict);
    return answered.ok ? { ok: true } : refused(answered.error);
  });
}

/** A code by which a player's other device takes the seat. */
export async function makeSeatCodeAction(
  sessionId: string,
  playerId: string,
): Promise<ActionResult<{ code: string; url: string; untilMs: number }>> {
  return asHost("making a code for a seat", async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    if (!live.ok) return refused(live.error);
    const made = await runtime.seats.makeCode(live.value, String(playerId).slice(0, 40));
    if (!made.ok) return refused(made.error);
    const request = await asking();
    return {
      ok: true,
      ...seatCodeReply(runtime, live.value.session, made.value, toldOriginOf(request.headers)),
    };
  });
}
