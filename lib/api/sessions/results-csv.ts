import type { Response as PlayerResponse } from "../../quiz/response.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import type { AnswerResult, QuestionResults, Results } from "../../session/reports/results.ts";
import type { CallRequest } from "../call-request.ts";
import { attachment } from "../files/attachment.ts";
import { type Cell, csv } from "../files/csv.ts";

/**
 * One row per player: for each question the points, or the answer where there were none to earn. Where nobody has a point
 * nobody has a rank.
 */
export function resultsCsv({ players, teams, questions: all }: Results): string {
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
  return csv([[...header, ...questions.map(({ index, prompt }) => `${index + 1}. ${prompt}`)], ...rows]);
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
export function answersCsv({ players, questions }: Results, answers: readonly StoredAnswer[]): string {
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
  return csv([header, ...rows]);
}

function answerText({ options, groups = [] }: QuestionResults, response: PlayerResponse): Cell {
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

function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}

/**
 * What a session's files are called: its quiz, the day it was played (UTC) and its PIN, so that no two sessions have the
 * same: `Capitals, 2026-03-14, 123456`.
 */
export function downloadName({ title, pin, startedAtMs, createdAtMs }: Results): string {
  const day = new Date(startedAtMs ?? createdAtMs).toISOString().slice(0, 10);
  return `${[...title].slice(0, TITLE_MAX).join("").trim() || "results"}, ${day}, ${pin}`;
}

/** Sent as a file to keep, under this name. */
export function csvDownload(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(name, ".csv"),
      "cache-control": "no-store",
    },
  });
}

/** File systems take 255 bytes, and a character may be four. */
const TITLE_MAX = 40;

export function wantsCsv(request: Pick<CallRequest, "headers">, format: "json" | "csv" | undefined): boolean {
  if (format !== undefined) return format === "csv";
  return /\btext\/csv\b/i.test(request.headers.get("accept") ?? "");
}
