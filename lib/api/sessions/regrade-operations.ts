import { z } from "zod";
import { unitsFor } from "../../kernel/unicode.ts";
import { profileNames } from "../../points/profiles.ts";
import { standingSchema } from "../../protocol/shapes.ts";
import { regradeChangeSchema, regradeSchema } from "../../session/regrades.ts";
import { teamStandingSchema } from "../../session/teams/team.ts";
import { operation } from "../operation.ts";

/** A sentence, not an essay. */
const REASON_MAX = 300;
/** How much one regrade may change. */
const CHANGES_MAX = 50;

const regradeBodySchema = z
  .strictObject({
    changes: z.array(regradeChangeSchema).max(CHANGES_MAX).default([]),
    profile: z.enum(profileNames).optional().describe("The scoring profile, for the whole session."),
    reason: z.string().max(unitsFor(REASON_MAX)).default("").describe("For the record; needed to apply it."),
    preview: z.boolean().default(false).describe("True: says what it would come to, and changes nothing."),
    expectedVersion: z
      .int()
      .min(1)
      .optional()
      .describe(
        "The version you decided on (`version` of the preview); refused if the session has moved on.",
      ),
  })
  .refine(({ changes, profile }) => changes.length > 0 || profile !== undefined, {
    error: "Say what changes: at least one change, or a profile.",
  })
  .refine(({ reason, preview }) => preview || reason.trim() !== "", {
    error: "Say why: a reason is kept with every regrade.",
    path: ["reason"],
  });

const ab = (what: string) => z.tuple([z.int(), z.int()]).describe(`${what} before and after.`);
const standings = z.array(standingSchema);

export const regradeOutcomeSchema = z.object({
  id: z.string().nullable().describe("Null for a preview."),
  version: z.int().describe("Of the session: what was previewed, or as it is now."),
  before: standings,
  after: standings,
  teams: z
    .object({ before: z.array(teamStandingSchema), after: z.array(teamStandingSchema) })
    .optional()
    .describe("Only where one plays in teams."),
  moved: z
    .array(z.object({ playerId: z.string(), name: z.string(), rank: ab("Rank"), score: ab("Score") }))
    .describe("Whose rank or score differs, in the order of afterwards."),
});

const refusals = ["session_not_found", "command_not_possible", "question_running"] as const;

export const regradeOperations = {
  regradeSession: operation({
    id: "regradeSession",
    method: "POST",
    path: "/sessions/{id}/regrades",
    auth: "host",
    creates: true,
    summary: "Change what counts, after the fact",
    description:
      "Voids a question, accepts another answer, changes a key, points or the profile, during a session or after it, but not while a question is open or being counted. Every score is recomputed from the stored answers, in one transaction; phones, screens, leaderboard and results follow. Send `preview` first to read who moves.",
    body: regradeBodySchema,
    reply: { status: 200, description: "The standings before and after.", schema: regradeOutcomeSchema },
    refusals: [...refusals, "stale_command"],
    example: {
      changes: [{ questionIndex: 2, accept: { text: "Mt Everest" } }],
      reason: "Both spellings are right.",
      preview: true,
    },
  }),
  listRegrades: operation({
    id: "listRegrades",
    method: "GET",
    path: "/sessions/{id}/regrades",
    auth: "host",
    summary: "List a session's regrades",
    reply: {
      status: 200,
      description: "In order, those undone among them.",
      schema: z.object({ regrades: z.array(regradeSchema) }),
    },
    refusals: ["session_not_found"],
  }),
  undoRegrade: operation({
    id: "undoRegrade",
    method: "DELETE",
    path: "/sessions/{id}/regrades/{regradeId}",
    auth: "host",
    summary: "Undo a regrade",
    description:
      "Every score is again what it would be without it. It stays in the list, with who undid it and when. Refused while a later regrade builds on it.",
    reply: { status: 200, description: "The standings before and after.", schema: regradeOutcomeSchema },
    refusals: [...refusals, "not_found"],
  }),
} as const;
