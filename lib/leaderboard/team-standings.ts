/** What the answers of one team's members to one question came to. */
export interface TeamSum {
  teamId: string;
  questionIndex: number;
  points: number;
  /** How many members answered. */
  answers: number;
}

/** One line of the teams' board. */
export interface TeamStanding {
  rank: number;
  teamId: string;
  name: string;
  avatar: string;
  score: number;
  /** Players who are in it now. */
  members: number;
}

export type TeamScoring = "average" | "sum";

interface Facts {
  teams: readonly { teamId: string; name: string; avatar: string }[];
  members: ReadonlyMap<string, number>;
  sums: readonly TeamSum[];
  scoring: TeamScoring;
}

/**
 * The one rule of a team's score (docs/SPEC.md TM5, TM6), from nothing but the answers of those who are its members now.
 * `average`: of each question the mean of those who answered, added up and rounded once. Equal scores share a rank
 * (1, 2, 2, 4); teams without anybody come last among equals, else the order of the teams decides who is listed first.
 */
export function teamStandings({ teams, members, sums, scoring }: Facts): TeamStanding[] {
  const scores = new Map<string, number>();
  // In the order of the questions, so that every node adds up the same fractions in the same order.
  for (const { teamId, points, answers } of sums.toSorted((a, b) => a.questionIndex - b.questionIndex)) {
    const earned = scoring === "sum" ? points : answers === 0 ? 0 : points / answers;
    scores.set(teamId, (scores.get(teamId) ?? 0) + earned);
  }
  const lines = teams
    .map(({ teamId, name, avatar }) => ({
      rank: 1,
      teamId,
      name,
      avatar,
      score: Math.round(scores.get(teamId) ?? 0),
      members: members.get(teamId) ?? 0,
    }))
    .sort((a, b) => b.score - a.score || Number(b.members > 0) - Number(a.members > 0));
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    line.rank = above && above.score === line.score ? above.rank : i + 1;
  });
  return lines;
}

/** The sums of a list of answers: what a store adds up by itself. */
export function teamSums(
  answers: readonly { playerId: string; questionIndex: number; points: number }[],
  teamOf: ReadonlyMap<string, string | null>,
): TeamSum[] {
  const sums = new Map<string, TeamSum>();
  for (const { playerId, questionIndex, points } of answers) {
    const teamId = teamOf.get(playerId);
    if (teamId == null) continue;
    const key = `${questionIndex} ${teamId}`;
    const sum = sums.get(key) ?? { teamId, questionIndex, points: 0, answers: 0 };
    sum.points += points;
    sum.answers += 1;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** How many are in each team. */
export function countMembers(members: Iterable<{ teamId?: string | null | undefined }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { teamId } of members) if (teamId != null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  return counts;
}
