"use server";

import { z } from "zod";
import { toldOriginOf } from "#lib/api/actor.ts";
import { seatCodeReply } from "#lib/api/players/seat-reply.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { type ActionResult, refused } from "#lib/web/action-result.ts";
import { asSessionHost } from "#lib/web/as-session-host.ts";
import { asking } from "#lib/web/asking.ts";

const verdictSchema = z.strictObject({ id: z.string().max(60), verdict: z.enum(["give", "decline"]) });

/** The host's word on somebody at the door. */
export async function answerSeatAction(
  sessionId: string,
  answer: { id: string; verdict: "give" | "decline" },
): Promise<ActionResult<object>> {
  return asSessionHost("answering who asks for a seat", sessionId, async (runtime, live) => {
    const parsed = parseBy(verdictSchema, answer);
    if (!parsed.ok) return refused(parsed.error);
    const answered = await runtime.seats.answer(live, parsed.value.id, parsed.value.verdict);
    return answered.ok ? { ok: true } : refused(answered.error);
  });
}

/** A code by which a player's other device takes the seat. */
export async function makeSeatCodeAction(
  sessionId: string,
  playerId: string,
): Promise<ActionResult<{ code: string; url: string; untilMs: number }>> {
  return asSessionHost("making a code for a seat", sessionId, async (runtime, live) => {
    const made = await runtime.seats.makeCode(live, String(playerId).slice(0, 40));
    if (!made.ok) return refused(made.error);
    const request = await asking();
    return {
      ok: true,
      ...seatCodeReply(runtime, live.session, made.value, toldOriginOf(request.headers)),
    };
  });
}
