import type { Sheet } from "../../interchange/workbook.ts";
import { KINDS } from "../../quiz/kinds/registry.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import type { QuestionResults, Results } from "../../session/reports/results.ts";
import type { QuestionStatistics, Statistics } from "../../session/reports/statistics.ts";
import type { Cell } from "../files/csv.ts";
import { answersTable, keyText, playersTable } from "./results-tables.ts";

/** All that a session came to, a sheet for each way to look at it. Times are UTC. */
export function resultsSheets(
  results: Results,
  statistics: Statistics,
  answers: readonly StoredAnswer[],
): Sheet[] {
  const { title, pin, createdAtMs, startedAtMs, players, questions } = results;
  const whole = answers.length <= ANSWERS_MAX;
  const asked = questions.filter(({ asked, kind }) => asked && kind !== "slide");
  return [
    {
      name: "Overview",
      header: ["Session", title],
      widths: [24, 48],
      rows: [
        ["Played", new Date(startedAtMs ?? createdAtMs).toISOString().slice(0, 16).replace("T", " ")],
        ["PIN", pin],
        ["Players", players.length],
        ["Questions asked", asked.length],
        ["Answers", answers.length],
        ...(whole ? [] : [["All answers", "Too many for a sheet: take them as CSV."]]),
      ],
    },
    { name: "Players", widths: [8, 24], ...playersTable(results) },
    {
      name: "Questions",
      header: QUESTION_COLUMNS,
      widths: [8, 48, 16, 24, 10, 10, 10, 14, 12, 48],
      rows: asked.map((question) => questionRow(question, statistics.questions[question.index])),
    },
    {
      name: "Options",
      header: ["Question", "Option", "Right", "Chosen", "Share", "Mean score", "Median seconds"],
      widths: [10, 40],
      rows: statistics.questions.flatMap(({ index, options }) =>
        options.map(({ text, right, count, share, meanScoreOfChoosers, medianMs }) => [
          index + 1,
          text,
          right === null ? "" : right ? "yes" : "no",
          count,
          rounded(share),
          orEmpty(meanScoreOfChoosers, Math.round),
          orEmpty(medianMs, (ms) => ms / 1_000),
        ]),
      ),
    },
    ...(whole ? [{ name: "Answers", widths: [10, 40, 24, 16, 32], ...answersTable(results, answers) }] : []),
  ];
}

/** More of them would hold the event loop on their way to the thread that writes. */
const ANSWERS_MAX = 20_000;
const QUESTION_COLUMNS = [
  "Question",
  "Prompt",
  "Kind",
  "Right answer",
  "Answered",
  "Right",
  "Facility",
  "Discrimination",
  "Mean seconds",
  "Worth a look",
];

function questionRow(question: QuestionResults, statistics: QuestionStatistics | undefined): Cell[] {
  const { index, kind, prompt, answered, correct, meanTimeMs } = question;
  return [
    index + 1,
    prompt,
    KINDS[kind].label,
    keyText(question),
    answered,
    correct ?? "",
    orEmpty(statistics?.facility ?? null, rounded),
    orEmpty(statistics?.discrimination ?? null, rounded),
    orEmpty(meanTimeMs, (ms) => ms / 1_000),
    (statistics?.flags ?? []).map(({ reason }) => reason).join(" "),
  ];
}

function orEmpty(value: number | null, shown: (value: number) => number): Cell {
  return value === null ? "" : shown(value);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
