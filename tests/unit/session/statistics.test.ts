import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { StoredAnswer } from "#lib/session/answer-store.ts";
import type { Player } from "#lib/session/player-store.ts";
import { statisticsOf } from "#lib/session/reports/statistics.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby } from "./commanded.ts";

const single = (prompt: string) => ({
  kind: "single",
  prompt,
  options: [{ text: "Right", correct: true }, { text: "Wrong" }, { text: "Odd" }],
});
const QUESTIONS = [
  single("First?"),
  single("Second?"),
  { kind: "poll", prompt: "Tea or coffee?", options: [{ text: "Tea" }, { text: "Coffee" }] },
  { kind: "number", prompt: "How many beans?", correct: 722, closest: true },
  single("Skipped?"),
  { kind: "order", prompt: "By size?", items: ["Mouse", "Horse", "Whale"] },
];
const [FIRST, SECOND, POLL, CLOSEST, SKIPPED, ORDER] = [0, 1, 2, 3, 4, 5];

function session(questions: readonly object[] = QUESTIONS): Session {
  const quiz = parseQuiz({ title: "Statistics", questions });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return { ...lobby(), quiz: freezeQuiz(quiz.value, seededRandom(1)), voided: [SKIPPED] };
}

const player = (playerId: string, score = 0, removedAtMs: number | null = null) =>
  ({ playerId, name: playerId, score, removedAtMs }) as Player;

const answer = (playerId: string, questionIndex: number, response: Response, rest = {}) =>
  ({ playerId, questionIndex, response, fraction: 0, elapsedMs: 1_000, ...rest }) as StoredAnswer;

const chose = (playerId: string, questionIndex: number, choice: number, elapsedMs = 1_000) =>
  answer(playerId, questionIndex, { choice }, { fraction: choice === 0 ? 1 : 0, elapsedMs });

const codesOf = ({ flags }: { flags: { code: string }[] } | undefined = { flags: [] }) =>
  flags.map(({ code }) => code);

describe("[STAT1] by hand", () => {
  const players = [...["Ada", "Ben", "Cleo", "Dan", "Eve"].entries()].map(([i, name]) =>
    player(name, 1_000 - i * 100),
  );
  // Right in the first and the second: Ada 1 1, Ben 1 1, Cleo 1 0, Dan 0 1, Eve 0 0.
  const answers = [
    chose("Ada", FIRST, 0, 1_000),
    chose("Ben", FIRST, 0, 3_000),
    chose("Cleo", FIRST, 0, 2_000),
    chose("Dan", FIRST, 1, 4_000),
    chose("Eve", FIRST, 2, 9_000),
    ...[0, 0, 1, 0, 2].map((choice, i) => chose(players[i]?.playerId ?? "", SECOND, choice)),
    chose("Ada", POLL, 1),
    answer("Ada", CLOSEST, { number: 700 }, { fraction: 1 }),
    chose("Ada", SKIPPED, 0),
    answer("Ada", ORDER, { order: [0, 1, 2] }, { fraction: 0.5 }),
  ];
  const { questions, players: counted } = statisticsOf(session(), players, answers);

  test("facility is the mean share that was right among those who answered", () => {
    expect(counted).toBe(5);
    expect(questions.map(({ facility }) => facility)).toEqual([0.6, 0.6, null, null, null, 0.5]);
  });

  test("discrimination is the correlation with the same players' other questions", () => {
    // First: 1 1 1 0 0 with 0.75 (Ada's ordering counts too), 1, 0, 1, 0: means 0.6 and 0.55;
    // products 0.08 + 0.18 - 0.22 - 0.27 + 0.33 = 0.1; squares 1.2 and 1.05.
    expect(questions[FIRST]?.discrimination).toBeCloseTo(0.1 / Math.sqrt(1.2 * 1.05), 10);
    expect(questions[ORDER]?.discrimination).toBeNull();
  });

  test("options tell who chose them: how many, how strong, how fast", () => {
    expect(questions[FIRST]?.options).toEqual([
      { text: "Right", right: true, count: 3, share: 0.6, meanScoreOfChoosers: 900, medianMs: 2_000 },
      { text: "Wrong", right: false, count: 1, share: 0.2, meanScoreOfChoosers: 700, medianMs: 4_000 },
      { text: "Odd", right: false, count: 1, share: 0.2, meanScoreOfChoosers: 600, medianMs: 9_000 },
    ]);
    expect(questions[POLL]?.options[0]).toEqual({
      text: "Tea",
      right: null,
      count: 0,
      share: 0,
      meanScoreOfChoosers: null,
      medianMs: null,
    });
    expect(questions[ORDER]?.options).toEqual([]);
  });

  test("who was removed is in none of it", () => {
    const removed = [...players.slice(0, 4), player("Eve", 0, 1)];
    expect(statisticsOf(session(), removed, answers).questions[FIRST]).toMatchObject({
      answered: 4,
      facility: 0.75,
      discrimination: null,
    });
  });

  test("nobody, or all the same, is no number", () => {
    expect(statisticsOf(session(), [], []).questions[FIRST]).toEqual({
      index: 0,
      answered: 0,
      facility: null,
      discrimination: null,
      options: [],
      flags: [],
    });
    const same = players.flatMap(({ playerId }) => [chose(playerId, FIRST, 0), chose(playerId, SECOND, 0)]);
    expect(statisticsOf(session(), players, same).questions[FIRST]).toMatchObject({
      facility: 1,
      discrimination: null,
    });
  });
});

test("[STAT1] an independent computation agrees in 200 random sessions", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const { players, answers, table } = played(random);
    const { questions } = statisticsOf(session([0, 1, 2, 3].map((i) => single(`${i}?`))), players, answers);
    for (const index of [0, 1, 2, 3]) {
      const { facility, discrimination } = questions[index] ?? {};
      const expected = byTable(table, index);
      for (const [found, wanted] of [
        [facility, expected.facility],
        [discrimination, expected.discrimination],
      ] as const)
        if (wanted === null) expect(found, `seed ${seed}`).toBeNull();
        else expect(found, `seed ${seed}`).toBeCloseTo(wanted, 8);
    }
  }
});

/** `table[player][question]`: 1, 0, or null where nothing was answered. */
function played(random: Random) {
  const table = Array.from({ length: 3 + Math.floor(random() * 20) }, () =>
    [0, 1, 2, 3].map(() => (random() < 0.2 ? null : random() < 0.6 ? 1 : 0)),
  );
  const players = table.map((_, i) => player(`P${i}`));
  const answers = table.flatMap((row, i) =>
    row.flatMap((right, index) => (right === null ? [] : [chose(`P${i}`, index, right === 1 ? 0 : 1)])),
  );
  return { table, players, answers };
}

/** The same by sums of powers. */
function byTable(table: (number | null)[][], index: number) {
  const here = table.map((row) => row[index]).filter((value) => value != null);
  const rows = table.flatMap((row) => {
    const others = row.filter((value, i) => i !== index && value !== null) as number[];
    const own = row[index];
    if (own == null || others.length === 0) return [];
    return [[own, others.reduce((a, b) => a + b, 0) / others.length] as const];
  });
  const n = rows.length;
  const sum = (of: (x: number, y: number) => number) => rows.reduce((total, [x, y]) => total + of(x, y), 0);
  const varianceX = n * sum((x) => x * x) - sum((x) => x) ** 2;
  const varianceY = n * sum((_, y) => y * y) - sum((_, y) => y) ** 2;
  const flat = varianceX < 1e-9 || varianceY < 1e-9;
  return {
    facility: here.length === 0 ? null : here.reduce((a, b) => a + b, 0) / here.length,
    discrimination:
      n < 5 || flat
        ? null
        : (n * sum((x, y) => x * y) - sum((x) => x) * sum((_, y) => y)) / Math.sqrt(varianceX * varianceY),
  };
}

describe("[STAT2] what is odd about a question is said with its reason", () => {
  const flagsOf = (choices: readonly (readonly [first: number, second: number, score: number])[]) => {
    const players = choices.map(([, , score], i) => player(`P${i}`, score));
    const answers = choices.flatMap(([first, second], i) => [
      chose(`P${i}`, FIRST, first),
      chose(`P${i}`, SECOND, second),
    ]);
    return statisticsOf(session(), players, answers).questions[FIRST];
  };
  const times = (n: number, row: readonly [number, number, number]) => Array.from({ length: n }, () => row);

  test("a wrong option that more and stronger players chose: the key may be wrong", () => {
    const odd = flagsOf([...times(8, [1, 0, 900]), ...times(4, [0, 1, 100])]);
    expect(codesOf(odd)).toEqual(["key_doubtful", "misleading"]);
    expect(odd?.flags[0]?.reason).toContain("“Wrong”");
  });

  test("too hard, too easy, nobody apart, an option nobody chose", () => {
    expect(codesOf(flagsOf([...times(2, [0, 0, 900]), ...times(10, [1, 1, 100])]))).toContain("too_hard");
    expect(codesOf(flagsOf(times(20, [0, 0, 500])))).toEqual(["too_easy", "unused_option"]);
    const guessed = [...times(5, [0, 0, 1]), ...times(5, [0, 1, 1]), ...times(5, [1, 0, 1])];
    expect(codesOf(flagsOf([...guessed, ...times(5, [1, 1, 1])]))).toEqual([
      ...["tells_nobody_apart", "unused_option"],
    ]);
  });

  test("of few answers nothing is concluded", () => {
    expect(codesOf(flagsOf(times(9, [1, 0, 900])))).toEqual([]);
  });
});
