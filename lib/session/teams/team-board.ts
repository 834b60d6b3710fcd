import { countMembers, type TeamStanding, teamStandings } from "../../leaderboard/team-standings.ts";
import type { AnswerStore } from "../answer-store.ts";
import type { LiveSession } from "../live/live-session.ts";
import { questionsOver } from "../phases/questions-over.ts";
import { teamSettingsOf } from "./make-teams.ts";

/**
 * The teams' board as of the last counted question; null where nobody plays in teams. The answers are added up by the
 * database once for each step of the session and each change of who is in which team, and never while answers come in:
 * the running question is left out, in suspense or not.
 */
export async function teamBoard(
  { answers }: { answers: Pick<AnswerStore, "teamSums"> },
  live: LiveSession,
): Promise<TeamStanding[] | null> {
  const { session } = live;
  const chosen = teamSettingsOf(session.settings);
  if (!chosen) return null;
  const asOf = `${session.version} ${live.teamChanges}`;
  if (live.teamSums?.asOf !== asOf) {
    const over = questionsOver(session);
    const sums = over === 0 ? Promise.resolve([]) : answers.teamSums(session.id, over);
    const read = { asOf, sums };
    live.teamSums = read;
    // A failed read is tried again by the next caller.
    sums.catch(() => {
      if (live.teamSums === read) live.teamSums = null;
    });
  }
  const { teams } = session;
  const sums = (await live.teamSums?.sums) ?? [];
  return teamStandings({ teams, members: countMembers(live.roster.values()), sums, scoring: chosen.score });
}
