import { z } from "zod";
import { responseSchema } from "../../quiz/response.ts";
import { EXTRA_TIMES } from "../extra-time.ts";
import { shownAvatar } from "./avatar.ts";

const neighborSchema = z.object({
  rank: z.int(),
  name: z.string(),
  avatar: shownAvatar.optional(),
  score: z.int(),
});

/** A player's own line, which only this player's screens get. */
export const youSchema = z.object({
  playerId: z.string(),
  name: z.string(),
  avatar: shownAvatar.optional(),
  extraTime: z.enum(EXTRA_TIMES).optional().describe("Only with more time: from the next question on."),
  teamId: z.string().optional().describe("Your team, where one plays in teams."),
  score: z.int(),
  rank: z.int().nullable(),
  players: z.int(),
  streak: z.int(),
  correctCount: z.int().describe("Questions answered fully right so far."),
  next: z
    .object({ name: z.string(), gap: z.int() })
    .nullable()
    .describe("Who stands directly ahead and by how many points; null for the first."),
  neighbors: z
    .object({ above: neighborSchema, below: neighborSchema.nullable() })
    .optional()
    .describe(
      "The rows directly above and below, where the shared board does not show them: from a counted reveal to the next question.",
    ),
  answer: z
    .object({
      questionIndex: z.int(),
      response: responseSchema,
      correct: z.boolean().nullable().optional(),
      points: z.int().optional(),
      fraction: z.number().optional().describe("Share of the points earned, 0 to 1: partial credit."),
      changes: z.int().optional().describe("How many earlier answers it has replaced; absent for none."),
    })
    .nullable()
    .describe("The stored answer to the question of the current phase."),
});

export type You = z.infer<typeof youSchema>;
export type Neighbors = NonNullable<You["neighbors"]>;
