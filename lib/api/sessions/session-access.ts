import type { Account } from "../../auth/account-store.ts";
import { isId } from "../../kernel/ids.ts";
import { pinDigits } from "../../kernel/pin.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { holdsSeat, type SeatHolder } from "../../session/players/holds-seat.ts";
import { type Asking, askerOf, playerOf, playersOf } from "../actor.ts";

/** A session of the host's workspace. Another workspace's does not exist. */
export async function ownSession(
  runtime: Pick<Runtime, "live">,
  account: Account,
  sessionId: string,
): Promise<Result<LiveSession, Refusal>> {
  const live = isId(sessionId) ? await runtime.live.open(sessionId) : null;
  return live && live.session.accountId === account.workspaceId ? ok(live) : refuse("session_not_found");
}

/** The same for whatever reports on sessions: a rehearsal has no results. */
export async function ownPlayedSession(
  runtime: Pick<Runtime, "live">,
  account: Account,
  sessionId: string,
): Promise<Result<LiveSession, Refusal>> {
  const live = await ownSession(runtime, account, sessionId);
  return live.ok && live.value.session.rehearsal ? refuse("session_not_found") : live;
}

type Deps = Pick<Runtime, "accounts" | "clock" | "live" | "pins" | "config" | "tokens">;

/** The session behind a PIN, for anybody. */
export async function sessionByPin(
  runtime: Deps,
  request: Asking,
  pin: string,
): Promise<Result<LiveSession, Refusal>> {
  const look = await runtime.pins.look(pin, askerOf(runtime, request));
  switch (look.outcome) {
    case "found":
      return ok(look.live);
    case "unknown":
      return refuse("unknown_pin");
    case "held":
      return refuse(
        "too_many_requests",
        "Too many wrong PINs from this network. Wait a minute and try again.",
      );
    default:
      return look satisfies never;
  }
}

/** The session behind a PIN and the player of it who asks. */
export async function playerByPin(
  runtime: Deps,
  request: Asking,
  pin: string,
): Promise<Result<{ live: LiveSession; playerId: string }, Refusal>> {
  const known = await joinedSession(runtime, request, pin);
  if (known) {
    const player = playerOf(runtime, request, known.live.session.id);
    return player.ok ? seated(runtime, known.live, player.value) : player;
  }
  const live = await sessionByPin(runtime, request, pin);
  if (!live.ok) return live;
  const player = playerOf(runtime, request, live.value.session.id);
  return player.ok ? seated(runtime, live.value, player.value) : player;
}

async function seated(runtime: Deps, live: LiveSession, holder: SeatHolder) {
  const holds = await holdsSeat(runtime.live, live, holder);
  return holds.ok ? ok({ live, playerId: holder.playerId }) : holds;
}

async function joinedSession(runtime: Deps, request: Asking, pin: string) {
  const wanted = pinDigits(pin);
  for (const { sessionId, playerId } of playersOf(runtime, request)) {
    const live = await runtime.live.open(sessionId);
    if (live?.session.pin === wanted) return { live, playerId };
  }
  return null;
}
