import { z } from "zod";
import { ackSchema, changeField, joinedSchema, joinFields } from "../../protocol/shapes.ts";
import { responseSchema } from "../../quiz/response.ts";
import { EXTRA_TIMES } from "../../session/extra-time.ts";
import { summarySchema } from "../../session/players/summary.ts";
import { youSchema } from "../../session/players/you.ts";
import { viewSchema } from "../../session/reports/view.ts";
import { operation } from "../operation.ts";
import { leaderboardSchema } from "../reply-schemas.ts";

/** State, as on the socket: what a slow reader has not taken is replaced by what is newer. */
export const ABOUT_EVENTS =
  "For clients without WebSocket. `view` is the public view, sent whenever the phase changes and at most once a second otherwise; its `id` is the version, and a reader that reconnects with it as `Last-Event-ID` is sent only what is newer. `board` is the head of the standings. `end` says why nothing more comes: `ended`, `deleted`, or `restarting`, after which a reader reconnects. A comment every 15 seconds says that the server is there. A reader that takes nothing for 30 seconds is cut. One network may read 100 streams at once.";

const joinBodySchema = z.strictObject(joinFields);

const answerBodySchema = z.strictObject({
  questionIndex: z.int().min(0).max(10_000),
  /** Checked at the one door for answers, which explains what the question takes. */
  response: z.unknown().meta({ override: z.toJSONSchema(responseSchema) as object }),
  pressedAtMs: z.number().optional().describe("When the player pressed, in server time, if you know it."),
  change: changeField,
});

const updateMeSchema = z.strictObject({
  extraTime: z.enum(EXTRA_TIMES).nullable().describe("Null for the time that everybody has."),
});

const PIN_REFUSALS = ["unknown_pin", "too_many_requests"] as const;

/** The calls for which the PIN is enough. */
export const playerOperations = {
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
        "team_required",
        "team_not_found",
        "team_not_allowed",
        "teams_full",
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
  getEvents: operation({
    id: "getEvents",
    method: "GET",
    path: "/pins/{pin}/events",
    auth: "none",
    summary: "Follow a session by server-sent events",
    description: ABOUT_EVENTS,
    reply: { status: 200, description: "A stream, until the session ends.", events: true },
    refusals: [...PIN_REFUSALS, "draining"],
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
    reply: { status: 200, description: "In the order of the quiz.", schema: summarySchema },
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
      "The reply comes when the answer is stored. Sending it again gets the first outcome back and counts nothing twice. Where the host lets players change their answer (`changeAnswers`), another answer takes the place of the one before until the question closes; it is refused with `question_closed` after that, and the one before stays.",
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
      description:
        "Best first. Equal scores and times share a rank. Teams are as of the last counted question; equal scores share a rank.",
      schema: leaderboardSchema,
    },
    refusals: PIN_REFUSALS,
  }),
} as const;
