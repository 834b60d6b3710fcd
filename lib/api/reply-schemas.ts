import { z } from "zod";
import { KEY_SCOPES, ROLES } from "../auth/rights.ts";
import { REFUSALS, type RefusalCode } from "../kernel/refusal.ts";
import { cutSchema, standingSchema } from "../protocol/shapes.ts";
import { questionDraftSchema, quizDraftSchema } from "../quiz/drafts/quiz-draft.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { responseSchema } from "../quiz/response.ts";
import { viewSchema } from "../session/reports/view.ts";
import { settingsSchema } from "../session/settings.ts";
import { teamStandingSchema } from "../session/teams/team.ts";

/** The replies of the API, for its reference. The bodies it takes are the domain's own schemas. */

const instant = z.int().describe("Server time, milliseconds since 1970.");

export const problemSchema = z.object({
  type: z.string().describe("Where the code is explained."),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("A sentence for people."),
  code: z
    .enum(Object.keys(REFUSALS) as [RefusalCode])
    .describe("Stable; branch on this one. New ones may be added."),
  problems: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe("Where in what was sent."),
});

const makerSchema = z
  .object({ id: z.string(), name: z.string() })
  .nullable()
  .describe("The host who made it; others of the workspace may have changed it since.");

const stored = {
  version: z.int().describe("From 1, one higher with each save."),
  problems: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .describe("What is still to be done before it can be played; empty when nothing is."),
  createdAtMs: instant,
  updatedAtMs: instant,
};

export const storedQuizSchema = z.object({ id: z.string(), ...quizSchema.shape, ...stored });
export const storedDraftSchema = z.object({ id: z.string(), ...quizDraftSchema.shape, ...stored });

const versionFacts = {
  version: z.int(),
  savedAtMs: instant,
  savedBy: z.string().nullable().describe("The name of the person who saved it; null where it is not known."),
};

export const versionListSchema = z.object({
  versions: z
    .array(z.object({ ...versionFacts, title: z.string(), questions: z.int() }))
    .describe("The newest first, the present one among them."),
});

export const quizVersionSchema = z.object({ ...versionFacts, quiz: quizDraftSchema });

export const storedMediaSchema = z.object({
  id: z.string().describe("Holds type and measures: `k3f…-1200x800.webp`."),
  type: z.enum(["image", "audio", "video", "captions"]),
  contentType: z.string(),
  width: z.int().optional().describe("Of pictures, as they stand after turning."),
  height: z.int().optional(),
  url: z.string().describe("Where it is, below this server's address."),
});

export const quizSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  questions: z.int(),
  version: z.int(),
  problems: z.int().describe("How many things are still to be done before it can be played."),
  folder: z.string().nullable(),
  tags: z.array(z.string()),
  archived: z.boolean(),
  trashedAtMs: instant.nullable().describe("Since when it is in the trash; null if it is not."),
  playedAtMs: instant.nullable().describe("When the last session of it was opened."),
  madeBy: makerSchema,
  createdAtMs: instant,
  updatedAtMs: instant,
});

export const quizListSchema = z.object({
  quizzes: z.array(quizSummarySchema),
  total: z.int().describe("On all pages."),
  cursor: z.string().nullable().describe("Asks for the next page; null on the last one."),
});

const namedShelf = z.array(z.object({ name: z.string(), quizzes: z.int() }));

export const questionListSchema = z.object({
  questions: z.array(
    z.object({
      quizId: z.string(),
      quizTitle: z.string(),
      place: z.int().describe("Where it stands in its quiz, from 0."),
      question: questionDraftSchema,
    }),
  ),
  cursor: z
    .string()
    .nullable()
    .describe("Asks for the next ones; null when all quizzes were looked through."),
});

export const librarySchema = z.object({
  active: z.int().describe("Quizzes that are neither archived nor in the trash."),
  archived: z.int(),
  trashed: z.int(),
  folders: namedShelf.describe("With how many of the active quizzes."),
  tags: namedShelf,
});

export const lostSchema = z.object({
  lost: z
    .array(
      z.object({
        question: z.int().nullable().describe("Which question, from 1; null for the quiz as a whole."),
        what: z.string().describe("A sentence for the host."),
      }),
    )
    .describe("Empty when nothing is lost."),
});

export const openedSessionSchema = z.object({
  id: z.string(),
  pin: z.string().describe("Six digits: what players type."),
  joinUrl: z.string().describe("For the QR code."),
  presenterUrl: z
    .string()
    .describe("For the big screen. Its key sits behind the #, where no server log sees it."),
});

export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      pin: z.string(),
      title: z.string(),
      phase: z.string(),
      players: z.int(),
      questions: z.int(),
      madeBy: makerSchema,
      createdAtMs: instant,
    }),
  ),
});

export const sessionSchema = z.object({
  ...viewSchema.shape,
  id: z.string(),
  quizId: z.string().nullable().describe("Null once the quiz is deleted; the session has a copy of its own."),
  settings: settingsSchema,
  joinUrl: z.string(),
  presenterUrl: z.string().optional().describe("For the host only."),
  createdAtMs: instant,
  startedAtMs: instant.nullable(),
});

export const rosterSchema = z.object({
  players: z.array(
    z.object({
      playerId: z.string(),
      name: z.string(),
      score: z.int(),
      teamId: z.string().optional().describe("Only where one plays in teams."),
      connected: z.boolean(),
      removed: z.boolean(),
      joinedAtMs: instant,
    }),
  ),
});

export const leaderboardSchema = z.object({
  players: z.int(),
  standings: z.array(standingSchema),
  cuts: z.array(cutSchema).describe("A sketch of all scores: at this score one stands at this rank."),
  teams: z.array(teamStandingSchema).optional().describe("Only where one plays in teams: all of them."),
});

export const nearMissesSchema = z.object({
  questionIndex: z.int(),
  nearMisses: z.array(
    z.object({
      text: z.string().describe("As most players wrote it."),
      count: z.int(),
      accepted: z.boolean().describe("Whether the quiz accepts it by now, for the next time."),
    }),
  ),
});

export const answerLogSchema = z.object({
  answers: z.array(
    z.object({
      questionIndex: z.int(),
      playerId: z.string(),
      name: z.string(),
      response: responseSchema,
      correct: z.boolean().nullable(),
      points: z.int(),
      elapsedMs: z.int(),
      receivedAtMs: instant,
      earlier: z
        .array(z.object({ response: responseSchema, elapsedMs: z.int(), receivedAtMs: instant }))
        .optional()
        .describe("What the player sent before and then changed, oldest first; absent for nothing."),
    }),
  ),
});

export const retentionSchema = z.object({
  replaceNamesAfterDays: z.int().nullable(),
  deleteSessionsAfterDays: z.int().nullable(),
});

const dueSchema = z.object({ sessions: z.int(), players: z.int().describe("In these sessions.") });

export const retentionPreviewSchema = z.object({
  names: dueSchema.describe("Whose names would be replaced. What would be deleted is not among them."),
  deletions: dueSchema.describe("What would be deleted."),
});

export const playerDataSchema = z.object({
  session: z.object({ id: z.string(), title: z.string(), createdAtMs: instant }),
  player: z.object({
    id: z.string(),
    name: z.string(),
    seq: z.int().describe("The place in the order of joining."),
    avatar: z.string().nullable(),
    extraTime: z.string().nullable().describe("How much more time the player had."),
    team: z.string().nullable(),
    joinedAtMs: instant,
    removedAtMs: instant.nullable().describe("When the host removed the player."),
    deviceMoves: z.int().describe("How often the seat went to another device."),
    networkMark: z
      .string()
      .nullable()
      .describe("Tells in this session who is on the same network; it is no address and leads to none."),
    score: z.int(),
    correct: z.int(),
    answered: z.int(),
  }),
  answers: z.array(
    z.object({
      questionIndex: z.int(),
      prompt: z.string(),
      answer: z.string().describe("As the results show it."),
      response: responseSchema,
      correct: z.boolean().nullable(),
      points: z.int(),
      elapsedMs: z.int(),
      receivedAtMs: instant,
      earlier: z
        .array(z.object({ response: responseSchema, elapsedMs: z.int(), receivedAtMs: instant }))
        .describe("What the player sent before and then changed, oldest first."),
    }),
  ),
});

export const peopleSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      you: z.boolean().describe("Whether this is the account that asks."),
      createdAtMs: instant,
    }),
  ),
});

const invitationSchema = z.object({
  id: z.string(),
  email: z.string().nullable().describe("The address it is for; null where the link is enough."),
  role: z.enum(ROLES),
  createdAtMs: instant,
  expiresAtMs: instant,
});

export const madeInvitationSchema = invitationSchema.extend({
  url: z.string().describe("Its secret sits behind the #, where no server log sees it."),
  mailed: z.boolean().describe("Whether the mail server took it. Otherwise hand the link on yourself."),
});

export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) });

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(KEY_SCOPES),
  hint: z
    .string()
    .nullable()
    .describe("Its first characters; null for the key that the server's settings give."),
  createdAtMs: instant,
  usedAtMs: instant.nullable().describe("To within a minute; null if it was never used."),
});

export const madeKeySchema = keySchema.extend({ key: z.string() });
export const keyListSchema = z.object({ keys: z.array(keySchema) });
