import { expect, test } from "vitest";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { quizSchema } from "#lib/quiz/quiz.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";
import type { Phase } from "#lib/session/phases/phase.ts";
import { type PersonalDeps, personalLines } from "#lib/session/players/personal.ts";
import { settingsSchema } from "#lib/session/settings.ts";

const ASKED = { kind: "truefalse", prompt: "True?", correct: true } as const;
const POLL = { kind: "poll", prompt: "Tea?", options: [{ text: "Yes" }, { text: "No" }] } as const;
const quiz = freezeQuiz(
  quizSchema.parse({ title: "Streaks", questions: [ASKED, ASKED, ASKED, POLL, ASKED] }),
  () => 0.5,
);

/** What the line of a player says whose three right answers in a row end with question `streakIndex`. */
async function streakIn(
  phase: Phase,
  streakIndex: number,
  voided: number[] = [],
): Promise<number | undefined> {
  const player = {
    ...NO_TOTALS,
    playerId: "p",
    name: "Ada",
    avatar: null,
    extraTime: null,
    teamId: null,
    removedAtMs: null,
  };
  const row = { player: { ...player, streak: 3, streakIndex }, answer: null };
  const deps = {
    players: { load: async () => new Map([["p", row]]) },
    leaderboard: { places: async () => new Map() },
  } as unknown as PersonalDeps;
  const live = {
    session: { id: "s", quiz, voided, phase, settings: settingsSchema.parse({}) },
    roster: { size: 9, get: () => undefined },
    neighbors: { questionIndex: null, of: new Map() },
  } as unknown as LiveSession;
  return (await personalLines(deps, live, ["p"])).get("p")?.streak;
}

const question = (index: number): Phase => ({
  name: "question",
  index,
  shownAtMs: 0,
  opensAtMs: 1,
  closesAtMs: 2,
});
const reveal = (index: number, counted = true): Phase => ({
  name: "reveal",
  index,
  closedAtMs: 0,
  advancesAtMs: null,
  result: counted ? { answered: 1, correct: 1, bars: [] } : null,
});

test("[SC4] [RT12] a player's own line has no streak any more once a scored question went by without an answer", async () => {
  expect(await streakIn(question(2), 1)).toBe(3);
  expect(await streakIn(reveal(2, false), 1)).toBe(3);
  expect(await streakIn(reveal(2), 1)).toBe(0);
  expect(await streakIn({ name: "paused", phase: reveal(2) as never, pausedAtMs: 0 }, 1)).toBe(0);
  expect(await streakIn(question(4), 1)).toBe(0);
  expect(await streakIn({ name: "podium", sinceMs: 0 }, 2)).toBe(0);
});

test("[SC4] [RT12] it keeps the streak of whoever answered, over polls, voided questions and those never asked", async () => {
  expect(await streakIn(question(2), 2)).toBe(3);
  expect(await streakIn(reveal(2), 2)).toBe(3);
  expect(await streakIn(reveal(3), 2)).toBe(3);
  expect(await streakIn(question(4), 2)).toBe(3);
  expect(await streakIn(reveal(2), 1, [2])).toBe(3);
  expect(await streakIn({ name: "podium", sinceMs: 0, asked: 3 }, 2)).toBe(3);
  expect(await streakIn({ name: "podium", sinceMs: 0 }, 4)).toBe(3);
});

test("[RT12] a node with a fifth of the room knows who stands directly above and below its players", async () => {
  const everybody = Array.from({ length: 50 }, (_, i) => ({
    ...NO_TOTALS,
    playerId: `p${i + 1}`,
    name: `Player ${i + 1}`,
    seq: i + 1,
    score: 1_000 - i,
    avatar: null,
    extraTime: null,
    teamId: null,
    removedAtMs: null,
  }));
  const leaderboard = memoryLeaderboard();
  await leaderboard.put("s", everybody);
  const live = {
    session: { id: "s", quiz, voided: [], phase: reveal(2), settings: settingsSchema.parse({}) },
    roster: new Map(everybody.map(({ playerId, name, seq }) => [playerId, { name, seq }])),
    neighbors: { questionIndex: null, of: new Map() },
  } as unknown as LiveSession;
  const rows = new Map(everybody.map((player) => [player.playerId, { player, answer: null }]));
  const deps = { players: { load: async () => rows }, leaderboard } as unknown as PersonalDeps;
  const here = everybody.slice(20, 30).map(({ playerId }) => playerId);
  const lines = await personalLines(deps, live, here);
  expect(lines.get("p25")?.neighbors).toMatchObject({
    above: { rank: 24, name: "Player 24", score: 977 },
    below: { rank: 26, name: "Player 26", score: 975 },
  });
});

test("[RT12] lines made of the rows that the count has read are those that would be read, without whoever was removed since", async () => {
  const everybody = Array.from({ length: 40 }, (_, i) => ({
    ...NO_TOTALS,
    ...{
      playerId: `p${i + 1}`,
      name: `Player ${i + 1}`,
      seq: i + 1,
      score: 1_000 - 10 * (i % 7),
      correctTimeMs: i % 3,
    },
    ...{ avatar: null, extraTime: null, teamId: null, removedAtMs: null },
  }));
  const answers = everybody.slice(5).map(({ playerId }) => ({
    ...{ playerId, questionIndex: 2, response: { choice: 0 }, correct: true, points: 900, fraction: 1 },
  }));
  const leaderboard = memoryLeaderboard();
  await leaderboard.put("s", everybody);
  const live = {
    session: { id: "s", quiz, voided: [], phase: reveal(2), settings: settingsSchema.parse({}) },
    roster: new Map(everybody.map(({ playerId, name, seq }) => [playerId, { name, seq }])),
    removed: new Set<string>(),
    neighbors: { questionIndex: null, of: new Map() },
  } as unknown as LiveSession;
  const deps = {
    players: { list: async () => everybody },
    answers: { ofQuestion: async () => answers },
    leaderboard,
  } as unknown as PersonalDeps;
  const here = everybody.map(({ playerId }) => playerId);
  const read = await personalLines(deps, live, here);
  const away = { ...deps, players: null, leaderboard: null } as unknown as PersonalDeps;
  const counted = everybody as unknown as Parameters<typeof personalLines>[3];
  expect(await personalLines(away, live, here, counted)).toEqual(read);
  expect(read.get("p30")).toMatchObject({ answer: { points: 900 }, neighbors: expect.anything() });

  live.removed.add("p30");
  const lines = await personalLines(away, live, here, counted);
  expect([lines.size, lines.has("p30")]).toEqual([39, false]);
});
