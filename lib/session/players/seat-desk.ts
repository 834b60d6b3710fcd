import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AttemptLimiter, SEAT_CODES, SEAT_REQUESTS } from "../../limits/limiter.ts";
import type { SessionBus } from "../live/bus.ts";
import type { LiveSession } from "../live/live-session.ts";
import type { Presence } from "../live/presence.ts";
import { type Player, type PlayerStore, seatOf } from "../player-store.ts";
import { parseName } from "./names.ts";
import { hasRoom, numberFor, REQUEST_FOR_MS, type SeatRequest, waitingOf } from "./seat-request.ts";

/**
 * Where a seat goes to another device: a phone died, and its player comes with another one. A name proves
 * nothing, so only the host gives a seat away, in one of two ways:
 *
 *   asked for   The new device asks under the name and shows a number. The host sees the number and says yes or no.
 *   by code     The host makes a code for a player and shows it to them.
 *
 * Both are an offer in the player's row: the hash of a secret that the new device has, and until when. Taking it is one
 * update, so it works once, on any node. The row then counts one move more, and tokens made before no longer count.
 */
export interface SeatDesk {
  /** Asks, or asks for the state of a request: the same secret is the same request. Once given, it takes the seat. */
  ask(live: LiveSession, asker: Asker & { name: unknown }): Promise<Result<AskedSeat, Refusal>>;
  /** Takes a seat by the host's code. */
  take(live: LiveSession, taker: Asker & { code: string }): Promise<Result<Player, Refusal>>;
  /** For the host: who waits at the door. */
  waiting(live: LiveSession): Promise<WaitingAsker[]>;
  /** The host's word on one of them. */
  answer(live: LiveSession, id: string, verdict: SeatVerdict): Promise<Result<null, Refusal>>;
  /** For the host: a code for a player's seat. An earlier one ends. */
  makeCode(live: LiveSession, playerId: string): Promise<Result<SeatCode, Refusal>>;
}

export interface Asker {
  /** Of the device's own making; afterwards its join key. */
  secret: string;
  address: string;
}

export type SeatVerdict = "give" | "decline";

export type AskedSeat =
  | { state: "given"; player: Player }
  | { state: "waiting" | "declined" | "lapsed"; number: number; untilMs: number; hostHere: boolean };

export interface WaitingAsker {
  id: string;
  playerId: string;
  name: string;
  number: number;
  /** Whether the device that has the seat is here right now. */
  connected: boolean;
  untilMs: number;
}

export interface SeatCode {
  code: string;
  untilMs: number;
}

export interface SeatDeskDeps {
  players: PlayerStore;
  presence: Presence;
  bus: SessionBus;
  limiter: AttemptLimiter;
  networkMark(sessionId: string, address: string): string;
  clock: { now(): number };
  /** A seat has gone to another device. */
  onMoved?(player: Player): void;
  /** One way, so that what is stored and what hosts see takes no seat. */
  hash(secret: string): string;
  random(): number;
}

/** Long enough to walk through a hall with it. */
const OFFER_FOR_MS = 300_000;
/** Letters and digits that look like no other. Eight of them are 39 bits, for five minutes. */
const CODE_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const CODE_LENGTH = 8;

export function createSeatDesk(deps: SeatDeskDeps): SeatDesk {
  const { players, presence, bus, limiter, clock, hash } = deps;

  return {
    async ask(live, { name, secret, address }) {
      const sessionId = live.session.id;
      if (live.session.phase.name === "ended") return refuse("session_ended");
      const id = hash(`key ${secret}`);
      const taken = await claim(live, id, secret, address);
      if (taken) return ok({ state: "given", player: taken });
      const known = live.seatRequests.get(id);
      const request = known ? ok(known) : await newRequest(live, { id, name, address });
      if (!request.ok) return request;
      const { playerId, number, untilMs, state } = request.value;
      if (!live.roster.has(playerId)) return refuse("player_not_found");
      if (state === "waiting") bus.publish(sessionId, { type: "seatRequest", request: request.value });
      const { hosts } = await presence.counts(sessionId);
      return ok({ state: stateNow(state, untilMs), number, untilMs, hostHere: hosts > 0 });
    },

    async take(live, { code, secret, address }) {
      if (live.session.phase.name === "ended") return refuse("session_ended");
      const attempt = await limiter.consume(SEAT_CODES, address);
      if (!attempt.allowed) return refuse("too_many_requests");
      const player = await claim(live, hash(`code ${plainCode(code)}`), secret, address);
      return player ? ok(player) : refuse("seat_code_wrong");
    },

    async waiting(live) {
      const requests = waitingOf(live.seatRequests, clock.now());
      if (requests.length === 0) return [];
      const { connected } = await presence.players(live.session.id);
      return requests.flatMap(({ id, playerId, number, untilMs }) => {
        const seat = live.roster.get(playerId);
        return seat
          ? [{ id, playerId, name: seat.name, number, connected: connected.has(playerId), untilMs }]
          : [];
      });
    },

    async answer(live, id, verdict) {
      const request = live.seatRequests.get(id);
      if (!request) return refuse("not_found", "This request for a seat is no longer open.");
      if (verdict === "give") {
        const offer = { hash: id, untilMs: clock.now() + OFFER_FOR_MS };
        const player = await players.offerSeat(live.session.id, request.playerId, offer);
        if (player === "player_not_found") return refuse(player);
      }
      const others = verdict === "give" ? rivalsOf(live, request) : [];
      publish(live, [id], verdict === "give" ? "given" : "declined");
      if (others.length > 0) publish(live, others, "declined");
      return ok(null);
    },

    async makeCode(live, playerId) {
      if (live.session.phase.name === "ended") return refuse("session_ended");
      const code = Array.from(
        { length: CODE_LENGTH },
        () => CODE_SIGNS[Math.floor(deps.random() * CODE_SIGNS.length)],
      ).join("");
      const untilMs = clock.now() + OFFER_FOR_MS;
      const offer = { hash: hash(`code ${code}`), untilMs };
      const player = await players.offerSeat(live.session.id, playerId, offer);
      return player === "player_not_found" ? refuse(player) : ok({ code, untilMs });
    },
  };

  async function claim(
    live: LiveSession,
    offerHash: string,
    joinKey: string,
    address: string,
  ): Promise<Player | null> {
    const sessionId = live.session.id;
    const network = deps.networkMark(sessionId, address);
    const taken = await players.takeSeat({
      sessionId,
      hash: offerHash,
      joinKey,
      network,
      nowMs: clock.now(),
    });
    if (!taken) return null;
    const { player, repeat } = taken;
    if (!repeat) {
      deps.onMoved?.(player);
      bus.publish(sessionId, { type: "joined", players: [seatOf(player)] });
      const rest = waitingOf(live.seatRequests, clock.now()).filter(
        (each) => each.playerId === player.playerId && each.id !== offerHash,
      );
      if (rest.length > 0)
        publish(
          live,
          rest.map(({ id }) => id),
          "declined",
        );
    }
    return player;
  }

  async function newRequest(
    live: LiveSession,
    { id, name, address }: { id: string; name: unknown; address: string },
  ): Promise<Result<SeatRequest, Refusal>> {
    const parsed = parseName(name);
    if (!parsed.ok) return parsed;
    const attempt = await limiter.consume(SEAT_REQUESTS, address);
    if (!attempt.allowed) return refuse("too_many_seat_requests");
    const player = await players.findByName(live.session.id, parsed.value.nameKey);
    if (!player) return refuse("player_not_found", "Nobody here has this name: you can join with it.");
    const askedAtMs = clock.now();
    const network = deps.networkMark(live.session.id, address);
    const { playerId } = player;
    if (!hasRoom(live.seatRequests, { playerId, network, nowMs: askedAtMs }))
      return refuse("too_many_seat_requests");
    const number = numberFor(live.seatRequests, Math.floor(deps.random() * 90));
    return ok({
      id,
      playerId,
      number,
      network,
      askedAtMs,
      untilMs: askedAtMs + REQUEST_FOR_MS,
      state: "waiting",
    });
  }

  /** Others who ask for the same seat. */
  function rivalsOf(live: LiveSession, { id, playerId }: SeatRequest): string[] {
    return waitingOf(live.seatRequests, clock.now())
      .filter((each) => each.playerId === playerId && each.id !== id)
      .map((each) => each.id);
  }

  function publish(live: LiveSession, ids: string[], state: "given" | "declined"): void {
    bus.publish(live.session.id, { type: "seatAnswered", ids, state });
  }

  function stateNow(state: SeatRequest["state"], untilMs: number): "waiting" | "declined" | "lapsed" {
    if (state === "declined") return "declined";
    // Given, but not taken in time: the offer has ended.
    return clock.now() < untilMs ? "waiting" : "lapsed";
  }
}

/** As people type it: with gaps, in capitals. */
function plainCode(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}
