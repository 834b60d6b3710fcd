import { z } from "zod";
import { unitsFor } from "../../kernel/unicode.ts";
import { LIMITS } from "../../quiz/fields.ts";
import { type HostCommand, hostCommandSchema } from "../../session/phases/command.ts";
import { raceSchema } from "../../session/reports/race.ts";
import { resultsSchema } from "../../session/reports/results.ts";
import { statisticsSchema } from "../../session/reports/statistics.ts";
import { viewSchema } from "../../session/reports/view.ts";
import { chosenSettingsSchema } from "../../session/settings.ts";
import { operation } from "../operation.ts";
import { ABOUT_EVENTS } from "../players/player-operations.ts";
import {
  answerLogSchema,
  nearMissesSchema,
  openedSessionSchema,
  rosterSchema,
  sessionListSchema,
  sessionSchema,
} from "../reply-schemas.ts";

const startSessionSchema = z.strictObject({
  quizId: z.string().max(40),
  settings: chosenSettingsSchema.optional(),
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

const csvQuery = z.object({
  format: z
    .enum(["json", "csv"], "`format` is json or csv.")
    .optional()
    .describe("Or ask with `Accept: text/csv`."),
});
const resultsQuery = z.object({
  format: z
    .enum(["json", "csv", "xlsx"], "`format` is json, csv or xlsx.")
    .optional()
    .describe("Or ask by `Accept`. A workbook has sheets for players, questions, options and answers."),
});

export const sessionOperations = {
  startSession: operation({
    id: "startSession",
    method: "POST",
    path: "/sessions",
    auth: "host",
    summary: "Open a session of a quiz",
    description: "Opens the lobby; players can join at once. `start` shows the first question.",
    creates: true,
    body: startSessionSchema,
    reply: { status: 201, description: "Where to join and where to watch.", schema: openedSessionSchema },
    refusals: ["quiz_not_found", "invalid_quiz", "media_not_found"],
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
  getSessionEvents: operation({
    id: "getSessionEvents",
    method: "GET",
    path: "/sessions/{id}/events",
    auth: "screen",
    summary: "Follow your session by server-sent events",
    description: `As by PIN. ${ABOUT_EVENTS}`,
    reply: { status: 200, description: "A stream, until the session ends.", events: true },
    refusals: ["session_not_found", "draining"],
  }),
  deleteSession: operation({
    id: "deleteSession",
    method: "DELETE",
    path: "/sessions/{id}",
    auth: "host",
    summary: "Delete a session",
    description:
      "With its players, their answers and its results, for good. A session that is being played ends with it: its phones, big screens and control rooms are told that there is no such session. The quiz stays.",
    reply: { status: 204, description: "It is gone." },
    refusals: ["session_not_found"],
  }),
  command: operation({
    id: "command",
    method: "POST",
    path: "/sessions/{id}/commands",
    auth: "host",
    summary: "Run a session",
    description:
      "`start`, `next`, `open`, `close`, `pause`, `resume`, `addTime`, `skip`, `lock`, `unlock`, `finish`; `kick` and `restore` with a `playerId`; `movePlayer` with a `playerId` and the `teamId` of another team, `renameTeam` with a `teamId` and a `name`; `joinAt` with the `origin` where phones join; `setReveal` with `instant` or `suspense`, between questions. `setStage` tells every big screen what to `show` over its scene until the next one comes (or `null`), `lights` and `sound`. A `next` without `expectedVersion` within 400 ms of another is refused.",
    body: commandBodySchema,
    reply: { status: 200, description: "The view after the command.", schema: viewSchema },
    refusals: [
      "session_not_found",
      "command_not_possible",
      "stale_command",
      "doubled_command",
      "session_ended",
      "player_not_found",
      "name_taken",
      "team_not_found",
      "team_not_allowed",
      "team_name_taken",
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
  deletePlayer: operation({
    id: "deletePlayer",
    method: "DELETE",
    path: "/sessions/{id}/players/{playerId}",
    auth: "host",
    summary: "Delete a player",
    description:
      "With the name and all answers, for good, during the session or after it. The answers and points of the others stay as they are, and those behind move up.",
    reply: { status: 204, description: "The player is gone." },
    refusals: ["session_not_found", "player_not_found"],
  }),
  getResults: operation({
    id: "getResults",
    method: "GET",
    path: "/sessions/{id}/results",
    auth: "host",
    summary: "Read a session's results",
    query: resultsQuery,
    reply: {
      status: 200,
      description: "Standings and every question, from the stored answers.",
      schema: resultsSchema,
      csv: true,
      xlsx: true,
    },
    refusals: ["session_not_found"],
  }),
  getStatistics: operation({
    id: "getStatistics",
    method: "GET",
    path: "/sessions/{id}/statistics",
    auth: "host",
    summary: "Read how well each question works",
    description:
      "Item statistics: how hard a question is, how well it tells strong players from weak ones, what drew them to each option, and what a host may want to look at.",
    reply: { status: 200, description: "One entry per question of the quiz.", schema: statisticsSchema },
    refusals: ["session_not_found"],
  }),
  getNearMisses: operation({
    id: "getNearMisses",
    method: "GET",
    path: "/sessions/{id}/near-misses",
    auth: "host",
    summary: "Read which wrong answers were close",
    description:
      "To a question with typed answers: those that are a few slips or a word away from an accepted answer, equal spellings as one, the most frequent eight. What the author has ruled out (`notAccepted`) is not among them.",
    query: z.object({
      question: z.coerce
        .number("`question` is a number.")
        .int("`question` is a whole number.")
        .min(0)
        .describe("Its index, from 0."),
    }),
    reply: { status: 200, description: "The most frequent first.", schema: nearMissesSchema },
    refusals: ["session_not_found", "command_not_possible"],
  }),
  acceptAnswer: operation({
    id: "acceptAnswer",
    method: "POST",
    path: "/sessions/{id}/accepted-answers",
    auth: "host",
    summary: "Accept an answer from the next time on",
    description:
      "Adds it to the accepted answers of the question in the quiz that the session was started from. This session stays as it is. Safe to repeat.",
    body: z.strictObject({
      questionIndex: z.int().min(0),
      text: z.string().min(1).max(unitsFor(LIMITS.acceptedText)),
    }),
    reply: { status: 204, description: "The quiz accepts it." },
    refusals: ["session_not_found", "command_not_possible", "quiz_not_found", "stale_quiz"],
    example: { questionIndex: 2, text: "Mt Everest" },
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
} as const;
