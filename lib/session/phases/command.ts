import { z } from "zod";
import { NAME_MAX, UNITS_MAX as NAME_UNITS_MAX } from "../players/names.ts";
import { joinAtSchema, settingsSchema } from "../settings.ts";
import { stageSettingsSchema, stageShowSchema } from "../stage.ts";
import type { QuestionResult } from "./phase.ts";

/** The commands of a host. `kick`, `restore` and `movePlayer` are about a player, the others about the phase. */
export const hostCommandSchema = z.discriminatedUnion("command", [
  z.strictObject({ command: z.literal("start") }),
  z.strictObject({ command: z.literal("next") }),
  z.strictObject({ command: z.literal("open") }),
  z.strictObject({ command: z.literal("close") }),
  z.strictObject({ command: z.literal("pause") }),
  z.strictObject({ command: z.literal("resume") }),
  z.strictObject({ command: z.literal("addTime"), ms: z.int().min(1_000).max(600_000).default(10_000) }),
  z.strictObject({ command: z.literal("skip") }),
  z.strictObject({ command: z.literal("lock") }),
  z.strictObject({ command: z.literal("unlock") }),
  z.strictObject({ command: z.literal("finish") }),
  z.strictObject({
    command: z.literal("joinAt"),
    origin: joinAtSchema
      .nullable()
      .describe("Where screens send phones from now on; null for the address the server names."),
  }),
  z.strictObject({
    command: z.literal("setReveal"),
    reveal: settingsSchema.shape.reveal.unwrap().describe("From the next question on."),
  }),
  z
    .strictObject({
      command: z.literal("setStage"),
      show: stageShowSchema.nullable().optional().describe("Until the next scene comes; null for nothing."),
      ...stageSettingsSchema.shape,
    })
    .refine(({ show, lights, sound }) => show !== undefined || lights !== undefined || sound !== undefined, {
      error: "Say at least one of show, lights and sound.",
    }),
  z.strictObject({
    command: z.literal("moderate"),
    questionIndex: z.int().min(0),
    entries: z
      .array(z.string().max(200))
      .min(1)
      .max(100)
      .describe("Entries to this word cloud, in any spelling."),
    verdict: z.enum(["show", "hide"]),
  }),
  z.strictObject({
    command: z.literal("renameTeam"),
    teamId: z.string().max(40),
    name: z.string().max(NAME_UNITS_MAX).describe(`1 to ${NAME_MAX} characters of any language.`),
  }),
  z
    .strictObject({
      command: z.literal("movePlayer"),
      playerId: z.string().max(40),
      teamId: z.string().max(40),
    })
    .describe("Into another team; the points move along."),
  z.strictObject({ command: z.literal("kick"), playerId: z.string().max(40) }),
  z.strictObject({ command: z.literal("restore"), playerId: z.string().max(40) }),
]);

export type HostCommand = z.infer<typeof hostCommandSchema>;
export type PlayerCommand = Extract<HostCommand, { command: "kick" | "restore" | "movePlayer" }>;

/** All that changes a session row: what hosts ask, and what the server itself does. */
export type Command =
  | Exclude<HostCommand, PlayerCommand | { command: "next" }>
  /** `bareAtMs`: when it came, if it did not say on which version it was decided; then it may be half of a double press. */
  | { command: "next"; bareAtMs?: number }
  /** Somebody joins a team that is not there yet. */
  | { command: "makeTeam"; name: string }
  /** An instant of the phase has come; a question's close has waited `lateMs` longer for what this process came late to. */
  | { command: "clock"; lateMs?: number }
  /** The host closes a question before its time; unsent answers are still to come. */
  | { command: "timeUp"; index: number; graceMs: number }
  /** Everybody connected has answered. */
  | { command: "closeEarly"; index: number }
  /** The answers of the closed question are counted. */
  | { command: "settle"; index: number; result: QuestionResult }
  /** Time is up, but players with more time still answer. */
  | { command: "waitForExtraTime"; index: number; untilMs: number }
  /** Its host has left it, ended it or opened another one. */
  | { command: "endRehearsal" }
  /** The host is there after all: wait again before going on by itself. */
  | { command: "wait" };
