import { z } from "zod";
import { groupBy } from "../../kernel/group-by.ts";
import { packScore } from "../../leaderboard/packed-score.ts";
import { compareRows, competitionRanks } from "../../leaderboard/ranking.ts";
import { countMembers, teamStandings, teamSums } from "../../leaderboard/team-standings.ts";
import { canEarn } from "../../points/scored-indexes.ts";
import type { ResponseCount } from "../../quiz/kind.ts";
import { kindNames, kindOf } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { judgedBars } from "../../quiz/moderation.ts";
import { answerKeySchema, barSchema, type PublicDetails } from "../../quiz/public-shapes.ts";
import { responseSchema } from "../../quiz/response.ts";
import type { StoredAnswer } from "../answer-store.ts";
import { questionsAsked } from "../phases/questions-asked.ts";
import type { Player } from "../player-store.ts";
import type { Session } from "../session.ts";
import { teamSettingsOf } from "../teams/make-teams.ts";
import { teamStandingSchema } from "../teams/team.ts";

const answerResultSchema = z.object({
  response: responseSchema,
  correct: z.boolean().nullable(),
  points: z.int(),
  elapsedMs: z.int(),
  changes: z.int().optional().describe("How often the player changed it; absent for never."),
});

const playerResultSchema = z.object({
  rank: z.int().describe("1 for all while nobody has a point: then nobody has won."),
  playerId: z.string(),
  name: z.string(),
  teamId: z.string().optional().describe("Only where one played in teams."),
  score: z.int(),
  correct: z.int(),
  answered: z.int(),
  correctTimeMs: z.int(),
  answers: z
    .array(answerResultSchema.nullable())
    .describe("One per question; null where the player gave none."),
});

const questionResultsSchema = z.object({
  index: z.int(),
  authoredIndex: z.int().optional().describe("Only where questions were drawn: where it stands in the quiz."),
  kind: z.enum(kindNames),
  prompt: z.string(),
  plainText: z.literal(true).optional(),
  options: z.array(z.string()),
  groups: z.array(z.string()).optional(),
  key: answerKeySchema.nullable().describe("The right answer; null where nothing is right or wrong."),
  points: z.int().describe("1 or 2; 0 for what earns none, polls among them."),
  closest: z.literal(true).optional().describe("The closest number wins, so few can be right."),
  asked: z.boolean().describe("False if the session has not come to it, or ended before."),
  voided: z.boolean(),
  answered: z.int(),
  correct: z.int().nullable().describe("How many were right; null for polls and skipped questions."),
  changed: z
    .int()
    .optional()
    .describe(
      "Only where answers may be changed: how many players changed theirs. The last one is what counts.",
    ),
  mean: z.number().optional().describe("In a survey: the mean of the numbers that were answered."),
  meanTimeMs: z.int().nullable(),
  bars: z.array(barSchema),
});

/** The results of a session, computed from the stored rows alone. */
export const resultsSchema = z.object({
  sessionId: z.string(),
  title: z.string(),
  pin: z.string(),
  createdAtMs: z.int().describe("Server time, milliseconds since 1970."),
  startedAtMs: z.int().nullable(),
  teams: z.array(teamStandingSchema).optional().describe("Best first; only where one played in teams."),
  players: z.array(playerResultSchema),
  questions: z.array(questionResultsSchema),
});

export type Results = z.infer<typeof resultsSchema>;
export type PlayerResult = z.infer<typeof playerResultSchema>;
export type AnswerResult = z.infer<typeof answerResultSchema>;
export type QuestionResults = z.infer<typeof questionResultsSchema>;

/** Removed players and their answers are left out. */
export function resultsOf(
  session: Session,
  players: readonly Player[],
  answers: readonly StoredAnswer[],
): Results {
  const active = players.filter((player) => player.removedAtMs === null);
  const known = new Set(active.map((player) => player.playerId));
  const counted = answers.filter((answer) => known.has(answer.playerId));
  const byPlayer = groupBy(counted, (a) => a.playerId);
  const byQuestion = groupBy(counted, (a) => a.questionIndex);
  return {
    sessionId: session.id,
    title: session.quiz.title,
    pin: session.pin,
    createdAtMs: session.createdAtMs,
    startedAtMs: session.startedAtMs,
    ...teamResults(session, active, counted),
    players: ranked(active).map(({ rank, player }) => {
      const own = new Map(
        (byPlayer.get(player.playerId) ?? []).map((answer) => [answer.questionIndex, answer]),
      );
      return {
        rank,
        playerId: player.playerId,
        name: player.name,
        ...(player.teamId === null ? {} : { teamId: player.teamId }),
        score: player.score,
        correct: player.correctCount,
        answered: player.answeredCount,
        correctTimeMs: player.correctTimeMs,
        answers: session.quiz.questions.map((_, index) => answerResult(own.get(index))),
      };
    }),
    questions: session.quiz.questions.map((_, index) =>
      questionResults(session, index, byQuestion.get(index) ?? []),
    ),
  };
}

function teamResults(
  { settings, teams }: Session,
  players: readonly Player[],
  answers: readonly StoredAnswer[],
): Pick<Results, "teams"> {
  const chosen = teamSettingsOf(settings);
  if (!chosen) return {};
  const sums = teamSums(answers, new Map(players.map(({ playerId, teamId }) => [playerId, teamId])));
  return {
    teams: teamStandings({ teams, members: countMembers(players), sums, scoring: chosen.score }),
  };
}

function ranked(players: readonly Player[]): { rank: number; player: Player }[] {
  const rows = players.map((player) => ({ player, ...player, packed: packScore(player) })).sort(compareRows);
  return competitionRanks(rows).map((rank, i) => ({
    rank,
    player: (rows[i] as (typeof rows)[number]).player,
  }));
}

function answerResult(answer: StoredAnswer | undefined): AnswerResult | null {
  if (!answer) return null;
  const { response, correct, points, elapsedMs, changes } = answer;
  return { response, correct, points, elapsedMs, ...(changes ? { changes } : {}) };
}

function questionResults(session: Session, index: number, answers: readonly StoredAnswer[]): QuestionResults {
  const question = session.quiz.questions[index];
  if (!question) throw new RangeError(`The quiz has no question ${index}.`);
  const kind = kindOf(question);
  const { groups, closest }: PublicDetails = kind.details?.(question) ?? {};
  const voided = session.voided.includes(index);
  const { drawn } = session.quiz;
  const rows = answers.map(({ response, correct }) => ({ response, count: 1, correct: Number(correct) }));
  const totalMs = answers.reduce((sum, answer) => sum + answer.elapsedMs, 0);
  return {
    index,
    ...(drawn ? { authoredIndex: drawn.order[index] } : {}),
    kind: question.kind,
    prompt: question.prompt,
    ...(question.plainText ? { plainText: true as const } : {}),
    options: kind.options(question).map(optionName),
    ...(groups ? { groups: groups.map(({ text }) => text) } : {}),
    key: kind.key(question),
    points: canEarn(question) ? question.points : 0,
    ...(closest ? { closest } : {}),
    asked: index < questionsAsked(session),
    voided,
    answered: answers.length,
    correct: kind.scored && !voided ? answers.filter((answer) => answer.correct === true).length : null,
    ...(session.settings.changeAnswers ? { changed: answers.filter(({ changes }) => changes).length } : {}),
    ...(question.survey ? meanOf(answers) : {}),
    meanTimeMs: answers.length === 0 ? null : Math.round(totalMs / answers.length),
    bars: judgedBars(question, kind.bars(question, grouped(rows)), session.moderation[index]),
  };
}

function meanOf(answers: readonly StoredAnswer[]): { mean?: number } {
  const numbers = answers.flatMap(({ response }) => ("number" in response ? [response.number] : []));
  if (numbers.length === 0) return {};
  return { mean: Number((numbers.reduce((sum, n) => sum + n, 0) / numbers.length).toPrecision(6)) };
}

/** Equal responses once, with their counts. */
function grouped(rows: readonly Required<ResponseCount>[]) {
  const byText = new Map<string, Required<ResponseCount>>();
  for (const { response, count, correct } of rows) {
    const key = JSON.stringify(response);
    const row = byText.get(key);
    if (!row) byText.set(key, { response, count, correct });
    else {
      row.count += count;
      row.correct += correct;
    }
  }
  return [...byText.values()];
}
