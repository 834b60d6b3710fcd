import { type Random, seededRandom, shuffled } from "#lib/kernel/random.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Response } from "#lib/quiz/response.ts";

/** What a bot will do with a question, and how long after it opens. */
export interface AnswerPlan {
  response: Response;
  afterMs: number;
}

/** Shares of the players who do not play along with a question as hoped. */
const LOOKS_AWAY = 0.04;
const TOO_LATE = 0.02;

/**
 * Bots do not know the key. What they have is a shared hunch about each question, from the seed of the run; `skill` is how
 * often a bot follows it. A skilled room agrees, an unskilled one scatters. Null: this one looks away.
 */
export function planAnswer(
  question: PublicQuestion,
  { seed, skill, random }: { seed: number; skill: number; random: Random },
): AnswerPlan | null {
  if (random() < LOOKS_AWAY) return null;
  const hunch = seededRandom(seed * 7919 + question.index * 104_729 + 1);
  const mind = random() < skill ? hunch : random;
  return { response: respond(question, mind, random), afterMs: thinkingMs(question.timeLimitMs, random) };
}

/** Log-normal, as human reaction times are: most within a third of the time, a long tail, a few after the bell. */
export function thinkingMs(limitMs: number, random: Random): number {
  if (random() < TOO_LATE) return limitMs + 600 + random() * 1_000;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const medianMs = Math.min(limitMs * 0.3, 4_000);
  return Math.min(Math.max(medianMs * Math.exp(0.5 * normal), 250), limitMs - 50);
}

function respond(question: PublicQuestion, mind: Random, random: Random): Response {
  const count = question.options.length;
  switch (question.kind) {
    case "multiple": {
      const picks = question.pick ?? 1 + Math.floor(mind() * Math.max(1, count - 1));
      const chosen = shuffled([...question.options.keys()], mind).slice(0, picks);
      return { choices: chosen.sort((a, b) => a - b) };
    }
    case "match":
      return { match: question.options.map(() => Math.floor(mind() * (question.groups?.length ?? 1))) };
    case "pin":
      return { point: { x: near(mind(), random), y: near(mind(), random) } };
    case "order":
      return { order: shuffled([...question.options.keys()], mind) };
    case "text":
      return { text: WORDS[Math.floor(mind() * WORDS.length)] ?? "hm" };
    case "number":
      return { number: Math.round(10 ** (mind() * 3) + (random() - 0.5) * 4) };
    case "slider":
    case "rating":
      return { number: sliderHunch(question, mind, random) };
    case "wordcloud":
      return { texts: [WORDS[Math.floor(mind() * WORDS.length)] ?? "hm"] };
    default:
      return { choice: Math.floor(mind() * Math.max(count, 1)) };
  }
}

/** A place near the hunch. */
function near(hunch: number, random: Random): number {
  return Math.min(Math.max(hunch + (random() - 0.5) * 0.12, 0), 1);
}

/** A stop near the hunch: a room agrees roughly, not to the step. */
function sliderHunch({ steps }: PublicQuestion, mind: Random, random: Random): number {
  if (!steps) return 0;
  const stops = Math.round((steps.max - steps.min) / steps.step);
  const stop = Math.round((mind() + (random() - 0.5) * 0.1) * stops);
  return Number((steps.min + Math.min(Math.max(stop, 0), stops) * steps.step).toPrecision(12));
}

const WORDS = [
  "Paris",
  "Istanbul",
  "pho",
  "blue",
  "seven",
  "Einstein",
  "no idea",
  "кот",
  "月",
  "42",
  "Ada",
  "everest",
];
