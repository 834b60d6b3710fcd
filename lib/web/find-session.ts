import type { Account } from "../auth/account-store.ts";
import { systemClock } from "../kernel/clock.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { blockedAddresses } from "../session/blocked-addresses.ts";
import { PIN_GUESSES } from "../session/limiter.ts";
import type { LiveSession } from "../session/live-sessions.ts";
import { type Asking, addressOf, playerOf, playersOf } from "./actor.ts";

/** The host's own session. Another account's does not exist. */
export async function ownSession(
  runtime: Pick<Runtime, "live">,
  account: Account,
  sessionId: string,
): Promise<Result<LiveSession, Refusal>> {
  const live = await runtime.live.open(sessionId);
  return live && live.session.accountId === account.id ? ok(live) : refuse("session_not_found");
}

/** Players who have joined are known by their token and never held up. */
const blocked = blockedAddresses(systemClock);

type Deps = Pick<
  Runtime,
  "accounts" | "clock" | "limiter" | "live" | "metrics" | "publicUrl" | "sessions" | "tokens"
>;

/** The session behind a PIN, for anybody. */
export async function sessionByPin(
  runtime: Deps,
  request: Asking,
  pin: string,
): Promise<Result<LiveSession, Refusal>> {
  const address = addressOf(request.headers);
  if (blocked.has(address)) {
    const known = await joinedSession(runtime, request, pin);
    return known ? ok(known.live) : tooManyGuesses();
  }
  const live = await lookUp(runtime, plainPin(pin));
  if (live) return ok(live);
  runtime.metrics.pinFailure();
  const attempt = await runtime.limiter.consume(PIN_GUESSES, address);
  if (attempt.allowed) return refuse("unknown_pin");
  blocked.block(address, attempt.retryAfterMs);
  return tooManyGuesses();
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
    return player.ok ? ok(known) : player;
  }
  const live = await sessionByPin(runtime, request, pin);
  if (!live.ok) return live;
  const player = playerOf(runtime, request, live.value.session.id);
  return player.ok ? ok({ live: live.value, ...player.value }) : player;
}

async function joinedSession(runtime: Deps, request: Asking, pin: string) {
  for (const { sessionId, playerId } of playersOf(runtime, request)) {
    const live = await runtime.live.open(sessionId);
    if (live?.session.pin === plainPin(pin)) return { live, playerId };
  }
  return null;
}

async function lookUp({ live, sessions }: Deps, pin: string): Promise<LiveSession | null> {
  if (!/^\d{6}$/.test(pin)) return null;
  // A session that has not ended holds its PIN alone, so one in memory needs no question to the database.
  for (const each of live.all()) {
    if (each.session.pin === pin && each.session.phase.name !== "ended") return live.open(each.session.id);
  }
  const found = await sessions.getByPin(pin);
  return found ? live.open(found.id) : null;
}

/** People copy a PIN as it is shown: 123 456. */
function plainPin(pin: string): string {
  return pin.replace(/[\s-]/g, "");
}

function tooManyGuesses() {
  return refuse("too_many_requests", "Too many wrong PINs from this network. Wait a minute and try again.");
}
