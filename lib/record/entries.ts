import { z } from "zod";
import { type ProfileName, profileNames } from "../points/profiles.ts";
import type { FrozenQuiz } from "../quiz/freeze.ts";
import { responseSchema } from "../quiz/response.ts";
import type { Phase } from "../session/phases/phase.ts";
import { regradeSchema } from "../session/regrades.ts";

/**
 * The entries of a session's record, in the order in which they stand. Up to `played` they never change once the quiz is
 * over, but by deletion; a player's receipt names its hash. What follows is how it counts by now.
 *
 *   session · step* · join* · answer* (by question, then receipt) · earlier* · played
 *   removed* · moderation? · regrade* · outcomes* (by question) · total* · team* · end
 */
export const RECORD_FORMAT = 1;

const instant = z.number();

const sessionEntry = z.object({
  type: z.literal("session"),
  format: z.literal(RECORD_FORMAT),
  sessionId: z.string(),
  pin: z.string(),
  /** As it was opened: what regrades changed follows. Read as it was written; what it says is checked by what it comes to. */
  quiz: z.custom<FrozenQuiz>((value) => Array.isArray((value as FrozenQuiz | null)?.questions)),
  profile: z.enum(profileNames),
  settings: z.record(z.string(), z.unknown()),
  createdAtMs: instant,
  startedAtMs: instant.nullable(),
});

const entrySchema = z.discriminatedUnion("type", [
  sessionEntry,
  z.object({
    type: z.literal("step"),
    version: z.int(),
    atMs: instant,
    phase: z.custom<Phase>((value) => typeof (value as Phase | null)?.name === "string"),
    voided: z.array(z.int()),
  }),
  z.object({
    type: z.literal("join"),
    playerId: z.string(),
    seq: z.int(),
    name: z.string(),
    joinedAtMs: instant,
  }),
  z.object({
    type: z.literal("answer"),
    questionIndex: z.int(),
    playerId: z.string(),
    response: responseSchema,
    elapsedMs: z.int(),
    receivedAtMs: instant,
  }),
  /** An answer that its player replaced; `change` counts them from 0. */
  z.object({
    type: z.literal("earlier"),
    questionIndex: z.int(),
    playerId: z.string(),
    change: z.int(),
    response: responseSchema,
    elapsedMs: z.int(),
    receivedAtMs: instant,
  }),
  z.object({
    type: z.literal("played"),
    players: z.int(),
    answers: z.int(),
    /** Questions that the host skipped while they ran. */
    skipped: z.array(z.int()),
  }),
  z.object({ type: z.literal("removed"), playerId: z.string(), removedAtMs: instant }),
  z.object({ type: z.literal("moderation"), of: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal("regrade"), ...regradeSchema.shape }),
  z.object({
    type: z.literal("outcomes"),
    questionIndex: z.int(),
    of: z.array(
      z.object({
        playerId: z.string(),
        correct: z.boolean().nullable(),
        fraction: z.number(),
        points: z.int(),
        streak: z.int(),
      }),
    ),
  }),
  z.object({
    type: z.literal("total"),
    playerId: z.string(),
    /** Null for who was removed. */
    rank: z.int().nullable(),
    score: z.int(),
    correctTimeMs: z.int(),
    correctCount: z.int(),
    answeredCount: z.int(),
    /** Only where one played in teams. */
    teamId: z.string().optional(),
  }),
  z.object({
    type: z.literal("team"),
    teamId: z.string(),
    name: z.string(),
    rank: z.int(),
    score: z.int(),
    members: z.int(),
  }),
  z.object({ type: z.literal("end"), entries: z.int() }),
]);

export type Entry = z.output<typeof entrySchema>;
export type EntryOf<T extends Entry["type"]> = Extract<Entry, { type: T }>;
export type SessionEntry = EntryOf<"session"> & { profile: ProfileName };

/** Null for what is no entry. */
export function readEntry(value: unknown): Entry | null {
  const parsed = entrySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** A player's receipt for their own answers. */
export const receiptSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  sessionId: z.string(),
  title: z.string(),
  playerId: z.string(),
  name: z.string(),
  joinedAtMs: instant,
  answers: z.array(
    z.object({
      questionIndex: z.int(),
      response: responseSchema,
      elapsedMs: z.int(),
      receivedAtMs: instant,
    }),
  ),
  root: z
    .string()
    .describe("The hash of the record's `played` entry: it stands for everything that anybody answered."),
});

export type Receipt = z.output<typeof receiptSchema>;
