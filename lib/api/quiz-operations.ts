import { z } from "zod";
import { exportNames } from "../interchange/export-names.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { quizDraftSchema } from "../quiz/quiz-draft.ts";
import { operation } from "./operation.ts";
import { lostSchema, quizListSchema, storedDraftSchema, storedQuizSchema } from "./reply-schemas.ts";

/** Two hundred questions with long texts in a script of three bytes a letter fit; the usual limit would cut them. */
const QUIZ_MAX_BYTES = 2 * 1024 * 1024;

const exampleQuiz = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "What is the capital of France?",
      options: [{ text: "Paris", correct: true }, { text: "Lyon" }],
      timeLimitMs: 20_000,
      points: 1,
    },
  ],
};

/** What a reply to GET has beyond the quiz may stay in it when it is sent back; it changes nothing. */
const returned = {
  id: z.unknown().optional(),
  version: z.unknown().optional(),
  problems: z.unknown().optional(),
  createdAtMs: z.unknown().optional(),
  updatedAtMs: z.unknown().optional(),
};

const returnedQuizSchema = quizSchema.extend({
  ...returned,
  expectedVersion: z
    .int()
    .min(1)
    .optional()
    .describe(
      "The version you changed. If the quiz has been saved since, nothing happens (stale_quiz). Without it the last to save wins.",
    ),
});

const sentDraftSchema = quizDraftSchema.extend({
  ...returned,
  expectedVersion: z
    .int()
    .min(0)
    .optional()
    .describe(
      "The version you changed; 0 makes a new quiz. If the quiz has been saved since, or is there already, nothing happens (stale_quiz).",
    ),
});

export const quizOperations = {
  createQuiz: operation({
    id: "createQuiz",
    method: "POST",
    path: "/quizzes",
    auth: "host",
    summary: "Write a quiz",
    body: quizSchema,
    bodyRefusal: "invalid_quiz",
    bodyMaxBytes: QUIZ_MAX_BYTES,
    reply: { status: 201, description: "The quiz as stored.", schema: storedQuizSchema },
    refusals: ["invalid_quiz"],
    example: exampleQuiz,
  }),
  listQuizzes: operation({
    id: "listQuizzes",
    method: "GET",
    path: "/quizzes",
    auth: "host",
    summary: "List your quizzes",
    reply: { status: 200, description: "Newest first.", schema: quizListSchema },
    refusals: [],
  }),
  getQuiz: operation({
    id: "getQuiz",
    method: "GET",
    path: "/quizzes/{id}",
    auth: "host",
    summary: "Read a quiz",
    description: "As it was saved. One that cannot be played yet may lack what its `problems` name.",
    reply: { status: 200, description: "The quiz.", schema: storedDraftSchema },
    refusals: ["quiz_not_found"],
  }),
  exportQuiz: operation({
    id: "exportQuiz",
    method: "GET",
    path: "/quizzes/{id}/export",
    auth: "host",
    summary: "Take a quiz away as a file",
    description:
      "The file, under the quiz's name. Questions that are not finished are only in Ovation's own formats. Most formats cannot carry all of a quiz; `lost=true` replies what this one leaves out or changes, and no file.",
    query: z.object({
      format: z.enum(exportNames).describe("How the file is written."),
      lost: z.enum(["true", "false"]).optional().describe("True: only say what the format cannot carry."),
    }),
    reply: { status: 200, description: "The file, or what it lacks.", schema: lostSchema, file: true },
    refusals: ["quiz_not_found"],
  }),
  replaceQuiz: operation({
    id: "replaceQuiz",
    method: "PUT",
    path: "/quizzes/{id}",
    auth: "host",
    summary: "Replace a quiz",
    description: "Running sessions keep the copy they started with.",
    body: returnedQuizSchema,
    bodyRefusal: "invalid_quiz",
    bodyMaxBytes: QUIZ_MAX_BYTES,
    reply: { status: 200, description: "The quiz as stored.", schema: storedQuizSchema },
    refusals: ["invalid_quiz", "quiz_not_found", "stale_quiz"],
    example: { ...exampleQuiz, expectedVersion: 1 },
  }),
  saveDraft: operation({
    id: "saveDraft",
    method: "PUT",
    path: "/quizzes/{id}/draft",
    auth: "host",
    summary: "Save a quiz as it stands",
    description:
      "As the editor does: texts may be empty and lists short. What is still to be done before it can be played is in `problems`; until then `POST /sessions` refuses it. With `expectedVersion` 0 it makes the quiz, under an id of your own: 20 of 0–9 and a–z.",
    body: sentDraftSchema,
    bodyRefusal: "invalid_quiz",
    bodyMaxBytes: QUIZ_MAX_BYTES,
    reply: { status: 200, description: "The quiz as stored.", schema: storedDraftSchema },
    refusals: ["invalid_quiz", "quiz_not_found", "stale_quiz"],
    example: { title: "Capitals", questions: [{ kind: "single", prompt: "" }], expectedVersion: 1 },
  }),
  deleteQuiz: operation({
    id: "deleteQuiz",
    method: "DELETE",
    path: "/quizzes/{id}",
    auth: "host",
    summary: "Delete a quiz",
    description: "Sessions of it, running or past, stay.",
    reply: { status: 204, description: "It is gone." },
    refusals: ["quiz_not_found"],
  }),
} as const;
