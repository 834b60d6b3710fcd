import { z } from "zod";
import { quizSchema } from "../quiz/quiz.ts";
import { operation } from "./operation.ts";
import { quizListSchema, storedQuizSchema } from "./reply-schemas.ts";

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
const returnedQuizSchema = quizSchema.extend({
  id: z.unknown().optional(),
  createdAtMs: z.unknown().optional(),
  updatedAtMs: z.unknown().optional(),
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
    reply: { status: 200, description: "The quiz.", schema: storedQuizSchema },
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
    refusals: ["invalid_quiz", "quiz_not_found"],
    example: exampleQuiz,
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
