import { z } from "zod";
import { exportNames } from "../../interchange/export-names.ts";
import { quizDraftSchema } from "../../quiz/drafts/quiz-draft.ts";
import { SORTS } from "../../quiz/library/library-store.ts";
import { placeSchema } from "../../quiz/library/place.ts";
import { QUERY_MAX } from "../../quiz/library/search-words.ts";
import { quizSchema } from "../../quiz/quiz.ts";
import { operation } from "../operation.ts";
import {
  librarySchema,
  lostSchema,
  quizListSchema,
  quizSummarySchema,
  quizVersionSchema,
  storedDraftSchema,
  storedQuizSchema,
  versionListSchema,
} from "../reply-schemas.ts";

/** So many quizzes fit on one page at most. */
const LISTED_MAX = 200;
/** Two hundred questions with long texts in a script of three bytes a letter fit; the usual limit would cut them. */
export const QUIZ_MAX_BYTES = 2 * 1024 * 1024;

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

/** The fields that a reply to GET adds to the quiz may be sent back with it; they are ignored. */
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

const listQuizzesQuery = z.object({
  query: z
    .string()
    .max(QUERY_MAX, `A search can have at most ${QUERY_MAX} characters.`)
    .optional()
    .describe(
      "Words of titles, descriptions, prompts, options, accepted answers and tags, in any order, without regard to case and accents; the last one may be unfinished.",
    ),
  folder: z.string().max(100).optional().describe("Its name; empty for quizzes in no folder."),
  tag: z.string().max(100).optional(),
  archived: z
    .enum(["false", "true", "all"], "`archived` is false, true or all.")
    .optional()
    .describe("Which ones; `false` if not given."),
  trashed: z
    .enum(["false", "true"], "`trashed` is true or false.")
    .optional()
    .describe("`true` for what is in the trash, and nothing else."),
  sort: z
    .enum(SORTS, "`sort` is changed, title or played.")
    .optional()
    .describe("Last changed first, by title, or last played first."),
  limit: z.coerce
    .number("`limit` is a number.")
    .int("`limit` is a whole number.")
    .min(1)
    .max(LISTED_MAX)
    .optional()
    .describe("50 if not given."),
  cursor: z.string().max(400).optional().describe("From the reply before; the other parameters stay."),
});

export const quizOperations = {
  createQuiz: operation({
    id: "createQuiz",
    method: "POST",
    path: "/quizzes",
    auth: "host",
    summary: "Write a quiz",
    creates: true,
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
    description:
      "Without any parameter: all but those in the trash, last changed first, in one reply. With any of them a page at a time, without the archived; `cursor` of one reply asks for the next.",
    query: listQuizzesQuery,
    reply: { status: 200, description: "The quizzes asked for.", schema: quizListSchema },
    refusals: [],
  }),
  getLibrary: operation({
    id: "getLibrary",
    method: "GET",
    path: "/library",
    auth: "host",
    summary: "Read your folders and tags",
    reply: { status: 200, description: "What there is, and how much of it.", schema: librarySchema },
    refusals: [],
  }),
  emptyTrash: operation({
    id: "emptyTrash",
    method: "DELETE",
    path: "/library/trash",
    auth: "host",
    summary: "Empty the trash",
    reply: { status: 204, description: "What was in it is gone for good." },
    refusals: [],
  }),
  placeQuiz: operation({
    id: "placeQuiz",
    method: "PUT",
    path: "/quizzes/{id}/place",
    auth: "host",
    summary: "Put a quiz into a folder, tag or archive it",
    description: "What is left out stays. It makes no new version of the quiz.",
    body: placeSchema,
    reply: { status: 200, description: "The quiz as lists show it.", schema: quizSummarySchema },
    refusals: ["quiz_not_found"],
    example: { folder: "Geography", tags: ["year 7"] },
  }),
  restoreQuiz: operation({
    id: "restoreQuiz",
    method: "POST",
    path: "/quizzes/{id}/restore",
    auth: "host",
    summary: "Take a quiz out of the trash",
    reply: { status: 204, description: "It is back where it was." },
    refusals: ["quiz_not_found"],
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
  listQuizVersions: operation({
    id: "listQuizVersions",
    method: "GET",
    path: "/quizzes/{id}/versions",
    auth: "host",
    summary: "List the versions of a quiz",
    description:
      "Not every save: what stood there when work stopped, and during work about every five minutes; older ones thin to one an hour, a day, a week, and a hundred are kept.",
    reply: { status: 200, description: "What can be read and restored.", schema: versionListSchema },
    refusals: ["quiz_not_found"],
  }),
  getQuizVersion: operation({
    id: "getQuizVersion",
    method: "GET",
    path: "/quizzes/{id}/versions/{version}",
    auth: "host",
    summary: "Read a version of a quiz",
    reply: { status: 200, description: "The quiz as it was.", schema: quizVersionSchema },
    refusals: ["quiz_not_found", "version_not_found"],
  }),
  restoreQuizVersion: operation({
    id: "restoreQuizVersion",
    method: "POST",
    path: "/quizzes/{id}/versions/{version}/restore",
    auth: "host",
    summary: "Restore a version of a quiz",
    description: "It becomes a new version; the present one stays among the earlier ones.",
    query: z.object({
      expectedVersion: z.coerce
        .number("`expectedVersion` is a number.")
        .int("`expectedVersion` is a whole number.")
        .min(1)
        .optional()
        .describe(
          "The version it takes the place of. If the quiz has been saved since, nothing happens (stale_quiz).",
        ),
    }),
    reply: { status: 200, description: "The quiz as stored.", schema: storedDraftSchema },
    refusals: ["quiz_not_found", "version_not_found", "stale_quiz"],
  }),
  deleteQuiz: operation({
    id: "deleteQuiz",
    method: "DELETE",
    path: "/quizzes/{id}",
    auth: "host",
    summary: "Delete a quiz",
    description:
      "It goes to the trash: from there it can be restored for 30 days, and to all other calls it is gone. Sessions of it, running or past, stay.",
    query: z.object({
      permanent: z
        .enum(["true", "false"], "`permanent` is true or false.")
        .optional()
        .describe("True deletes it for good, also from the trash."),
    }),
    reply: { status: 204, description: "It is gone." },
    refusals: ["quiz_not_found"],
  }),
} as const;
