import type { TeamStanding } from "../../leaderboard/team-standings.ts";
import type { LiveBoard, Standing } from "./live-board.ts";

/** Those who stand on the board that the room is shown: teams where one plays in teams, otherwise players. */
export interface ShownBoard {
  /** Best first. */
  top: readonly Standing[];
  /** How many there are in all. */
  of: number;
}

const NOBODY: readonly Standing[] = [];

/** The same list for the same board, so that who compares lists sees no change where there is none. */
export function shownBoard(board: LiveBoard | null, players: number): ShownBoard {
  if (!board?.teams) return { top: board?.top ?? NOBODY, of: players };
  const { all, head } = teamsOn(board.teams);
  return { top: head, of: all.length };
}

/** All teams that have anybody, as lines of a board. */
export function allTeams(board: LiveBoard | null): readonly Standing[] {
  return board?.teams ? teamsOn(board.teams).all : NOBODY;
}

/** As many as there are players at the head of a board. */
const HEAD = 10;

interface Lines {
  all: readonly Standing[];
  head: readonly Standing[];
}

const known = new WeakMap<readonly TeamStanding[], Lines>();

function teamsOn(teams: readonly TeamStanding[]): Lines {
  const before = known.get(teams);
  if (before) return before;
  const all = teams.flatMap(({ rank, teamId, name, avatar, score, members }) =>
    members > 0 ? [{ rank, playerId: teamId, name, avatar, score }] : [],
  );
  const lines = { all, head: all.slice(0, HEAD) };
  known.set(teams, lines);
  return lines;
}
