"use server";

import { cookies } from "next/headers";
import type { SeatAnswer } from "#components/player-pad/join/use-seat-request.ts";
import { type Asking, addressOf, pageOriginOf } from "#lib/api/actor.ts";
import { operations } from "#lib/api/operations.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { sessionByPin } from "#lib/api/sessions/session-access.ts";
import { cookieAttributes, PLAYER_COOKIE_SECONDS, playerCookieName } from "#lib/auth/cookies.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { joinedAs } from "#lib/runtime/take-join.ts";
import type { Player } from "#lib/session/player-store.ts";
import { type ActionResult, guarded, refused } from "#lib/web/action-result.ts";
import { asking } from "#lib/web/asking.ts";

/** Asks the host for the seat of the player with this name, and asks again how that stands. */
export async function askForSeatAction(
  pin: string,
  body: { name: string; key: string },
): Promise<ActionResult<SeatAnswer>> {
  const runtime = currentRuntime();
  return guarded(runtime, "asking for a seat", async () => {
    const parsed = parseBy(operations.askForSeat.body, body);
    if (!parsed.ok) return refused(parsed.error);
    const { name, key: secret } = parsed.value;
    const request = await asking();
    const live = await sessionByPin(runtime, request, String(pin).slice(0, 20));
    if (!live.ok) return refused(live.error);
    const address = addressOf(request.headers);
    const asked = await runtime.seats.ask(live.value, { name, secret, address });
    if (!asked.ok) return refused(asked.error);
    if (asked.value.state !== "given") return { ok: true, ...asked.value };
    await sitDown(runtime, request, asked.value.player);
    return { ok: true, state: "given" };
  });
}

/** Takes a seat by the host's code. */
export async function takeSeatAction(
  pin: string,
  body: { code: string; key: string },
): Promise<ActionResult<{ name: string }>> {
  const runtime = currentRuntime();
  return guarded(runtime, "taking a seat", async () => {
    const parsed = parseBy(operations.takeSeat.body, body);
    if (!parsed.ok) return refused(parsed.error);
    const { code, key: secret } = parsed.value;
    const request = await asking();
    const live = await sessionByPin(runtime, request, String(pin).slice(0, 20));
    if (!live.ok) return refused(live.error);
    const address = addressOf(request.headers);
    const taken = await runtime.seats.take(live.value, { code, secret, address });
    if (!taken.ok) return refused(taken.error);
    await sitDown(runtime, request, taken.value);
    return { ok: true, name: taken.value.name };
  });
}

async function sitDown(runtime: Runtime, { headers }: Asking, player: Player): Promise<void> {
  const attributes = cookieAttributes(pageOriginOf(runtime, headers), PLAYER_COOKIE_SECONDS);
  const { token } = joinedAs(runtime, player);
  (await cookies()).set(playerCookieName(player.sessionId), token, attributes);
}
