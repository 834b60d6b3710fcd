import { createGroupCommit } from "../../kernel/group-commit.ts";
import { newId } from "../../kernel/ids.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import type { LeaderboardStore } from "../../leaderboard/leaderboard-store.ts";
import type { SessionBus } from "../live/bus.ts";
import type { LiveSession } from "../live/live-session.ts";
import type { LiveSessions } from "../live/live-sessions.ts";
import { type JoinOutcome, type NewPlayer, type Player, type PlayerStore, seatOf } from "../player-store.ts";
import type { Session } from "../session.ts";
import { chooseTeam } from "../teams/choose-team.ts";
import { parseName } from "./names.ts";

export interface JoinDeps {
  live: LiveSessions;
  players: PlayerStore;
  leaderboard: LeaderboardStore;
  bus: SessionBus;
  /** Makes a team that is not there yet. */
  makeTeam(sessionId: string, name: string): Promise<Result<Session, Refusal>>;
  now(): number;
  onError(error: unknown): void;
}

export interface JoinRequest {
  sessionId: string;
  name: unknown;
  /** A secret the joining browser keeps, so that a join sent twice makes one player. */
  joinKey?: string | null | undefined;
  avatar?: string | null | undefined;
  network?: string | null | undefined;
  /** Which team: its id, or its name. */
  team?: string | null | undefined;
}

export type JoinSession = (request: JoinRequest) => Promise<Result<Player, Refusal>>;

/** Makes the one door by which players come in. Joins that arrive together are stored together. */
export function createJoinSession(deps: JoinDeps): JoinSession {
  const joins = createGroupCommit<NewPlayer, JoinOutcome>({
    ...GROUPS,
    write: async (group) => {
      const outcomes = await deps.players.join(group);
      await announce(deps, outcomes);
      return outcomes;
    },
  });

  return async function joinSession({ sessionId, name, joinKey, avatar, network, team: said }) {
    const live = await deps.live.open(sessionId);
    if (!live) return refuse("session_not_found");
    const closed = closedTo(live.session);
    // A player who is in already, and missed the reply, gets it from a closed room as well.
    if (closed && !joinKey) return closed;
    const parsed = parseName(name);
    if (!parsed.ok) return closed ?? parsed;
    try {
      const team = await placeInTeam(deps, live, said, closed !== null);
      if (!team.ok) return team;
      const outcome = await joins.submit({
        sessionId,
        playerId: newId(),
        ...parsed.value,
        joinKey: joinKey ?? null,
        avatar: avatar ?? null,
        network: network ?? null,
        team: team.value,
        maxPlayers: closed ? 0 : live.session.settings.maxPlayers,
        joinedAtMs: deps.now(),
      });
      if (typeof outcome === "string") return closed ?? refuse(outcome);
      if (outcome.player.removedAtMs !== null) return refuse("player_removed");
      return ok(outcome.player);
    } catch (error) {
      if ((error as { code?: string }).code === "queue_full") {
        return refuse("overloaded", "Too many people are joining right now. Try again in a moment.");
      }
      deps.onError(error);
      return refuse("unavailable");
    }
  };
}

/**
 * Joins of one session take turns in the database, so that a second group in flight would only wait there; gathered here
 * it grows instead. A group costs as much as dozens of players in it, and a joining player does not notice these waits.
 */
const GROUPS = { lingerMs: 5, paceMs: 25, maxInFlight: 1 };

function closedTo(session: Session) {
  if (session.phase.name === "ended" || session.phase.name === "podium") return refuse("session_ended");
  if (session.locked) return refuse("session_locked");
  if (session.phase.name !== "lobby" && !session.settings.lateJoin) return refuse("late_join_closed");
  return null;
}

/**
 * Where the player will be. A team that is not there yet is made first, in a step of its own: should the join then be
 * refused, the team stays empty, and the next join with its name joins it.
 */
async function placeInTeam(
  deps: JoinDeps,
  live: LiveSession,
  said: string | null | undefined,
  closed: boolean,
): Promise<Result<NewPlayer["team"], Refusal>> {
  // New players are refused; the caller may be in already.
  if (closed) return ok({ kind: "none" });
  for (let attempt = 0; ; attempt++) {
    const place = chooseTeam(live.session, said);
    if (place.ok && place.value.kind === "new") {
      const made = await deps.makeTeam(live.session.id, place.value.name);
      // Somebody else has made it in the same moment: then it is there now.
      if (attempt > 0 && !made.ok) return made;
      continue;
    }
    if (place.ok) return ok(place.value as NewPlayer["team"]);
    // It may have been made on another node just now.
    const newer = attempt === 0 && place.error.code === "team_not_found";
    if (!newer || !(await deps.live.catchUp(live.session.id))) return place;
  }
}

/** Puts new players on the board and tells every node, one notice per session and group. */
async function announce(deps: JoinDeps, outcomes: readonly JoinOutcome[]): Promise<void> {
  const bySession = new Map<string, Player[]>();
  for (const outcome of outcomes) {
    if (typeof outcome === "string" || outcome.repeat) continue;
    const group = bySession.get(outcome.player.sessionId) ?? [];
    group.push(outcome.player);
    bySession.set(outcome.player.sessionId, group);
  }
  for (const [sessionId, players] of bySession) {
    await deps.leaderboard.put(sessionId, players);
    deps.bus.publish(sessionId, { type: "joined", players: players.map(seatOf) });
  }
}
