import { z } from "zod";
import { cutSchema, standingSchema, youSchema } from "../protocol/shapes.ts";
import { kindNames } from "../quiz/kinds/registry.ts";
import { quizSchema } from "../quiz/quiz.ts";
import { quizDraftSchema } from "../quiz/quiz-draft.ts";
import { responseSchema } from "../quiz/response.ts";
import {
  answerKeySchema,
  barSchema,
  publicQuestionSchema,
  revealSchema,
  viewSchema,
} from "../session/reports/view.ts";
import { settingsSchema } from "../session/settings.ts";

/** What the API replies, for its reference. The bodies it takes are the schemas of the domain itself. */

const instant = z.int().describe("Server time, milliseconds since 1970.");

export const problemSchema = z.object({
  type: z.string().describe("Where the code is explained."),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("A sentence for people."),
  code: z.string().describe("Stable; branch on this one."),
  problems: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe("Where in what was sent."),
});

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

export const storedMediaSchema = z.object({
  id: z.string().describe("Holds type and measures: `k3f…-1200x800.webp`."),
  type: z.enum(["image", "audio", "video", "captions"]),
  contentType: z.string(),
  width: z.int().optional().describe("Of pictures, as they stand after turning."),
  height: z.int().optional(),
  url: z.string().describe("Where it is, below this server's address."),
});

export const quizListSchema = z.object({
  quizzes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      questions: z.int(),
      version: z.int(),
      problems: z.int().describe("How many things are still to be done before it can be played."),
      createdAtMs: instant,
      updatedAtMs: instant,
    }),
  ),
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
});

export const myAnswersSchema = z.object({
  title: z.string(),
  questions: z.array(
    z.object({
      question: publicQuestionSchema,
      reveal: revealSchema,
      answer: youSchema.shape.answer.describe("Null where you gave none."),
    }),
  ),
});

export const resultsSchema = z.object({
  sessionId: z.string(),
  title: z.string(),
  pin: z.string(),
  createdAtMs: instant,
  startedAtMs: instant.nullable(),
  players: z.array(
    z.object({
      rank: z.int().describe("1 for all while nobody has a point: then nobody has won."),
      playerId: z.string(),
      name: z.string(),
      score: z.int(),
      correct: z.int(),
      answered: z.int(),
      correctTimeMs: z.int(),
      answers: z
        .array(
          z
            .object({
              response: responseSchema,
              correct: z.boolean().nullable(),
              points: z.int(),
              elapsedMs: z.int(),
            })
            .nullable(),
        )
        .describe("One per question; null where the player gave none."),
    }),
  ),
  questions: z.array(
    z.object({
      index: z.int(),
      kind: z.enum(kindNames),
      prompt: z.string(),
      plainText: z.literal(true).optional(),
      options: z.array(z.string()),
      groups: z.array(z.string()).optional(),
      key: answerKeySchema.nullable().describe("The right answer; null where nothing is right or wrong."),
      points: z.int().describe("1 or 2; 0 for what earns none, polls among them."),
      closest: z.literal(true).optional().describe("The closest number wins, so few can be right."),
      asked: z.boolean().describe("False if the session has not come to it, or ended before."),
      voided: z.boolean(),
      answered: z.int(),
      correct: z.int().nullable().describe("How many were right; null for polls and skipped questions."),
      meanTimeMs: z.int().nullable(),
      bars: z.array(barSchema),
    }),
  ),
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

export const raceSchema = z.object({
  title: z.string(),
  players: z.int().describe("How many played, whether they are among the racers or not."),
  questions: z
    .array(
      z.object({
        index: z.int(),
        prompt: z.string(),
        plainText: z.literal(true).optional(),
        timeLimitMs: z.number(),
      }),
    )
    .describe("Those that can move the standings: no polls, slides and skipped questions."),
  racers: z.array(
    z.object({
      playerId: z.string(),
      name: z.string(),
      ranks: z.array(z.int()).describe("After each question, among all players."),
      answers: z
        .array(z.object({ points: z.int(), elapsedMs: z.int() }).nullable())
        .describe("One per question; null where the player gave none."),
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
    }),
  ),
});
