import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { parseName } from "../players/names.ts";
import type { Session } from "../session.ts";
import { teamCalled, teamSettingsOf, teamsMax } from "./make-teams.ts";
import type { Team } from "./team.ts";

/** Where somebody who joins is put. */
export type TeamPlace =
  | { kind: "none" }
  | { kind: "team"; teamId: string }
  /** Into the smallest of these, as they are when the join is stored. */
  | { kind: "draw"; from: readonly string[] }
  /** Into a team that is not there yet. */
  | { kind: "new"; name: string };

/**
 * What `team` of a join means: an id, or a name in any spelling. Where nobody plays in teams, or teams are drawn, what is
 * said is not looked at.
 */
export function chooseTeam(
  { settings, teams }: Pick<Session, "settings" | "teams">,
  said: string | null | undefined,
): Result<TeamPlace, Refusal> {
  const chosen = teamSettingsOf(settings);
  if (!chosen) return ok({ kind: "none" });
  if (chosen.assign === "draw") return ok({ kind: "draw", from: teams.map(({ teamId }) => teamId) });
  if (said == null || said === "") return refuse("team_required", requiredText(teams));
  const byId = teams.find(({ teamId }) => teamId === said);
  if (byId) return ok({ kind: "team", teamId: byId.teamId });
  const parsed = parseName(said);
  if (!parsed.ok) return refuse("team_not_allowed", `Of a team: ${parsed.error.message}`);
  const { name, nameKey } = parsed.value;
  const called = teamCalled(teams, nameKey);
  if (called) return ok({ kind: "team", teamId: called.teamId });
  if (chosen.assign === "choose") return refuse("team_not_found", notFoundText(name, teams));
  if (teams.length >= teamsMax(chosen))
    return refuse(
      "teams_full",
      `There are already ${teams.length} teams, and no more can be added. Join one.`,
    );
  return ok({ kind: "new", name });
}

function requiredText(teams: readonly Team[]): string {
  if (teams.length === 0) return "Say in `team` what your team is called.";
  return `Say in \`team\` which team you join: ${names(teams)}.`;
}

function notFoundText(name: string, teams: readonly Team[]): string {
  return `There is no team “${name}”. There are ${names(teams)}.`;
}

function names(teams: readonly Team[]): string {
  return teams.map(({ name }) => name).join(", ");
}
