import { z } from "zod";
import { responseSchema } from "../quiz/response.ts";
import { avatarSchema, shownAvatar } from "../session/players/avatar.ts";
import { NAME_MAX, UNITS_MAX } from "../session/players/names.ts";

/** Shapes shared by socket messages, REST and server actions. */

export const standingSchema = z.object({
  rank: z.int(),
  playerId: z.string(),
  name: z.string(),
  avatar: shownAvatar.optional(),
  score: z.int(),
  /** Right answers in a row, from three on; only on boards that are shown between two questions. */
  streak: z.int().optional(),
});

/** This score has this rank. Best first. */
export const cutSchema = z.object({ rank: z.int(), score: z.int() });

/**
 * The acknowledgment of an answer that is stored. `correct` and `points` are absent in suspense, and while they are not
 * decided yet (closest number wins); `score` then leaves this question out. `rank` is absent in large rooms.
 */
export const ackSchema = z.object({
  accepted: z.literal(true),
  repeat: z.boolean(),
  questionIndex: z.int(),
  correct: z.boolean().optional(),
  points: z.int().optional(),
  score: z.int(),
  streak: z.int().optional(),
  rank: z.int().optional(),
  /** Only with `repeat`: what is stored. A second tab may have sent something else. */
  response: responseSchema.optional(),
  /** How many earlier answers to this question it has replaced; absent for none. */
  changes: z.int().optional(),
});

/** Which trace the tap is in. */
export const traceparentField = z
  .string()
  .max(60)
  .optional()
  .describe(
    "Where the view says `traced`: the tap's place in a trace of the client's own, as W3C Trace Context writes it.",
  );

/** Which answer of its player to this question it is. */
export const changeField = z
  .int()
  .min(0)
  .max(1_000)
  .optional()
  .describe(
    "Where answers may be changed: 0 for your first answer to this question, one more for each after it. A retry says the number of what it repeats, so that it never undoes what was sent later. Left out, every other answer counts as newer.",
  );

/** The body of a join. */
export const joinFields = {
  name: z.string().describe(`1 to ${NAME_MAX} characters of any language.`),
  joinKey: z
    .string()
    .min(16)
    .max(100)
    .optional()
    .describe(
      "A secret you make up, 16 to 100 characters. The same one again gets the same player, so a join may be retried.",
    ),
  avatar: avatarSchema
    .optional()
    .describe("A look: shape, color, eyes and mouth, a digit each. Left out, it follows from the name."),
  team: z
    .string()
    .max(UNITS_MAX)
    .optional()
    .describe(
      "Where players choose their team: its `teamId` or its name. Where phones make the teams, also a new name. Elsewhere it is not looked at.",
    ),
};

/** The reply to a join. The token proves who the player is, on every channel. */
export const joinedSchema = z.object({
  playerId: z.string(),
  sessionId: z.string(),
  name: z.string().describe("As stored and shown: trimmed, composed."),
  token: z.string().describe("Send it as `Authorization: Bearer …`; it makes its holder this player."),
});

/** Somebody who asks for a player's seat, as the host sees it. */
export const seatRequestSchema = z.object({
  id: z.string(),
  playerId: z.string(),
  name: z.string(),
  number: z.int().describe("The asking device shows the same two digits."),
  connected: z.boolean().describe("Whether the device that has the seat is here right now."),
  untilMs: z.int(),
});

export const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export type Joined = z.infer<typeof joinedSchema>;
export type Ack = z.infer<typeof ackSchema>;
export type Cut = z.infer<typeof cutSchema>;
