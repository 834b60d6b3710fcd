import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { helperHints, type NetworkAnswer } from "#lib/session/reports/helper-names.ts";

type Random = () => number;

interface Person {
  id: string;
  /** How often they know the answer. */
  skill: number;
  /** When they answer, on the whole, and how much that varies. */
  paceMs: number;
}

const OPTIONS = 4;
const optionsOf = () => OPTIONS;
const pick = (random: Random) => Math.floor(random() * OPTIONS);

/** A class as they are: a few always right, some who tap at once, the rest in between; everybody keeps their own pace. */
function classOf(size: number, random: Random): Person[] {
  return Array.from({ length: size }, (_, i) => {
    const kind = random();
    const id = `p${i}`;
    if (kind < 0.15) return { id, skill: 1, paceMs: 3_000 + 6_000 * random() };
    if (kind < 0.35) return { id, skill: 0.1, paceMs: 600 + 2_000 * random() };
    return { id, skill: 0.3 + 0.6 * random(), paceMs: 2_000 + 8_000 * random() };
  });
}

/** Who does not know, guesses; half of them what most would take for right. */
function answersOf(people: readonly Person[], questions: number, random: Random): NetworkAnswer[] {
  return Array.from({ length: questions }, (_, questionIndex) => {
    const key = pick(random);
    const tempting = pick(random);
    const hard = 0.5 + random();
    return people.map(({ id, skill, paceMs }): NetworkAnswer => {
      const guess = random() < 0.5 ? tempting : pick(random);
      const choice = random() < skill ? key : guess;
      const receivedAtMs = 300 + paceMs * hard * (0.6 + 0.8 * random());
      return { questionIndex, playerId: id, response: `${choice}`, right: choice === key, receivedAtMs };
    });
  }).flat();
}

interface Fraud {
  questions: number;
  /** How long a hand or a script takes from one phone to the next. */
  stepMs: number;
  /** Whether all helpers answer, or only until one is right. */
  untilKnown: boolean;
}

/** Three helper names and a main one. */
function fraudOf({ questions, stepMs, untilKnown }: Fraud, random: Random): NetworkAnswer[] {
  return Array.from({ length: questions }, (_, questionIndex) => {
    const key = pick(random);
    const order = [0, 1, 2, 3].sort(() => random() - 0.5);
    let atMs = 400;
    const step = () => {
      atMs += stepMs * (0.7 + 0.6 * random());
      return atMs;
    };
    const answers: NetworkAnswer[] = [];
    for (const [i, playerId] of ["h1", "h2", "h3"].entries()) {
      const right = order[i] === key;
      answers.push({ questionIndex, playerId, response: `${order[i]}`, right, receivedAtMs: step() });
      if (right && untilKnown) break;
    }
    answers.push({ questionIndex, playerId: "main", response: `${key}`, right: true, receivedAtMs: step() });
    return answers;
  }).flat();
}

const oneNetwork = (answers: readonly NetworkAnswer[]) =>
  new Map(answers.map(({ playerId }) => [playerId, "n"]));

function flagged(sessions: number, seed: number, make: (random: Random) => NetworkAnswer[]): number {
  const random = seededRandom(seed);
  let count = 0;
  for (let i = 0; i < sessions; i++) {
    const answers = make(random);
    if (helperHints(answers, oneNetwork(answers), optionsOf).length > 0) count += 1;
  }
  return count;
}

describe("[INT1] honest rooms behind one address", () => {
  test.each([
    ["a household of five", 5, 10, 200],
    ["thirty with ten questions", 30, 10, 200],
    ["thirty with twenty-five questions", 30, 25, 50],
    ["a hundred and twenty", 120, 10, 12],
  ])("%s: less than one session in a hundred is reported", (_, size, questions, sessions) => {
    const found = flagged(sessions, 7, (random) => answersOf(classOf(size, random), questions, random));
    expect(found / sessions).toBeLessThan(0.01);
  });
});

describe("[INT1] three helpers and a main name", () => {
  test("at full speed are seen in ten sessions of ten, in a class of thirty at their address, and they alone", () => {
    const fraud = { questions: 10, stepMs: 30, untilKnown: false };
    for (let seed = 0; seed < 10; seed++) {
      const random = seededRandom(100 + seed);
      const honest = answersOf(classOf(30, random), fraud.questions, random);
      const answers = [...honest, ...fraudOf(fraud, random)];
      const hints = helperHints(answers, oneNetwork(answers), optionsOf);
      expect(hints, `seed ${seed}`).toHaveLength(1);
      expect(hints[0]).toMatchObject({ mainId: "main", of: 10 });
      expect(hints[0]?.helperIds.every((id) => id.startsWith("h"))).toBe(true);
      expect(hints[0]?.questions).toBeGreaterThanOrEqual(9);
    }
  });

  test.each([
    ["by hand", { questions: 12, stepMs: 1_100, untilKnown: false }],
    ["by a script that stops when it knows", { questions: 12, stepMs: 60, untilKnown: true }],
  ])("%s, at an address of their own: seen, with a room of thirty elsewhere", (_, fraud) => {
    let seen = 0;
    for (let seed = 0; seed < 10; seed++) {
      const random = seededRandom(200 + seed);
      const answers = fraudOf(fraud, random);
      const room = answersOf(classOf(30, random), fraud.questions, random);
      const hints = helperHints([...room, ...answers], oneNetwork(answers), optionsOf);
      if (hints.length === 1 && hints[0]?.mainId === "main") seen += 1;
    }
    expect(seen).toBeGreaterThanOrEqual(8);
  });

  test("at four addresses nothing is said, nor of whom no network is known", () => {
    const answers = fraudOf({ questions: 10, stepMs: 100, untilKnown: false }, seededRandom(1));
    const apart = new Map(answers.map(({ playerId }) => [playerId, playerId]));
    expect(helperHints(answers, apart, optionsOf)).toEqual([]);
    expect(helperHints(answers, new Map(), optionsOf)).toEqual([]);
  });

  test("a room of nobody, of one question, and of one player says nothing", () => {
    const [first] = fraudOf({ questions: 10, stepMs: 100, untilKnown: false }, seededRandom(1));
    for (const answers of [[], [first!]])
      expect(helperHints(answers, oneNetwork(answers), optionsOf)).toEqual([]);
    const short = fraudOf({ questions: 3, stepMs: 100, untilKnown: false }, seededRandom(1));
    expect(helperHints(short, oneNetwork(short), optionsOf)).toEqual([]);
  });
});
