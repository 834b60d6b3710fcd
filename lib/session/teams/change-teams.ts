import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { notPossible, type SessionChange } from "../phases/command-outcome.ts";
import { parseName } from "../players/names.ts";
import type { Session } from "../session.ts";
import { newTeam, teamCalled, teamSettingsOf, teamsMax } from "./make-teams.ts";

/** How a session changes when a phone makes a team, or the host renames one. */

export function makeTeam({ settings, teams }: Session, given: string): Result<SessionChange, Refusal> {
  const chosen = teamSettingsOf(settings);
  const parsed = parseName(given);
  if (!parsed.ok || chosen?.assign !== "captain") return refuse("team_not_allowed");
  if (teamCalled(teams, parsed.value.nameKey)) return refuse("team_name_taken");
  if (teams.length >= teamsMax(chosen)) return refuse("teams_full");
  return ok({ teams: [...teams, newTeam(teams.length, parsed.value.name)] });
}

/** At any time, also after the end: a name may be found out late. */
export function renameTeam(
  session: Session,
  { teamId, name: given }: { teamId: string; name: string },
): Result<SessionChange, Refusal> {
  const { teams } = session;
  if (!teamSettingsOf(session.settings))
    return notPossible(session, "rename a team", "nobody plays in teams");
  if (!teams.some((team) => team.teamId === teamId)) return refuse("team_not_found");
  const parsed = parseName(given);
  if (!parsed.ok) return refuse("team_not_allowed", `Of a team: ${parsed.error.message}`);
  const { name, nameKey } = parsed.value;
  const called = teamCalled(teams, nameKey);
  if (called && called.teamId !== teamId) return refuse("team_name_taken");
  return ok({ teams: teams.map((team) => (team.teamId === teamId ? { ...team, name } : team)) });
}
