import { z } from "zod";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { roomSchema } from "../look/room-theme.ts";
import { profileNames } from "../points/profiles.ts";
import { LIMITS } from "../quiz/fields.ts";
import { EXTRA_TIME_RULES } from "./extra-time.ts";
import { stageSettingsSchema } from "./stage.ts";
import { teamSettingsSchema } from "./teams/team-settings.ts";

/** Scheme, host and port, as a browser writes an origin. */
export const joinAtSchema = z
  .string()
  .max(200)
  .regex(/^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/, {
    error: "An address such as http://192.168.1.20:3000, without a path.",
  });

export const MODES = ["live", "teams", "survey"] as const;

/** The host's choices for one session. Every field has a default, so `{}` is a fine session. */
export const settingsSchema = z.strictObject({
  /** The mode: everybody for themselves, teams, or a survey without points. */
  mode: z.enum(MODES).default("live"),
  /** Only looked at where the mode is `teams`. */
  teams: teamSettingsSchema.optional(),
  /** The scoring profile; docs/SPEC.md SC*. */
  profile: z.enum(profileNames).default("classic"),
  /** Whether players see their points at once or at the reveal. */
  reveal: z
    .enum(["instant", "suspense"])
    .describe(
      "When players learn how they did. With `instant` somebody who has answered can tell others the key while the question is open; for prizes and strangers take `suspense`.",
    )
    .default("instant"),
  /** Who moves the quiz on after a question: the host, or the clock. */
  pace: z.enum(["host", "auto"]).default("host"),
  /** How it goes on after a question while no host is connected. */
  away: z.enum(["hold", "advance"]).default("hold"),
  /** How long a question is shown before it opens. */
  readingMs: z.int().min(0).max(60_000).default(3_000),
  /** How long the reveal is shown when the clock moves on. */
  revealMs: z.int().min(1_000).max(120_000).default(7_000),
  /** How long the standings are shown when the clock moves on. */
  standingsMs: z.int().min(1_000).max(120_000).default(6_000),
  /** Whether people may still join once the first question was shown. */
  lateJoin: z.boolean().default(true),
  /** How much of a question phones show: its words, or only the options' shapes, so that the room looks up. */
  phones: z.enum(["full", "shapes"]).default("full"),
  /** How much more time players may ask for in private; the room then waits for them (lib/session/extra-time.ts). */
  extraTime: z.enum(EXTRA_TIME_RULES).default("off"),
  /** Whether a complete answer that was not sent goes by itself when time is up; docs/SPEC.md AN2. */
  sendAtClose: z
    .boolean()
    .default(true)
    .describe("Whether what a player has put together and not sent yet is sent as time runs out."),
  /** Whether players may send another answer until the question closes; docs/SPEC.md CHG*. */
  changeAnswers: z
    .boolean()
    .default(false)
    .describe(
      'Whether players may send another answer to the same question until it closes; the last one counts, with its time. Only with `reveal: "suspense"`, which it brings along where `reveal` is left out. Such a question does not close because all have answered.',
    ),
  /** The parts drawn by chance; docs/SPEC.md SHF*. */
  shuffle: z
    .strictObject({
      questions: z
        .boolean()
        .optional()
        .describe("Whether the order of the questions is drawn, once for the whole session."),
      options: z
        .boolean()
        .optional()
        .describe(
          "Whether each phone shows options in an order of its player's own. What travels are always the indexes of the view.",
        ),
      draw: z
        .int()
        .min(1)
        .max(LIMITS.questions.max)
        .optional()
        .describe(
          "How many questions are drawn from the quiz; all, where it has no more. Slides do not count.",
        ),
    })
    .default({}),
  /** How the session looks on the big screen and on phones. */
  room: roomSchema.default({ theme: "theater" }),
  /** Light or dark, with sound or without: on every big screen of the session. */
  stage: stageSettingsSchema.default({}),
  /** Where phones join, if not at the address the server names: one of several networks, or a tunnel. */
  joinAt: joinAtSchema.optional(),
  maxPlayers: z.int().min(1).max(100_000).default(20_000),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;

/** As hosts send them: where `reveal` is left out, it follows from the others. */
export const chosenSettingsSchema = settingsSchema.extend({
  reveal: settingsSchema.shape.reveal
    .unwrap()
    .optional()
    .describe(
      "When players learn how they did: `instant`, the default, or `suspense`. With `instant` somebody who has answered can tell others the key while the question is open; for prizes and strangers take `suspense`.",
    ),
});

/** The settings that follow from the choice, or why it is impossible. */
export function settingsFrom(chosen: z.infer<typeof chosenSettingsSchema>): Result<Settings, Refusal> {
  const { changeAnswers, mode } = chosen;
  // In a survey no answer is judged.
  if (mode === "survey") return ok({ ...chosen, reveal: "suspense" });
  const reveal = chosen.reveal ?? (changeAnswers ? "suspense" : "instant");
  if (changeAnswers && reveal === "instant")
    return refuse("bad_request", REVEAL_TELLS, [{ path: "settings.reveal", message: REVEAL_TELLS }]);
  return ok({ ...chosen, reveal });
}

const REVEAL_TELLS =
  'Answers can be changed only where players learn at the reveal how they did: with `changeAnswers`, `reveal` is "suspense" or left out. With "instant" each player would be told right or wrong, and could then choose again.';
