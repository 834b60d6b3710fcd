import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { type TeamScoring, teamStandings, teamSums } from "#lib/leaderboard/team-standings.ts";

const TEAMS = ["t1", "t2", "t3"].map((teamId) => ({ teamId, name: `Team ${teamId}`, avatar: "0000" }));
const OF = new Map<string, string | null>(
  Object.entries({ ada: "t1", bob: "t1", cem: "t1", dan: "t2", eva: "t3", guest: null }),
);

function scores(answers: [playerId: string, questionIndex: number, points: number][], scoring: TeamScoring) {
  const sums = teamSums(
    answers.map(([playerId, questionIndex, points]) => ({ playerId, questionIndex, points })),
    OF,
  );
  const members = new Map([
    ["t1", 3],
    ["t2", 1],
  ]);
  return teamStandings({ teams: TEAMS, members, sums, scoring }).map(({ teamId, rank, score }) => ({
    [teamId]: [rank, score],
  }));
}

describe("[TM5] the average", () => {
  test("is of those who answered, question by question", () => {
    const answers: Parameters<typeof scores>[0] = [
      ["ada", 0, 1_000],
      ["bob", 0, 0],
      // Bob and Cem say nothing to the second: it is Ada's alone.
      ["ada", 1, 900],
      ["dan", 0, 800],
    ];
    expect(scores(answers, "average")).toEqual([{ t1: [1, 1_400] }, { t2: [2, 800] }, { t3: [3, 0] }]);
  });
  test("is rounded once, at the end", () => {
    const thirds = [0, 1, 2].flatMap((index): [string, number, number][] => [
      ["ada", index, 100],
      ["bob", index, 0],
      ["cem", index, 0],
    ]);
    expect(scores(thirds, "average")[0]).toEqual({ t1: [1, 100] });
  });
});

test("[TM5] the sum is all points of all members", () => {
  const answers: Parameters<typeof scores>[0] = [
    ["ada", 0, 1_000],
    ["bob", 0, 500],
    ["dan", 0, 800],
    ["guest", 0, 5_000],
  ];
  expect(scores(answers, "sum")).toEqual([{ t1: [1, 1_500] }, { t2: [2, 800] }, { t3: [3, 0] }]);
});

test("[TM6] equal scores share a rank, and a team without anybody comes last of them", () => {
  const level = scores(
    [
      ["ada", 0, 700],
      ["dan", 0, 700],
    ],
    "average",
  );
  expect(level).toEqual([{ t1: [1, 700] }, { t2: [1, 700] }, { t3: [3, 0] }]);
  const nobody = teamStandings({ teams: TEAMS, members: new Map([["t3", 2]]), sums: [], scoring: "sum" });
  expect(nobody.map(({ teamId, rank }) => [teamId, rank])).toEqual([
    ["t3", 1],
    ["t1", 1],
    ["t2", 1],
  ]);
});

test("[TM5] 2,000 in one team and one in the other: the average is fair to both, the sum is not", () => {
  const random = seededRandom(5);
  const crowd = Array.from({ length: 2_000 }, (_, i) => ({
    playerId: `p${i}`,
    questionIndex: 0,
    points: random() < 0.5 ? 1_000 : 0,
  }));
  const teamOf = new Map<string, string | null>([
    ...crowd.map(({ playerId }) => [playerId, "t1"] as const),
    ["one", "t2"],
  ]);
  const sums = teamSums([...crowd, { playerId: "one", questionIndex: 0, points: 900 }], teamOf);
  const members = new Map([
    ["t1", 2_000],
    ["t2", 1],
  ]);
  const first = (scoring: TeamScoring) => teamStandings({ teams: TEAMS, members, sums, scoring })[0];
  expect(first("average")).toMatchObject({ teamId: "t2", score: 900, members: 1 });
  expect(first("sum")).toMatchObject({ teamId: "t1", members: 2_000 });
});
