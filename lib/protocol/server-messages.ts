import { z } from "zod";
import { barSchema } from "../quiz/public-shapes.ts";
import { youSchema } from "../session/players/you.ts";
import { viewSchema } from "../session/reports/view.ts";
import { teamStandingSchema } from "../session/teams/team.ts";
import {
  ackSchema,
  cutSchema,
  joinedSchema,
  refusalSchema,
  seatRequestSchema,
  standingSchema,
} from "./shapes.ts";

/** The messages of the server on `/ws`. Room messages are encoded once for everybody; lossy ones carry a tick, latest wins. */

/** Room. The newest `version` wins; never lossy. */
const view = z.object({ type: z.literal("view"), view: viewSchema });

/** Room, lossy. `top` is the board's head; `cuts` lets every phone estimate its own live rank. */
const board = z.object({
  type: z.literal("board"),
  tick: z.int(),
  top: z.array(standingSchema),
  players: z.int(),
  /** Answers to this question; null outside of questions. */
  questionIndex: z.int().nullable(),
  answered: z.int(),
  cuts: z.array(cutSchema),
  teams: z
    .array(teamStandingSchema)
    .optional()
    .describe("Where one plays in teams: all of them, as of the last counted question."),
});

/** Staff only, lossy: how answers spread while the question runs, for hosts; of a word cloud also what the screen may show. */
const tally = z.object({
  type: z.literal("tally"),
  tick: z.int(),
  questionIndex: z.int(),
  answered: z.int(),
  correct: z.int().nullable(),
  bars: z.array(barSchema),
});

/** Staff only, lossy: who is here. The latest to join, newest first, at most 300. */
const roster = z.object({
  type: z.literal("roster"),
  tick: z.int(),
  players: z.array(
    z.object({
      playerId: z.string(),
      name: z.string(),
      avatar: z.string().optional(),
      teamId: z.string().optional(),
      connected: z.boolean(),
    }),
  ),
  total: z.int(),
  connected: z.int(),
  /** Players who were connected and are not now; those who never had a socket (REST clients) are not among them. */
  away: z.int(),
});

/** Staff only, lossy: reactions since the last tick. */
const reactions = z.object({
  type: z.literal("reactions"),
  tick: z.int(),
  counts: z.record(z.string(), z.int()),
});

/** Host only: who asks for a seat from another device. */
const seatRequests = z.object({
  type: z.literal("seatRequests"),
  tick: z.int(),
  requests: z.array(seatRequestSchema),
});

/** Host only: how the server itself is doing. */
const health = z.object({
  type: z.literal("health"),
  leaderboard: z.enum(["ok", "degraded"]),
  bus: z.enum(["ok", "degraded"]),
  database: z.enum(["ok", "degraded"]),
  /** Only while the database answers and stores nothing: its disk is full, or it is read-only. */
  writes: z.literal("refused").optional(),
});

/** One socket: the whole state, enough to draw any phase without history. */
const welcome = z.object({
  type: z.literal("welcome"),
  protocol: z.int(),
  bootId: z.string(),
  serverNowMs: z.number(),
  as: z.enum(["player", "host", "presenter"]),
  view: viewSchema,
  board: board.omit({ type: true }),
  you: youSchema.optional(),
  /** Only for a player who joined by this socket. */
  joined: joinedSchema.optional(),
});

/**
 * In place of `view` and `you`, for players who take patches: what has changed of the view, and after a reveal the own line
 * with it, in one frame. Never lossy. Absent: nothing new of that.
 */
const patch = z.object({
  type: z.literal("patch"),
  view: z
    .object({
      from: z.int().describe("The version of the view that this changes."),
      set: z
        .record(z.string(), z.unknown())
        .describe("New values by path: `answered`, or `reveal.result` for a field within another."),
      unset: z.array(z.string()).optional().describe("Fields that are no longer there."),
    })
    .optional(),
  you: youSchema.omit({ playerId: true, name: true }).optional(),
});

/**
 * In place of `board`, for players who take patches, lossy: during a question of a large room, where a phone shows no more of
 * the board than its own rank.
 */
const cuts = z.object({
  type: z.literal("cuts"),
  tick: z.int(),
  cuts: z.array(z.tuple([z.int(), z.int()])).describe("Rank and score, best first."),
  players: z.int(),
  questionIndex: z.int().nullable(),
  answered: z.int(),
});

const ack = z.object({ type: z.literal("ack"), id: z.string(), ack: ackSchema });
/** One socket: the answer with this id was refused; it was not stored. */
const nack = z.object({ type: z.literal("refused"), id: z.string().optional(), refusal: refusalSchema });
const you = z.object({ type: z.literal("you"), you: youSchema });
/** One socket; `t1` is server time. */
const pong = z.object({ type: z.literal("pong"), t0: z.number(), t1: z.number() });

export const serverMessageSchema = z.discriminatedUnion("type", [
  view,
  board,
  tally,
  roster,
  reactions,
  seatRequests,
  health,
  welcome,
  patch,
  cuts,
  ack,
  nack,
  you,
  pong,
]);

export type ServerMessage = z.infer<typeof serverMessageSchema>;
export type Board = Omit<z.infer<typeof board>, "type">;
export type ViewPatch = NonNullable<z.infer<typeof patch>["view"]>;
export type Tally = Omit<z.infer<typeof tally>, "type">;
export type Roster = Omit<z.infer<typeof roster>, "type">;
export type Welcome = z.infer<typeof welcome>;
