import { z } from "zod";
import { FORMAT_LABELS, formatNames } from "../../interchange/format-names.ts";
import { IMPORT_LIMITS } from "../../interchange/read/limits.ts";
import { quizDraftSchema } from "../../quiz/drafts/quiz-draft.ts";
import { operation } from "../operation.ts";

const formats = formatNames.map((name) => `\`${name}\` ${FORMAT_LABELS[name]}`).join(", ");

const rowSchema = z.object({
  row: z
    .int()
    .describe(
      "As counted by a reader of the file: the row of a table, the line of a text, otherwise the number of the question.",
    ),
  status: z.enum(["ok", "changed", "refused"]),
  messages: z.array(z.string()).describe("What was changed, or why it was refused."),
  given: z.string().describe("What stood there, in short."),
  question: z.int().nullable().describe("Where it stands in the quiz's `questions`; null if it was refused."),
  draft: z
    .looseObject({ kind: z.string() })
    .nullable()
    .describe("A refused question as far as it was understood, to be fixed."),
});

export const importedSchema = z.object({
  format: z.enum(formatNames),
  encoding: z
    .enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"])
    .nullable()
    .describe("Of texts; null for formats that say it themselves."),
  quizzes: z.array(
    z.object({
      title: z.string(),
      quiz: quizDraftSchema.describe("With the questions that were understood."),
      rows: z.array(rowSchema),
      messages: z.array(z.string()).describe("What concerns the quiz as a whole."),
    }),
  ),
  ids: z.array(z.string()).optional().describe("Of the quizzes stored, in their order; without `dryRun`."),
});

export const importOperations = {
  importQuizzes: operation({
    id: "importQuizzes",
    method: "POST",
    path: "/quizzes/import",
    auth: "host",
    summary: "Import quizzes from a file",
    description: `The body is the file as it is, up to 20 MB and 5,000 questions. Read are ${formats}. What the file is, its content says; \`filename\` gives the title where the file has none. Every row is told with what was changed or why it was refused; a refused one has what could be read of it as a \`draft\`. With \`dryRun\` nothing is stored. Without it all quizzes are stored in one go, without their refused rows; quizzes of which nothing was understood are left out. What was read and fixed can be sent back as \`{ "quizzes": [quiz, …] }\`.`,
    creates: true,
    upload: true,
    bodyMaxBytes: IMPORT_LIMITS.bytes,
    query: z.object({
      dryRun: z.enum(["true", "false"]).optional().describe("true: only look."),
      format: z
        .enum(["auto", ...formatNames])
        .optional()
        .describe("Its format; without it, or with auto, it is detected."),
      filename: z.string().max(255).optional().describe("What the file is called."),
    }),
    reply: { status: 200, description: "What was understood.", schema: importedSchema },
    refusals: ["unreadable_import", "unsupported_media", "media_full", "unavailable"],
  }),
  importTemplate: operation({
    id: "importTemplate",
    method: "GET",
    path: "/quizzes/import/template",
    auth: "none",
    summary: "Load an empty table to fill in",
    description: "As CSV, with an example of each kind of question.",
    reply: { status: 200, description: "The table.", csv: true },
    refusals: [],
  }),
} as const;
