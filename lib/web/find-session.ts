import type { Account } from "../auth/account-store.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { AttemptLimit } from "../session/limiter.ts";
import type { LiveSession } from "../session/live-sessions.ts";

/** The host's own session. Another account's does not exist. */
export async function ownSession(
  runtime: Pick<Runtime, "live">,
  account: Account,
  sessionId: string,
): Promise<Result<LiveSession, Refusal>> {
  const live = await runtime.live.open(sessionId);
  return live && live.session.accountId === account.id ? ok(live) : refuse("session_not_found");
}

/**
 * Only look-ups that fail count, and only a machine that tries numbers fails hundreds of times in two minutes: a class
 * behind one address types its PIN wrong a few dozen times. At this pace all six digits take more than four days.
 */
export const PIN_GUESSES: AttemptLimit = { name: "pin_guess", attempts: 300, windowMs: 2 * 60_000 };

/** Addresses that have used up their guesses, and until when. Asked before the look-up, so that a lucky guess does not get through. */
const blockedUntilMs = new Map<string, number>();

export async function sessionByPin(
  runtime: Pick<Runtime, "live" | "sessions" | "limiter" | "metrics" | "clock">,
  pin: string,
  address: string,
): Promise<Result<LiveSession, Refusal>> {
  const nowMs = runtime.clock.now();
  if ((blockedUntilMs.get(address) ?? 0) > nowMs) return tooManyGuesses();
  const live = await lookUp(runtime, pin.replace(/[\s-]/g, ""));
  if (live) return ok(live);
  runtime.metrics.pinFailure();
  const attempt = await runtime.limiter.consume(PIN_GUESSES, address);
  if (attempt.allowed) return refuse("unknown_pin");
  forgetOld(nowMs);
  blockedUntilMs.set(address, nowMs + attempt.retryAfterMs);
  return tooManyGuesses();
}

async function lookUp({ live, sessions }: Pick<Runtime, "live" | "sessions">, pin: string): Promise<LiveSession | null> {
  if (!/^\d{6}$/.test(pin)) return null;
  // A session that has not ended holds its PIN alone, so one in memory needs no question to the database.
  for (const each of live.all()) {
    if (each.session.pin === pin && each.session.phase.name !== "ended") return live.open(each.session.id);
  }
  const found = await sessions.getByPin(pin);
  return found ? live.open(found.id) : null;
}

function tooManyGuesses() {
  return refuse("too_many_requests", "Too many wrong PINs from this network. Wait two minutes and try again.");
}

function forgetOld(nowMs: number): void {
  for (const [address, untilMs] of blockedUntilMs) if (untilMs <= nowMs) blockedUntilMs.delete(address);
}
