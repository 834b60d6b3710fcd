import type { PlayerTotals } from "../points/totals.ts";
import type { StoredAnswer } from "./answer-store.ts";
import type { ExtraTime } from "./extra-time.ts";
import type { TeamPlace } from "./teams/choose-team.ts";

/** The port of the player rows. */
export interface PlayerStore {
  /** Adds a group of players in one transaction, in the given order; one outcome each. */
  join(group: readonly NewPlayer[]): Promise<JoinOutcome[]>;
  get(sessionId: string, playerId: string): Promise<Player | null>;
  /** Everybody in join order, the removed included. */
  list(sessionId: string): Promise<Player[]>;
  /** Several players of one session, each with the answer to this question if stored: for many resumes at once. */
  load(
    sessionId: string,
    playerIds: readonly string[],
    questionIndex: number | null,
  ): Promise<Map<string, { player: Player; answer: StoredAnswer | null }>>;
  /** How much more time this player has from the next question on; null for none. */
  setExtraTime(
    sessionId: string,
    playerId: string,
    extraTime: ExtraTime | null,
  ): Promise<Player | "player_not_found">;
  /**
   * Removes a player, or takes the removal back (`removedAtMs` null). "name_taken" if somebody has the name by now;
   * "player_not_found" if there is no such player.
   */
  setRemoved(
    sessionId: string,
    playerId: string,
    removedAtMs: number | null,
  ): Promise<Player | "name_taken" | "player_not_found">;
  /** Puts a player into another team. */
  setTeam(sessionId: string, playerId: string, teamId: string): Promise<Player | "player_not_found">;
  /** Deletes a player with all answers, in one transaction; no other player's row is written. False if there is none. */
  remove(sessionId: string, playerId: string): Promise<boolean>;
  /** The player who is present under this name. */
  findByName(sessionId: string, nameKey: string): Promise<Player | null>;
  /** Offers the seat, once and until then, to the holder of the secret with this hash; replaces an earlier offer. */
  offerSeat(
    sessionId: string,
    playerId: string,
    offer: { hash: string; untilMs: number },
  ): Promise<Player | "player_not_found">;
  /**
   * Gives the offered seat to the device with this join key, in one step: of two that try, one has it. The same key again
   * gets the same seat (`repeat`). Null when there is no such offer.
   */
  takeSeat(claim: SeatClaim): Promise<{ player: Player; repeat: boolean } | null>;
  /** Groups players by network, those present or all; players without a known network are left out. */
  networks(sessionId: string, of?: "all"): Promise<Map<string, string>>;
}

export interface SeatClaim {
  sessionId: string;
  hash: string;
  joinKey: string;
  network: string | null;
  nowMs: number;
}

export interface NewPlayer {
  sessionId: string;
  playerId: string;
  name: string;
  /** The name folded so that look-alikes collide (lib/session/players/names.ts). */
  nameKey: string;
  /** A secret of the joining browser: the same one again gets the same player, so a retried join never doubles. */
  joinKey: string | null;
  /** As chosen (lib/session/players/avatar.ts); null for the look that follows from the name. */
  avatar: string | null;
  /** Tells those of one network from others (lib/auth/network.ts). */
  network: string | null;
  /** Never a new team: that one is made first. */
  team: Exclude<TeamPlace, { kind: "new" }>;
  maxPlayers: number;
  joinedAtMs: number;
}

export type JoinOutcome =
  | { player: Player; repeat: boolean }
  | "name_taken"
  | "session_full"
  | "session_not_found";

export interface Player extends PlayerTotals {
  sessionId: string;
  playerId: string;
  /** Join order within the session, from 1; may have gaps. */
  seq: number;
  name: string;
  avatar: string | null;
  extraTime: ExtraTime | null;
  /** Null outside teams mode. */
  teamId: string | null;
  /** How often the seat went to another device. */
  moves: number;
  joinedAtMs: number;
  removedAtMs: number | null;
}

/** A present player as every node keeps it in memory, and as a notice tells of one who joined or changed. */
export interface Seat {
  playerId: string;
  name: string;
  seq: number;
  avatar?: string | undefined;
  extraTime?: ExtraTime | undefined;
  teamId?: string | undefined;
  /** Only where the seat went to another device: how often. */
  moves?: number | undefined;
}

export function seatOf({ playerId, name, seq, avatar, extraTime, teamId, moves }: Player): Seat {
  return {
    playerId,
    name,
    seq,
    ...(avatar === null ? {} : { avatar }),
    ...(extraTime === null ? {} : { extraTime }),
    ...(teamId === null ? {} : { teamId }),
    ...(moves === 0 ? {} : { moves }),
  };
}
