import type { Standing } from "../../leaderboard/leaderboard-store.ts";
import type { TeamSum } from "../../leaderboard/team-standings.ts";
import { type QuestionResult, questionIndexOf } from "../phases/phase.ts";
import { type Player, type Seat, seatOf } from "../player-store.ts";
import { keepRequest, type SeatRequests } from "../players/seat-request.ts";
import type { Session } from "../session.ts";
import type { Notice } from "./bus.ts";

/** A node's copy of a session (live-sessions.ts). */
export interface LiveSession {
  session: Session;
  /** Players who have not been removed, in join order. */
  roster: Map<string, Omit<Seat, "playerId">>;
  removed: Set<string>;
  /** The players with a stored answer to the question of the current phase. */
  answered: Set<string>;
  /** The players with nothing more to send to it, since the host closed it. */
  passed: Set<string>;
  /** From when this node last read the whole board, and at which question. */
  neighbors: { questionIndex: number | null; of: NeighborMap };
  /**
   * Everybody's rows as this node read them when it counted a question with this result. They hold for the lines that are
   * sent next, as long as the session's result is this very one, and are dropped then.
   */
  counted: { result: QuestionResult; players: readonly Player[] } | null;
  /** Requests for a seat of this session from another device. */
  seatRequests: SeatRequests;
  /** How often it changed whose answers count for which team, other than by joining (lib/session/teams/team-board.ts). */
  teamChanges: number;
  teamSums: { asOf: string; sums: Promise<TeamSum[]> } | null;
  usedAtMs: number;
}

/** By player, for everybody whose neighbors the shared board does not show. */
export type NeighborMap = ReadonlyMap<string, { above: Standing; below: Standing | null }>;

export type LiveEvent =
  | { type: "changed"; before: Session }
  /** `inOtherTeam`: who was in one team and is now in another. */
  | { type: "joined"; players: Seat[]; inOtherTeam?: string[] }
  | { type: "removed"; playerIds: string[] }
  /** `own`: this node stored them and has told the players their outcome. */
  | { type: "answered"; playerIds: string[]; own: boolean; trace?: string | undefined }
  | { type: "passed" }
  /** There is no such session any more, and this was the last of this copy. */
  | { type: "deleted" }
  | { type: "presence" }
  | { type: "reaction"; emoji: string }
  /** The requests for seats have changed. */
  | { type: "seatRequests" }
  /** This device no longer runs the session for its host. */
  | { type: "remoteRemoved"; id: string };

export function copyOf(
  session: Session,
  players: readonly Player[],
  answered: readonly string[],
  nowMs: number,
): LiveSession {
  const live: LiveSession = {
    session,
    roster: new Map(),
    removed: new Set(),
    answered: new Set(),
    passed: new Set(),
    neighbors: { questionIndex: null, of: new Map() },
    counted: null,
    seatRequests: new Map(),
    teamChanges: 0,
    teamSums: null,
    usedAtMs: nowMs,
  };
  for (const player of players) {
    if (player.removedAtMs === null) take(live, seatOf(player));
    else live.removed.add(player.playerId);
  }
  addAnswered(live, answered);
  return live;
}

/**
 * Takes over what a notice says. Returns what happened; null for what changes nothing here, or is to be read first.
 *
 * @param own whether it happened on this node; what was learned from the database may have happened anywhere
 */
export function follow(live: LiveSession, notice: Notice, own: boolean): LiveEvent | null {
  switch (notice.type) {
    case "session":
      return null;
    case "joined": {
      const inOtherTeam: string[] = [];
      for (const seat of notice.players) {
        const restored = live.removed.delete(seat.playerId);
        const before = live.roster.get(seat.playerId);
        const moved = before !== undefined && before.teamId !== seat.teamId;
        if (moved) inOtherTeam.push(seat.playerId);
        if (restored || moved) live.teamChanges += 1;
        take(live, seat);
      }
      return inOtherTeam.length === 0 ? notice : { ...notice, inOtherTeam };
    }
    case "removed":
      live.teamChanges += 1;
      for (const playerId of notice.playerIds) {
        live.roster.delete(playerId);
        live.removed.add(playerId);
        live.answered.delete(playerId);
        live.passed.delete(playerId);
      }
      return notice;
    case "answered":
      // Stored after its question was counted: the teams' sums lack it.
      if (live.session.phase.name !== "question") live.teamChanges += 1;
      else if (notice.questionIndex < live.session.phase.index) live.teamChanges += 1;
      if (notice.questionIndex !== questionIndexOf(live.session.phase)) return null;
      addAnswered(live, notice.playerIds);
      return {
        ...{ type: "answered", playerIds: notice.playerIds, own },
        ...(notice.trace === undefined ? {} : { trace: notice.trace }),
      };
    case "passed":
      if (notice.questionIndex !== questionIndexOf(live.session.phase)) return null;
      for (const playerId of notice.playerIds) if (live.roster.has(playerId)) live.passed.add(playerId);
      return { type: "passed" };
    case "deleted":
    case "presence":
    case "reaction":
    case "remoteRemoved":
      return notice;
    case "seatRequest":
      return keepRequest(live.seatRequests, notice.request) ? { type: "seatRequests" } : null;
    case "seatAnswered":
      for (const id of notice.ids) {
        const request = live.seatRequests.get(id);
        if (request) live.seatRequests.set(id, { ...request, state: notice.state });
      }
      return { type: "seatRequests" };
    default:
      return notice satisfies never;
  }
}

/**
 * What notices would have told of these players, had none been lost.
 *
 * @param before who was in the copy before they were read: who is not among them any more has been deleted
 */
export function missedNotices(
  live: LiveSession,
  players: readonly Player[],
  before: readonly string[],
): Notice[] {
  const joined: Seat[] = [];
  const stored = new Set(players.map(({ playerId }) => playerId));
  const removed = before.filter((playerId) => !stored.has(playerId) && live.roster.has(playerId));
  for (const player of players) {
    const { playerId, removedAtMs } = player;
    const seat = live.roster.get(playerId);
    const changed =
      !seat ||
      (seat.extraTime ?? null) !== player.extraTime ||
      (seat.moves ?? 0) !== player.moves ||
      (seat.teamId ?? null) !== player.teamId;
    if (removedAtMs === null && changed) joined.push(seatOf(player));
    if (removedAtMs !== null && !live.removed.has(playerId)) removed.push(playerId);
  }
  return [
    ...(joined.length > 0 ? [{ type: "joined", players: joined } as const] : []),
    ...(removed.length > 0 ? [{ type: "removed", playerIds: removed } as const] : []),
  ];
}

/** A notice from before a move may come after the one of the move: then the seat stays where it is. */
function take(live: LiveSession, { playerId, ...seat }: Seat): void {
  const moves = Math.max(live.roster.get(playerId)?.moves ?? 0, seat.moves ?? 0);
  live.roster.set(playerId, moves === 0 ? seat : { ...seat, moves });
}

function addAnswered(live: LiveSession, playerIds: readonly string[]): void {
  for (const playerId of playerIds) if (!live.removed.has(playerId)) live.answered.add(playerId);
}
