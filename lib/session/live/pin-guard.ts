import type { Clock } from "../../kernel/clock.ts";
import { pinDigits } from "../../kernel/pin.ts";
import { createHolds } from "../../limits/holds.ts";
import { type AttemptLimit, type AttemptLimiter, PIN_GUESSES } from "../../limits/limiter.ts";
import type { NearRoom, NearRooms } from "../../limits/near-rooms.ts";
import { networksOf } from "../../limits/networks.ts";
import type { LiveSession } from "./live-session.ts";
import type { PinLookup } from "./pin-lookup.ts";

/**
 * The one way from a PIN to its session, for every door: it slows down callers who guess PINs, and only those.
 *
 * Wrong PINs count for the client, if it can show something that only a known one has, and otherwise for its networks. Who
 * has used up its count is *held*: no look-up is made, so no lucky guess gets through. A held address is a whole school, so
 * there are three ways past it:
 *   1. a credential of the session (a player's token, a screen's key): that is no guess;
 *   2. a room that has had somebody at this address (near-rooms.ts): host, screen or the first of the class;
 *   3. a client that can show something, with wrong PINs of its own to spare.
 * So one address gets at most so many wrong PINs a minute answered as docs/decisions/026 counts, in any mix of requests.
 */
export interface PinGuard {
  look(pin: string, asker: PinAsker): Promise<PinLook>;
  /** Somebody at this address is in this room. */
  noteAt(address: string, room: NearRoom): void;
}

export type PinLook =
  | { outcome: "found"; live: LiveSession }
  /** Nothing runs under this PIN. */
  | { outcome: "unknown" }
  /** Not looked up, or the last wrong one that was. */
  | { outcome: "held" };

/** The caller. Everything but the address is read only when it matters. */
export interface PinAsker {
  readonly address: string;
  /** The sessions this client has a credential of. */
  sessions(): readonly string[];
  /** The credential of a known client. Null for a stranger. */
  proof(): Promise<Proof | null>;
}

export interface Proof {
  /** Of the device, the player, the screen or the account. */
  name: string;
  /** A host's sessions are no secret to them. */
  accountId?: string;
}

export interface PinGuardDeps {
  live: { open(sessionId: string): Promise<LiveSession | null> };
  pins: PinLookup;
  near: NearRooms;
  limiter: AttemptLimiter;
  clock: Clock;
  onMiss(): void;
  /** A network has used up its wrong PINs. */
  onHold(network: string): void;
}

/** Of one known client: a child may mistype the PIN a few times. */
const OF_CLIENT: AttemptLimit = { name: "pin_guess_client", attempts: 10, windowMs: 600_000 };
/** Of all known clients of a network: more devices do not make more guesses. */
const OF_KNOWN_CLIENTS: AttemptLimit = { name: "pin_guess_known", attempts: 240, windowMs: 60_000 };
/** Of a held network, among the rooms that are there: as many as an honest school cannot be kept out by a handful of phones. */
const OF_HELD: AttemptLimit = { name: "pin_guess_held", attempts: 2_400, windowMs: 60_000 };

export function createPinGuard(deps: PinGuardDeps): PinGuard {
  const { live, pins, near, limiter, clock, onMiss, onHold } = deps;
  const networkHolds = createHolds(clock);
  const clientHolds = createHolds(clock);
  /** PINs that are being looked up for an address: as many at once as it may have wrong. */
  const asking = new Map<string, Map<string, number>>();

  async function look(typed: string, asker: PinAsker): Promise<PinLook> {
    const pin = pinDigits(typed);
    const found = (await isHeld(asker)) ? await lookHeld(pin, asker) : await lookUp(pin, asker);
    if (found.outcome !== "found") return found;
    const { id: sessionId, rehearsal } = found.live.session;
    // Its host's own screens and phone know it; to all others nothing runs under this PIN.
    if (rehearsal && !asker.sessions().includes(sessionId)) return missed(asker, await asker.proof());
    near.note(asker.address, { pin, sessionId });
    return found;
  }

  async function isHeld(asker: PinAsker): Promise<boolean> {
    if (networkHolds.size > 0 && isNetworkHeld(PIN_GUESSES, asker)) return true;
    if (clientHolds.size === 0) return false;
    const proof = await asker.proof();
    return proof !== null && clientHolds.has(proof.name);
  }

  function isNetworkHeld(limit: AttemptLimit, { address }: PinAsker): boolean {
    return networksOf(address).some(({ key }) => networkHolds.has(holdKey(limit, key)));
  }

  async function lookUp(pin: string, asker: PinAsker): Promise<PinLook> {
    if (pins.peek(pin)) return foundOrMissed(await pins.find(pin), asker);
    const { address } = asker;
    const ofAddress = asking.get(address) ?? new Map<string, number>();
    if (!ofAddress.has(pin) && ofAddress.size >= PIN_GUESSES.attempts) return { outcome: "held" };
    asking.set(address, ofAddress.set(pin, (ofAddress.get(pin) ?? 0) + 1));
    try {
      return await foundOrMissed(await pins.find(pin), asker);
    } finally {
      const others = (ofAddress.get(pin) ?? 1) - 1;
      if (others > 0) ofAddress.set(pin, others);
      else ofAddress.delete(pin);
      if (ofAddress.size === 0) asking.delete(address);
    }
  }

  async function foundOrMissed(session: LiveSession | null, asker: PinAsker): Promise<PinLook> {
    return session ? { outcome: "found", live: session } : missed(asker, await asker.proof());
  }

  async function lookHeld(pin: string, asker: PinAsker): Promise<PinLook> {
    const own = await firstWithPin(asker.sessions(), pin);
    if (own) return { outcome: "found", live: own };
    const nearCounts = !isNetworkHeld(OF_HELD, asker);
    if (nearCounts && /^\d{6}$/.test(pin)) {
      const sessionId = await near.find(asker.address, pin);
      const here = sessionId === null ? null : await firstWithPin([sessionId], pin);
      if (here && here.session.phase.name !== "ended") return { outcome: "found", live: here };
    }
    const proof = await asker.proof();
    if (proof && !clientHolds.has(proof.name) && !isNetworkHeld(OF_KNOWN_CLIENTS, asker))
      return lookUp(pin, asker);
    if (proof?.accountId !== undefined) {
      const session = await pins.find(pin);
      if (session?.session.accountId === proof.accountId) return { outcome: "found", live: session };
    }
    onMiss();
    if (nearCounts) await count(OF_HELD, asker.address);
    return { outcome: "held" };
  }

  async function firstWithPin(sessionIds: readonly string[], pin: string): Promise<LiveSession | null> {
    for (const sessionId of sessionIds) {
      const session = await live.open(sessionId);
      if (session?.session.pin === pin) return session;
    }
    return null;
  }

  async function missed(asker: PinAsker, proof: Proof | null): Promise<PinLook> {
    onMiss();
    if (proof === null)
      return (await count(PIN_GUESSES, asker.address)) ? { outcome: "held" } : { outcome: "unknown" };
    const attempt = await limiter.consume(OF_CLIENT, proof.name);
    if (!attempt.allowed) clientHolds.hold(proof.name, attempt.retryAfterMs);
    const tooMany = await count(OF_KNOWN_CLIENTS, asker.address);
    return { outcome: tooMany || !attempt.allowed ? "held" : "unknown" };
  }

  /** Counts for the address and all networks it is in. True when one of them has used up its share. */
  async function count(limit: AttemptLimit, address: string): Promise<boolean> {
    let usedUp = false;
    for (const { key, share } of networksOf(address)) {
      const attempt = await limiter.consume({ ...limit, attempts: limit.attempts * share }, key);
      if (attempt.allowed) continue;
      usedUp = true;
      networkHolds.hold(holdKey(limit, key), attempt.retryAfterMs);
      if (limit === PIN_GUESSES) onHold(key);
    }
    return usedUp;
  }

  return { look, noteAt: near.note };
}

function holdKey(limit: AttemptLimit, key: string): string {
  return `${limit.name} ${key}`;
}
