import { z } from "zod";
import { groupBy } from "../../kernel/group-by.ts";
import { kindOf } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import type { Response } from "../../quiz/response.ts";
import type { StoredAnswer } from "../answer-store.ts";
import type { Player } from "../player-store.ts";
import type { Session } from "../session.ts";
import { FLAG_CODES, flagsOf } from "./question-flags.ts";

const optionStatisticsSchema = z.object({
  text: z.string(),
  right: z.boolean().nullable().describe("Null where nothing is right or wrong."),
  count: z.int(),
  share: z
    .number()
    .describe("Of those who answered, 0 to 1. Where several may be chosen the shares add up to more."),
  meanScoreOfChoosers: z
    .number()
    .nullable()
    .describe("Their score in the whole session; null if nobody chose it."),
  medianMs: z.int().nullable().describe("Half of them took at most so long."),
});

const questionStatisticsSchema = z.object({
  index: z.int(),
  answered: z.int(),
  facility: z
    .number()
    .nullable()
    .describe(
      "Mean share of the question that was right among those who answered, 0 to 1. Null where nobody answered, nothing is right or wrong, the closest number wins, or the question was skipped.",
    ),
  discrimination: z
    .number()
    .nullable()
    .describe(
      "How well the question tells strong players from weak ones, -1 to 1: the correlation of what was right here with the mean of the other questions that the same player answered. Null with fewer than five such players, or where all did equally well.",
    ),
  options: z
    .array(optionStatisticsSchema)
    .describe("In their authored order; empty where nothing is chosen from options."),
  flags: z
    .array(z.object({ code: z.enum(FLAG_CODES), reason: z.string() }))
    .describe("What a host may want to look at, each with its reason."),
});

/** Item statistics of a session, from its stored answers. */
export const statisticsSchema = z.object({
  sessionId: z.string(),
  players: z.int(),
  questions: z.array(questionStatisticsSchema),
});

export type Statistics = z.infer<typeof statisticsSchema>;
export type QuestionStatistics = z.infer<typeof questionStatisticsSchema>;
export type OptionStatistics = z.infer<typeof optionStatisticsSchema>;

/** Of fewer players than this a correlation says nothing. */
const PLAYERS_TO_CORRELATE = 5;

/** Removed players and their answers are left out. */
export function statisticsOf(
  session: Session,
  players: readonly Player[],
  answers: readonly StoredAnswer[],
): Statistics {
  const active = new Map(players.filter((player) => player.removedAtMs === null).map((p) => [p.playerId, p]));
  const counted = answers.filter(({ playerId }) => active.has(playerId));
  const byQuestion = groupBy(counted, (answer) => answer.questionIndex);
  const judged = new Set([...session.quiz.questions.keys()].filter((index) => isJudged(session, index)));
  const fractions = sumsOf(counted.filter(({ questionIndex }) => judged.has(questionIndex)));
  return {
    sessionId: session.id,
    players: active.size,
    questions: session.quiz.questions.map((_, index) => {
      const given = byQuestion.get(index) ?? [];
      const facts = {
        index,
        answered: given.length,
        facility: judged.has(index) && given.length > 0 ? mean(given.map(({ fraction }) => fraction)) : null,
        discrimination: judged.has(index) ? discrimination(given, fractions) : null,
        options: optionsOf(session, index, given, active),
      };
      return { ...facts, flags: flagsOf(facts) };
    }),
  };
}

/** Whether answers to the question are right or wrong in themselves. */
function isJudged({ quiz, voided }: Session, index: number): boolean {
  const question = quiz.questions[index];
  if (!question || voided.includes(index)) return false;
  const kind = kindOf(question);
  return kind.scored && !kind.details?.(question).closest;
}

interface Sum {
  fraction: number;
  count: number;
}

/** Of every player. */
function sumsOf(answers: readonly StoredAnswer[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { playerId, fraction } of answers) {
    const sum = sums.get(playerId) ?? { fraction: 0, count: 0 };
    sum.fraction += fraction;
    sum.count += 1;
    sums.set(playerId, sum);
  }
  return sums;
}

function discrimination(given: readonly StoredAnswer[], sums: ReadonlyMap<string, Sum>): number | null {
  const pairs = given.flatMap(({ playerId, fraction }) => {
    const { fraction: all, count } = sums.get(playerId) ?? { fraction: 0, count: 0 };
    return count > 1 ? [{ here: fraction, elsewhere: (all - fraction) / (count - 1) }] : [];
  });
  return pairs.length < PLAYERS_TO_CORRELATE ? null : correlation(pairs);
}

/** Pearson's; null where one side is the same for all. */
function correlation(pairs: readonly { here: number; elsewhere: number }[]): number | null {
  const [x, y] = [mean(pairs.map(({ here }) => here)), mean(pairs.map(({ elsewhere }) => elsewhere))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const { here, elsewhere } of pairs) {
    xy += (here - x) * (elsewhere - y);
    xx += (here - x) ** 2;
    yy += (elsewhere - y) ** 2;
  }
  // A difference that comes from rounding alone is no spread.
  if (xx < TINY || yy < TINY) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

const TINY = 1e-12;

function optionsOf(
  { quiz }: Session,
  index: number,
  given: readonly StoredAnswer[],
  players: ReadonlyMap<string, Player>,
): OptionStatistics[] {
  const question = quiz.questions[index];
  if (!question) return [];
  const kind = kindOf(question);
  const names = kind.options(question).map(optionName);
  const key = kind.key(question);
  const right = key && "choices" in key ? key.choices : null;
  const choosers = names.map((): StoredAnswer[] => []);
  let chosen = false;
  for (const answer of given)
    for (const option of chosenOptions(answer.response)) {
      chosen = true;
      choosers[option]?.push(answer);
    }
  // An ordering has options, too, but they are not chosen from.
  if (!chosen) return [];
  return names.map((text, option) => {
    const of = choosers[option] ?? [];
    return {
      text,
      right: right?.includes(option) ?? null,
      count: of.length,
      share: of.length / given.length,
      meanScoreOfChoosers:
        of.length === 0 ? null : mean(of.map(({ playerId }) => players.get(playerId)?.score ?? 0)),
      medianMs: of.length === 0 ? null : Math.round(median(of.map(({ elapsedMs }) => elapsedMs))),
    };
  });
}

function chosenOptions(response: Response): readonly number[] {
  if ("choice" in response) return [response.choice];
  return "choices" in response ? response.choices : [];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
