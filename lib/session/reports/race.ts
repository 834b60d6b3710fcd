import { z } from "zod";
import { groupBy } from "../../kernel/group-by.ts";
import { packScore } from "../../leaderboard/packed-score.ts";
import { compareRows, competitionRanks } from "../../leaderboard/ranking.ts";
import { scoredIndexes } from "../../points/scored-indexes.ts";
import { questionAt } from "../../quiz/freeze.ts";
import type { StoredAnswer } from "../answer-store.ts";
import { questionsOver } from "../phases/questions-over.ts";
import type { Player } from "../player-store.ts";
import type { Session } from "../session.ts";

const racerSchema = z.object({
  playerId: z.string(),
  name: z.string(),
  ranks: z.array(z.int()).describe("After each question, among all players."),
  answers: z
    .array(z.object({ points: z.int(), elapsedMs: z.int() }).nullable())
    .describe("One per question; null where the player gave none."),
});

/** How the standings came about, question by question, told by those who were ever among the first. */
export const raceSchema = z.object({
  title: z.string(),
  players: z.int().describe("How many played, whether they are among the racers or not."),
  questions: z
    .array(
      z.object({
        index: z.int(),
        prompt: z.string(),
        plainText: z.literal(true).optional(),
        timeLimitMs: z.number(),
      }),
    )
    .describe("Those that can move the standings: no polls, slides and skipped questions."),
  racers: z.array(racerSchema),
});

export type Race = z.infer<typeof raceSchema>;
export type Racer = z.infer<typeof racerSchema>;

/** As many as the board has. */
const TOP = 10;

/**
 * The race so far: questions whose answers are counted and earned points, and every player who was among the first ten
 * after any of them.
 * So ten thousand players make a reply of at most ten racers for each question. Removed players are left out.
 */
export function raceOf(session: Session, players: readonly Player[], answers: readonly StoredAnswer[]): Race {
  const over = questionsOver(session);
  const questions = scoredIndexes(session.quiz, session.voided)
    .filter((index) => index < over)
    .map((index) => ({ index, ...questionAt(session.quiz, index) }));
  const active = players.filter((player) => player.removedAtMs === null);
  const runners = new Map(
    active.map(({ playerId, name, seq }) => [
      playerId,
      { playerId, name, seq, score: 0, correctTimeMs: 0, packed: 0, ranks: [] as number[] },
    ]),
  );
  const given = groupBy(answers, ({ questionIndex }) => questionIndex);
  const first = new Set<string>();
  for (const { index } of questions) {
    for (const { playerId, points, correct, elapsedMs } of given.get(index) ?? []) {
      const runner = runners.get(playerId);
      if (!runner) continue;
      runner.score += points;
      if (correct === true) runner.correctTimeMs += elapsedMs;
    }
    for (const runner of runners.values()) runner.packed = packScore(runner);
    const rows = [...runners.values()].sort(compareRows);
    competitionRanks(rows).forEach((rank, at) => {
      rows[at]?.ranks.push(rank);
    });
    for (const { playerId } of rows.slice(0, TOP)) first.add(playerId);
  }
  const own = new Map(
    answers.filter(({ playerId }) => first.has(playerId)).map((a) => [`${a.questionIndex} ${a.playerId}`, a]),
  );
  return {
    title: session.quiz.title,
    players: active.length,
    questions: questions.map(({ index, prompt, plainText, timeLimitMs }) => ({
      index,
      prompt,
      timeLimitMs,
      ...(plainText ? { plainText: true as const } : {}),
    })),
    racers: [...first].map((playerId) => {
      const { name, ranks } = runners.get(playerId) as { name: string; ranks: number[] };
      return {
        playerId,
        name,
        ranks,
        answers: questions.map(({ index }) => {
          const answer = own.get(`${index} ${playerId}`);
          return answer ? { points: answer.points, elapsedMs: answer.elapsedMs } : null;
        }),
      };
    }),
  };
}
