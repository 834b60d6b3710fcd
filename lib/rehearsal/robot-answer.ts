import type { Random } from "../kernel/random.ts";
import { type FrozenQuiz, questionAt } from "../quiz/freeze.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import { type ScaleSteps, stepAt, stepCount } from "../quiz/kinds/steps.ts";
import { type PublicQuestion, toPublicQuestion } from "../quiz/public-question.ts";
import type { AnswerKey } from "../quiz/public-shapes.ts";
import type { Response } from "../quiz/response.ts";
import { revealOf } from "../quiz/reveal.ts";

/** The answer of a robot, and how long after the opening it comes. */
export interface RobotAnswer {
  response: Response;
  afterMs: number;
}

/**
 * As a person might: right as often as the robot is skilled, else near or plainly wrong; in a few seconds, some of them
 * late. Null where nothing is asked. The same randomness gives the same answer on every node.
 */
export function robotAnswer(
  quiz: FrozenQuiz,
  index: number,
  { skill, random }: { skill: number; random: Random },
): RobotAnswer | null {
  if (kindOf(questionAt(quiz, index)).asks === false) return null;
  const question = toPublicQuestion(quiz, index);
  const { key } = revealOf(quiz, index);
  const afterMs = thinkingMs(question.timeLimitMs, random);
  return { response: respond(question, key, random() < skill, random), afterMs };
}

/** Log-normal, as human reaction times are; never so late that the host waits for a robot. */
function thinkingMs(limitMs: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const medianMs = Math.min(limitMs * 0.3, 4_500);
  return Math.min(Math.max(medianMs * Math.exp(0.5 * normal), limitMs * 0.05), limitMs * 0.7, 15_000);
}

function respond(question: PublicQuestion, key: AnswerKey | null, right: boolean, random: Random): Response {
  const { options } = question;
  switch (question.kind) {
    case "multiple":
      return { choices: choices(keyed(key, "choices"), options.length, question.pick, right, random) };
    case "text":
      return { text: (right && pick(keyed(key, "accepted"), random)) || pick(GUESSES, random) };
    case "number":
      return { number: near(key, right, random) };
    case "slider":
      return { number: onStop(question.steps, near(key, right, random)) };
    case "rating":
      return { number: rated(question.steps, random) };
    case "order":
      return { order: right ? [...keyed(key, "order")] : swapped(keyed(key, "order"), random) };
    case "match":
      return { match: mixedUp(keyed(key, "match"), question.groups?.length ?? 1, right, random) };
    case "pin":
      return { point: pinned(keyed(key, "targets"), right, random) };
    case "wordcloud":
      return { texts: [pick(WORDS, random)] };
    default: {
      const [choice = 0] = keyed(key, "choices");
      return { choice: right && key ? choice : favorite(options.length, random) };
    }
  }
}

type Keyed<Name extends string> = Extract<AnswerKey, Record<Name, unknown>>;

function keyed<Name extends "choices" | "accepted" | "order" | "match" | "targets">(
  key: AnswerKey | null,
  name: Name,
): Keyed<Name>[Name] {
  return key && name in key ? (key as Keyed<Name>)[name] : ([] as unknown as Keyed<Name>[Name]);
}

/** Rooms do not choose evenly: the first options of a poll are its favorites. */
function favorite(count: number, random: Random): number {
  return Math.min(Math.floor(random() ** 1.5 * count), Math.max(count - 1, 0));
}

function choices(
  correct: readonly number[],
  count: number,
  pickCount: number | undefined,
  right: boolean,
  random: Random,
): number[] {
  const picked = new Set(correct);
  if (!right) {
    const [first = 0] = correct;
    picked.delete(first);
    picked.add(favorite(count, random));
  }
  for (let i = 0; pickCount !== undefined && picked.size < pickCount && i < count; i++) picked.add(i);
  return [...picked].sort((a, b) => a - b);
}

/** Right: the number, or close to it where the closest wins. Wrong: up to a third off. */
function near(key: AnswerKey | null, right: boolean, random: Random): number {
  const number = key && "number" in key ? key : { number: 0, tolerance: 0, closest: false };
  if (right && !number.closest) return number.number;
  const spread = Math.max(Math.abs(number.number) * (right ? 0.05 : 0.33), right ? 1 : 3);
  const off = number.number + (random() * 2 - 1) * spread;
  const guess = Math.min(Math.max(off, -NUMBER_MAX), NUMBER_MAX);
  return Number.isInteger(number.number) ? Math.round(guess) : Number(guess.toPrecision(3));
}

/** An answer to a number question. */
const NUMBER_MAX = 1e15;

function onStop(steps: ScaleSteps | undefined, wanted: number): number {
  if (!steps) return wanted;
  const stop = Math.round((wanted - steps.min) / steps.step);
  return stepAt(steps, Math.min(Math.max(stop, 0), stepCount(steps)));
}

/** Mostly kind. */
function rated(steps: ScaleSteps | undefined, random: Random): number {
  if (!steps) return 1;
  return stepAt(steps, Math.round((1 - random() ** 1.8) * stepCount(steps)));
}

function swapped(order: readonly number[], random: Random): number[] {
  const at = Math.floor(random() * Math.max(order.length - 1, 1));
  const [a, b] = [order[at], order[at + 1]];
  return a === undefined || b === undefined ? [...order] : order.with(at, b).with(at + 1, a);
}

function mixedUp(match: readonly number[], groups: number, right: boolean, random: Random): number[] {
  const at = right ? -1 : Math.floor(random() * match.length);
  return match.map((group, i) => (i === at ? (group + 1) % groups : group));
}

function pinned(targets: Keyed<"targets">["targets"], right: boolean, random: Random) {
  const target = right ? pick(targets, random) : undefined;
  const [dx, dy] = [random() - 0.5, random() - 0.5];
  if (!target) return { x: inside(0.5 + dx * 0.9), y: inside(0.5 + dy * 0.9) };
  return { x: inside(target.x + dx * target.radius * 0.6), y: inside(target.y + dy * target.radius * 0.6) };
}

function inside(place: number): number {
  return Math.min(Math.max(place, 0), 1);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.min(Math.floor(random() * from.length), from.length - 1)] as T;
}

/** Of no language in particular. */
const GUESSES = ["?", "hmm", "no idea", "42"];
const WORDS = ["bravo", "super", "wow", "hello", "fun", "bravo", "super", "ok"];
