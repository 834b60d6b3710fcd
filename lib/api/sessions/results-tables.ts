import type { Response as PlayerResponse } from "../../quiz/response.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import type { AnswerResult, QuestionResults, Results } from "../../session/reports/results.ts";
import type { Cell } from "../files/csv.ts";

export interface Table {
  header: string[];
  rows: Cell[][];
}

/**
 * One row per player: for each question the points, or the answer where there were none to earn. Where nobody has a point
 * nobody has a rank.
 */
export function playersTable({ players, teams, questions: all }: Results): Table {
  const questions = all.filter(({ kind }) => kind !== "slide");
  const header = [
    "Rank",
    "Name",
    ...(teams ? TEAM_COLUMNS : []),
    "Score",
    "Correct",
    "Answered",
    "Seconds for correct answers",
  ];
  const won = players.some(({ score }) => score > 0);
  const earned = questions.some(({ asked, ...question }) => asked && earns(question));
  const rows = players.map((player) => [
    won ? player.rank : "",
    player.name,
    ...(teams ? teamCells(teams, player.teamId) : []),
    earned ? player.score : "",
    player.correct,
    player.answered,
    seconds(player.correctTimeMs),
    ...questions.map((question) => cellOf(question, player.answers[question.index])),
  ]);
  return { header: [...header, ...questions.map(({ index, prompt }) => `${index + 1}. ${prompt}`)], rows };
}

const TEAM_COLUMNS = ["Team", "Team rank", "Team score"];

function teamCells(teams: NonNullable<Results["teams"]>, teamId: string | undefined): Cell[] {
  const team = teams.find((each) => each.teamId === teamId);
  return team ? [team.name, team.rank, team.score] : ["", "", ""];
}

function cellOf(question: QuestionResults, answer: AnswerResult | null | undefined): Cell {
  if (!answer) return "";
  return earns(question) ? answer.points : answerText(question, answer.response);
}

/** A poll earns nothing, and neither does a question that was skipped: that is not the same as 0 points. */
function earns({ points, voided }: Pick<QuestionResults, "points" | "voided">): boolean {
  return points > 0 && !voided;
}

/** One row per answer, as it was stored. */
export function answersTable({ players, questions }: Results, answers: readonly StoredAnswer[]): Table {
  const names = new Map(players.map(({ playerId, name }) => [playerId, name]));
  const header = [
    "Question",
    "Prompt",
    "Player",
    "Player ID",
    "Answer",
    "Correct",
    "Points",
    "Seconds",
    "Received",
    "Changed",
  ];
  const rows = answers.flatMap((answer) => {
    const question = questions[answer.questionIndex];
    const name = names.get(answer.playerId);
    // Removed players are in no result.
    if (!question || name === undefined) return [];
    return [
      [
        question.index + 1,
        question.prompt,
        name,
        answer.playerId,
        answerText(question, answer.response),
        answer.correct === null ? "" : answer.correct ? "yes" : "no",
        earns(question) ? answer.points : "",
        seconds(answer.elapsedMs),
        new Date(answer.receivedAtMs).toISOString(),
        answer.changes ? `${answer.changes} ×` : "",
      ],
    ];
  });
  return { header, rows };
}

/** An answer in words, or its number. */
export function answerText({ options, groups = [] }: QuestionResults, response: PlayerResponse): Cell {
  const option = (index: number) => options[index] ?? `option ${index}`;
  if ("choice" in response) return option(response.choice);
  if ("choices" in response) return response.choices.map(option).join(" | ");
  if ("order" in response) return response.order.map(option).join(" → ");
  if ("match" in response)
    return response.match
      .map((group, item) => `${option(item)}: ${groups[group] ?? `group ${group}`}`)
      .join(" | ");
  if ("point" in response) return `${response.point.x} from the left, ${response.point.y} from the top`;
  if ("text" in response) return response.text;
  if ("texts" in response) return response.texts.join(" | ");
  return response.number;
}

/** The right answer; empty where nothing is right or wrong. */
export function keyText({ key, options, groups = [] }: QuestionResults): string {
  if (key === null) return "";
  if ("choices" in key) return key.choices.map((choice) => options[choice]).join(" | ");
  if ("accepted" in key) return key.accepted.join(" | ");
  if ("number" in key) return key.tolerance > 0 ? `${key.number} ± ${key.tolerance}` : String(key.number);
  if ("order" in key) return key.order.map((item) => options[item]).join(" → ");
  if ("match" in key) return key.match.map((group, item) => `${options[item]}: ${groups[group]}`).join(" | ");
  return key.targets.map(({ x, y }) => `${x} from the left, ${y} from the top`).join(" | ");
}

function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}
