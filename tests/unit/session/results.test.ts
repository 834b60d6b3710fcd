import { expect, test } from "vitest";
import {
  closestOf,
  hasPlaces,
  judgedOf,
  rightShare,
  summaryOf,
  worthReteaching,
} from "#components/host-console/results/summary.ts";
import { resultsCsv } from "#lib/api/sessions/results-files.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { StoredAnswer } from "#lib/session/answer-store.ts";
import { countsOf } from "#lib/session/phases/questions-asked.ts";
import type { Player } from "#lib/session/player-store.ts";
import { resultsOf } from "#lib/session/reports/results.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby } from "./commanded.ts";

const QUESTIONS = [
  { kind: "text", prompt: "Highest mountain?", accepted: ["Everest"] },
  { kind: "order", prompt: "By size?", items: ["Mouse", "Horse", "Whale"] },
  { kind: "number", prompt: "How many beans?", correct: 722, closest: true, unit: "beans" },
  { kind: "poll", prompt: "Tea or coffee?", options: [{ text: "Tea" }, { text: "Coffee" }] },
  { kind: "slide", prompt: "Read this" },
  { kind: "truefalse", prompt: "Warm-up?", correct: true, points: 0 },
  { kind: "truefalse", prompt: "Skipped?", correct: true },
  { kind: "truefalse", prompt: "Never asked?", correct: true },
];
const [TEXT, ORDER, CLOSEST, POLL, SLIDE, WARM_UP, SKIPPED, LATER] = QUESTIONS.keys();

function session(changes: Partial<Session> = {}): Session {
  const quiz = parseQuiz({ title: "Mixed", questions: QUESTIONS });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return {
    ...lobby(),
    quiz: freezeQuiz(quiz.value, seededRandom(1)),
    voided: [SKIPPED as number],
    phase: { name: "ended", endedAtMs: 0, asked: 7 },
    ...changes,
  };
}

const player = (name: string, totals: Partial<Player> = {}) =>
  ({
    playerId: name,
    name,
    seq: 1,
    removedAtMs: null,
    score: 0,
    correctTimeMs: 0,
    correctCount: 0,
    answeredCount: 0,
    ...totals,
  }) as Player;

const answer = (name: string, questionIndex: number | undefined, response: Response, rest = {}) =>
  ({
    playerId: name,
    questionIndex,
    response,
    correct: false,
    points: 0,
    elapsedMs: 2_000,
    ...rest,
  }) as StoredAnswer;

const GUESSES = [41, 700, 720, 725, 1_000];
const PLAYERS = GUESSES.map((_, i) => player(`P${i}`));
const ANSWERS = [
  answer("P0", TEXT, { text: "K2" }),
  ...GUESSES.map((number, i) => answer(`P${i}`, CLOSEST, { number }, { correct: number === 720 })),
  answer("P1", POLL, { choice: 1 }, { correct: null }),
  answer("P2", WARM_UP, { choice: 0 }, { correct: true }),
];
const RESULTS = resultsOf(session(), PLAYERS, ANSWERS);
const of = (index: number | undefined) => RESULTS.questions[index as number]!;

test("[RES1] the right answer comes with the results, whatever was answered", () => {
  expect(of(TEXT)).toMatchObject({ key: { accepted: ["Everest"] }, answered: 1, correct: 0 });
  expect(of(ORDER)).toMatchObject({ key: { order: expect.any(Array) }, answered: 0 });
  expect(of(CLOSEST).key).toMatchObject({ number: 722 });
  expect([of(POLL).key, of(SLIDE).key]).toEqual([null, null]);
});

test("[RES2] what counts is every question that was asked and has a right answer, answered or not", () => {
  expect(judgedOf(RESULTS.questions).map(({ index }) => index)).toEqual([TEXT, ORDER, CLOSEST, WARM_UP]);
  expect([of(LATER).asked, of(SLIDE).asked]).toEqual([false, true]);
  // One right answer; of three questions with five players each, as the closest number is left out.
  expect(summaryOf(RESULTS).averageRight).toBeCloseTo(1 / 15);
  expect(countsOf(session())).toEqual({ judged: 4, earning: 3 });
  expect(countsOf(session({ phase: { name: "slide", index: 4, sinceMs: 0, advancesAtMs: null } }))).toEqual({
    judged: 3,
    earning: 3,
  });
  expect(countsOf(session({ phase: { name: "lobby" } }))).toEqual({ judged: 0, earning: 0 });
});

test("[RES3] where the closest wins, the room is judged by how far off it was", () => {
  expect(of(CLOSEST)).toMatchObject({ closest: true, answered: 5, correct: 1 });
  expect(rightShare(of(CLOSEST))).toBeNull();
  expect(worthReteaching(of(CLOSEST))).toBe(false);
  expect(closestOf(of(CLOSEST), RESULTS.players)).toEqual({ names: ["P2"], off: 2, halfWithin: 22 });
  const tied = resultsOf(session(), PLAYERS, [
    answer("P0", CLOSEST, { number: 721.9 }),
    answer("P1", CLOSEST, { number: 722.1 }),
  ]);
  expect(closestOf(tied.questions[CLOSEST as number]!, tied.players)).toMatchObject({
    names: ["P0", "P1"],
    off: 0.1,
  });
  expect(closestOf(of(TEXT), RESULTS.players)).toBeNull();
  // Else it would be the hardest: one of five.
  expect(summaryOf(RESULTS).hardest).toMatchObject({ index: TEXT });
});

test("[RES4] what earns no points has none in the file; a poll has its answer", () => {
  expect(RESULTS.questions.map(({ points }) => points)).toEqual([1, 1, 1, 0, 0, 0, 1, 1]);
  const [header, ...rows] = resultsCsv(RESULTS).trimEnd().split("\r\n");
  expect(header).toContain('"4. Tea or coffee?","6. Warm-up?"');
  const row = (name: string) => rows.find((line) => line.includes(`"${name}"`));
  expect(row("P1")).toMatch(/"P1",0,0,0,0,"?"?,"?"?,0,"Coffee",/);
  expect(row("P2")).toContain('"True"');
});

test("[RES5] where nobody has a point, nobody has a rank", () => {
  expect(hasPlaces(RESULTS.players)).toBe(false);
  const csv = resultsCsv(RESULTS).split("\r\n");
  expect(csv[1]).toMatch(/^"?"?,"P0",0,/);
  const won = resultsOf(session(), [...PLAYERS, player("Ada", { score: 900 })], ANSWERS);
  expect(hasPlaces(won.players)).toBe(true);
  expect(resultsCsv(won).split("\r\n")[1]).toMatch(/^1,"Ada",900,/);
});
