import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExportName } from "#lib/interchange/export-names.ts";
import { readImport } from "#lib/interchange/read/read.ts";
import { writeQuiz } from "#lib/interchange/write/formats.ts";
import { mediaIdsOf } from "#lib/interchange/write/media-of.ts";
import { kindNames, type Question } from "#lib/quiz/kinds/registry.ts";
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

const IN_QTI = [...IN_TABLES, "slide"] as const;
const IN_MOODLE = ["single", "multiple", "truefalse", "text", "number", "match"] as const;

/** Where marks are not known, our reader says that signs are shown as they are; these texts have no marks anyway. */
function withoutMarks<Q extends { plainText?: boolean | undefined }>({ plainText: _, ...question }: Q) {
  return question;
}

function inQti(question: Question): Question {
  if (question.kind === "slider") return { ...question, partialCredit: false };
  if (question.kind === "number" && question.closest) return { ...question, closest: false };
  return inTable(question);
}

function inMoodle(question: Question, format: "gift" | "moodle"): Question {
  const kept = { ...inQti(question), timeLimitMs: 20_000 };
  if (format === "moodle") return kept as Question;
  // GIFT does not tell one right option of several that could be picked from a single choice.
  if (kept.kind === "multiple" && kept.options.filter(({ correct }) => correct).length === 1) {
    const { showPick: _, ...single } = kept;
    return { ...single, kind: "single", points: 1 };
  }
  return { ...kept, points: 1 } as Question;
}

describe("[EXP8] what is written is read back as it was", () => {
  test("json", async () => {
    await fc.assert(
      fc.asyncProperty(quizzesOf(...kindNames), async (quiz) => {
        const { questions } = await there("json", quiz);
        expect(questions).toEqual(quiz.questions);
      }),
    );
  });

  test("zip, with its files", async () => {
    const files = { size: async () => 3, piece: async () => new Uint8Array([1, 2, 3]) };
    await fc.assert(
      fc.asyncProperty(quizzesOf(...kindNames), async (quiz) => {
        const { bytes, lost } = await writeQuiz("zip", quiz, files);
        const read = await readImport({ bytes: await wholeOf(bytes), format: "auto" });
        if (!read.ok) throw new Error(read.error.message);
        expect(read.value.format).toBe("zip");
        expect(read.value.quizzes[0]?.quiz).toEqual(quiz);
        expect([...read.value.media.keys()]).toEqual(mediaIdsOf(quiz));
        expect(lost).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("qti", async () => {
    await fc.assert(
      fc.asyncProperty(quizzesOf(...IN_QTI), async (quiz) => {
        const { questions } = await there("qti", quiz);
        expect(questions?.map(withoutMarks)).toEqual(quiz.questions.map(inQti));
      }),
      { numRuns: 50 },
    );
  });

  test.each(["gift", "moodle"] as const)("%s", async (format) => {
    await fc.assert(
      fc.asyncProperty(quizzesOf(...IN_MOODLE), async (quiz) => {
        const { questions } = await there(format, quiz);
        expect(questions?.map(withoutMarks)).toEqual(
          quiz.questions.map((question) => inMoodle(question, format)),
        );
      }),
    );
  });

  test("aiken", async () => {
    await fc.assert(
      fc.asyncProperty(quizzesOf("single"), async (quiz) => {
        const { questions } = await there("aiken", quiz);
        const kept = quiz.questions.map(({ explanation: _, ...question }) => ({
          ...question,
          prompt: question.prompt.replace(/\s*\n\s*/g, " ").replace(/^ANSWER:/, "ANSWER\uFF1A"),
          timeLimitMs: 20_000,
          points: 1,
        }));
        expect(questions?.map(withoutMarks)).toEqual(kept);
      }),
    );
  });

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
