import type { Team } from "#lib/session/teams/team.ts";

/** The choices of the join form where players choose their team. */
export interface TeamsToJoin {
  list: readonly Team[];
  /** Whether phones may make more. */
  mayMake: boolean;
}

/** Made from a view; null where there is nothing to choose. */
export function teamsToJoin(view: {
  teams?: readonly Team[] | undefined;
  settings?: { teams?: { assign: string } | undefined };
}): TeamsToJoin | null {
  const assign = view.settings?.teams?.assign;
  if (!view.teams || assign === undefined || assign === "draw") return null;
  return { list: view.teams, mayMake: assign === "captain" };
}
