import { z } from "zod";
import { ackSchema, joinedSchema, joinFields, youSchema } from "../protocol/shapes.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { responseSchema } from "../quiz/response.ts";
import { type HostCommand, hostCommandSchema } from "../session/command.ts";
import { EXTRA_TIMES } from "../session/extra-time.ts";
import { settingsSchema } from "../session/settings.ts";
import { viewSchema } from "../session/view.ts";
import { operation } from "./operation.ts";
import {
  answerLogSchema,
  leaderboardSchema,
  myAnswersSchema,
  openedSessionSchema,
  quizListSchema,
  raceSchema,
  resultsSchema,
  rosterSchema,
  sessionListSchema,
  sessionSchema,
  storedMediaSchema,
  storedQuizSchema,
} from "./reply-schemas.ts";

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

export const startSessionSchema = z.strictObject({
  quizId: z.string().max(40),
  settings: settingsSchema.optional(),
});

const expectedVersion = z
  .int()
  .min(1)
  .optional()
  .describe(
    "The version you decided on; if the session has moved on since, nothing happens (stale_command).",
  );

/** A host's command, with the version it was decided on. */
export const commandBodySchema = z.discriminatedUnion(
  "command",
  hostCommandSchema.options.map((each) => each.extend({ expectedVersion })) as unknown as [
    z.ZodObject,
    ...z.ZodObject[],
  ],
) as unknown as z.ZodType<HostCommand & { expectedVersion?: number | undefined }>;

export const joinBodySchema = z.strictObject(joinFields);

export const answerBodySchema = z.strictObject({
  questionIndex: z.int().min(0).max(10_000),
  /** Checked at the one door for answers, which explains what the question takes. */
  response: z.unknown().meta({ override: z.toJSONSchema(responseSchema) as object }),
  pressedAtMs: z.number().optional().describe("When the player pressed, in server time, if you know it."),
});

export const updateMeSchema = z.strictObject({
  extraTime: z.enum(EXTRA_TIMES).nullable().describe("Null for the time that everybody has."),
});

const csvQuery = z.object({
  format: z
    .enum(["json", "csv"], "`format` is json or csv.")
    .optional()
    .describe("Or ask with `Accept: text/csv`."),
});

const PIN_REFUSALS = ["unknown_pin", "too_many_requests"] as const;

export const operations = {
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

  storeMedia: operation({
    id: "storeMedia",
    method: "POST",
    path: "/media",
    auth: "host",
    summary: "Store a picture, sound or film",
    description:
      "The body is the file as it is. PNG, JPEG, GIF, WebP and AVIF up to 8 MB; MP3, M4A, Ogg and WAV up to 15 MB; MP4 and WebM up to 40 MB. What the bytes are decides, not the header. Then name the `id` in a question's `media` or an option's `image`.",
    upload: true,
    reply: { status: 201, description: "It is stored.", schema: storedMediaSchema },
    refusals: ["unsupported_media", "media_full"],
  }),
  getMedia: operation({
    id: "getMedia",
    method: "GET",
    path: "/media/{id}",
    auth: "none",
    summary: "Load a picture, sound or film",
    description: "Never changes, so keep it as long as you like. Takes one `Range` of bytes.",
    reply: { status: 200, description: "The file.", file: true },
    refusals: ["media_not_found"],
  }),

  startSession: operation({
    id: "startSession",
    method: "POST",
    path: "/sessions",
    auth: "host",
    summary: "Open a session of a quiz",
    description: "Opens the lobby; players can join at once. `start` shows the first question.",
    body: startSessionSchema,
    reply: { status: 201, description: "Where to join and where to watch.", schema: openedSessionSchema },
    refusals: ["quiz_not_found"],
    example: { quizId: "…", settings: { profile: "classic", reveal: "instant", pace: "host" } },
  }),
  listSessions: operation({
    id: "listSessions",
    method: "GET",
    path: "/sessions",
    auth: "host",
    summary: "List your sessions",
    reply: { status: 200, description: "The latest 200, newest first.", schema: sessionListSchema },
    refusals: [],
  }),
  getSession: operation({
    id: "getSession",
    method: "GET",
    path: "/sessions/{id}",
    auth: "screen",
    summary: "Read a session's state",
    description: "The public view, and what concerns its host.",
    reply: { status: 200, description: "The state as of now.", schema: sessionSchema },
    refusals: ["session_not_found"],
  }),
  command: operation({
    id: "command",
    method: "POST",
    path: "/sessions/{id}/commands",
    auth: "host",
    summary: "Run a session",
    description:
      "`start`, `next`, `close`, `pause`, `resume`, `addTime`, `skip`, `lock`, `unlock`, `finish`; `kick` and `restore` with a `playerId`.",
    body: commandBodySchema,
    reply: { status: 200, description: "The view after the command.", schema: viewSchema },
    refusals: [
      "session_not_found",
      "command_not_possible",
      "stale_command",
      "session_ended",
      "player_not_found",
      "name_taken",
    ],
    example: { command: "start" },
  }),
  listPlayers: operation({
    id: "listPlayers",
    method: "GET",
    path: "/sessions/{id}/players",
    auth: "host",
    summary: "List a session's players",
    reply: { status: 200, description: "In join order, the removed included.", schema: rosterSchema },
    refusals: ["session_not_found"],
  }),
  getResults: operation({
    id: "getResults",
    method: "GET",
    path: "/sessions/{id}/results",
    auth: "host",
    summary: "Read a session's results",
    query: csvQuery,
    reply: {
      status: 200,
      description: "Standings and every question, from the stored answers.",
      schema: resultsSchema,
      csv: true,
    },
    refusals: ["session_not_found"],
  }),
  getRace: operation({
    id: "getRace",
    method: "GET",
    path: "/sessions/{id}/race",
    auth: "screen",
    summary: "Read how the standings came about",
    description:
      "For a replay: each player who was among the first ten after any question, with what every answer earned. Only questions whose answers are counted.",
    reply: { status: 200, description: "The race so far.", schema: raceSchema },
    refusals: ["session_not_found"],
  }),
  getAnswerLog: operation({
    id: "getAnswerLog",
    method: "GET",
    path: "/sessions/{id}/results/answers",
    auth: "host",
    summary: "Read every answer",
    query: csvQuery,
    reply: { status: 200, description: "By question, then by receipt.", schema: answerLogSchema, csv: true },
    refusals: ["session_not_found"],
  }),

  join: operation({
    id: "join",
    method: "POST",
    path: "/pins/{pin}/players",
    auth: "none",
    summary: "Join as a player",
    body: joinBodySchema,
    bodyMaxBytes: 16 * 1024,
    reply: { status: 201, description: "Who you are now. Keep the token.", schema: joinedSchema },
    refusals: [
      ...PIN_REFUSALS,
      ...(["name_empty", "name_too_long", "name_not_allowed", "name_taken"] as const),
      ...([
        "session_ended",
        "session_locked",
        "session_full",
        "late_join_closed",
        "player_removed",
        "overloaded",
      ] as const),
    ],
    example: { name: "Ada" },
  }),
  getView: operation({
    id: "getView",
    method: "GET",
    path: "/pins/{pin}",
    auth: "none",
    summary: "Read the public view",
    description: "What every screen may see: the phase with its instants, the question without its solution.",
    reply: { status: 200, description: "The view as of now.", schema: viewSchema },
    refusals: PIN_REFUSALS,
  }),
  getMe: operation({
    id: "getMe",
    method: "GET",
    path: "/pins/{pin}/me",
    auth: "player",
    summary: "Read your own line",
    description: "Score, rank and your answer to the current question. Polling this counts as being present.",
    reply: { status: 200, description: "You, as of now.", schema: youSchema },
    refusals: [...PIN_REFUSALS, "not_joined", "player_removed"],
  }),
  getMyAnswers: operation({
    id: "getMyAnswers",
    method: "GET",
    path: "/pins/{pin}/me/answers",
    auth: "player",
    summary: "Read your own answers",
    description: "Every question that is over, with its solution, its explanation and what you said.",
    reply: { status: 200, description: "In the order of the quiz.", schema: myAnswersSchema },
    refusals: [...PIN_REFUSALS, "not_joined", "player_removed"],
  }),
  updateMe: operation({
    id: "updateMe",
    method: "PUT",
    path: "/pins/{pin}/me",
    auth: "player",
    summary: "Ask for more time",
    description:
      "In private, where the host allows it, between questions. The question then closes later for you alone, and your time is scored by the same measure.",
    body: updateMeSchema,
    bodyMaxBytes: 16 * 1024,
    reply: { status: 200, description: "You, as of now.", schema: youSchema },
    refusals: [
      ...PIN_REFUSALS,
      ...(["not_joined", "player_removed", "extra_time_not_allowed", "question_running"] as const),
    ],
    example: { extraTime: "2x" },
  }),
  answer: operation({
    id: "answer",
    method: "POST",
    path: "/pins/{pin}/answers",
    auth: "player",
    summary: "Answer the open question",
    description:
      "The reply comes when the answer is stored. Sending it again gets the first outcome back and counts nothing twice.",
    body: answerBodySchema,
    bodyMaxBytes: 16 * 1024,
    reply: { status: 200, description: "It is stored.", schema: ackSchema },
    refusals: [
      ...PIN_REFUSALS,
      ...([
        "not_joined",
        "player_removed",
        "invalid_response",
        "no_open_question",
        "wrong_question",
      ] as const),
      ...(["question_not_open", "question_closed", "session_paused", "session_ended", "overloaded"] as const),
    ],
    example: { questionIndex: 0, response: { choice: 0 } },
  }),
  getLeaderboard: operation({
    id: "getLeaderboard",
    method: "GET",
    path: "/pins/{pin}/leaderboard",
    auth: "none",
    summary: "Read the standings",
    query: z.object({
      limit: z.coerce
        .number("`limit` is a whole number from 1 to 100.")
        .int("`limit` is a whole number from 1 to 100.")
        .min(1, "`limit` is at least 1.")
        .max(100, "`limit` is at most 100.")
        .default(10),
    }),
    reply: {
      status: 200,
      description: "Best first. Equal scores and times share a rank.",
      schema: leaderboardSchema,
    },
    refusals: PIN_REFUSALS,
  }),
} as const;

/** What any call may be refused with. */
export const COMMON_REFUSALS = ["bad_request", "payload_too_large", "unavailable", "internal"] as const;
