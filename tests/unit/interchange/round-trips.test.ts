import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExportName } from "#lib/interchange/export-names.ts";
import { readImport } from "#lib/interchange/read/read.ts";
import { writeQuiz } from "#lib/interchange/write/formats.ts";
import type { Question } from "#lib/quiz/kinds/registry.ts";
import type { Quiz } from "#lib/quiz/quiz.ts";
import { NO_FILES, quizzesOf, wholeOf } from "./quizzes.ts";

/** The quiz as it comes back, and what was said to be lost on the way. */
async function there(format: ExportName, quiz: Quiz) {
  const { bytes, fileName, lost } = await writeQuiz(format, quiz, NO_FILES);
  const read = await readImport({ bytes: await wholeOf(bytes), filename: fileName, format: "auto" });
  if (!read.ok) throw new Error(read.error.message);
  const [back] = read.value.quizzes;
  return { questions: back?.quiz.questions, rows: back?.rows, lost };
}

/** What a table has no column for, as a reader leaves it. */
function inTable(question: Question): Question {
  if (question.kind === "text") return { ...question, typoTolerance: false };
  if (question.kind === "slider") return { ...question, partialCredit: true };
  if (question.kind === "wordcloud") return { ...question, moderation: "host" };
  return question;
}

const IN_TABLES = [
  ...(["single", "multiple", "truefalse", "text", "number", "slider"] as const),
  ...(["order", "match", "poll", "rating", "wordcloud"] as const),
];

describe("[EXP8] what is written is read back as it was", () => {
  test.each(["csv", "xlsx"] as const)("%s", async (format) => {
    await fc.assert(
      fc.asyncProperty(quizzesOf(...IN_TABLES), async (quiz) => {
        const { questions } = await there(format, quiz);
        expect(questions).toEqual(quiz.questions.map(inTable));
      }),
      { numRuns: format === "csv" ? 100 : 25 },
    );
  });
});
