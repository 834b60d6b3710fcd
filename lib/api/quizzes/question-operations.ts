import { z } from "zod";
import { questionDraftSchema } from "../../quiz/drafts/quiz-draft.ts";
import { LIMITS } from "../../quiz/fields.ts";
import { kindNames } from "../../quiz/kinds/registry.ts";
import { QUERY_MAX } from "../../quiz/library/search-words.ts";
import { operation } from "../operation.ts";
import { questionListSchema, storedDraftSchema } from "../reply-schemas.ts";
import { QUIZ_MAX_BYTES } from "./quiz-operations.ts";

const { max } = LIMITS.questions;

/** Questions across quizzes: every quiz of a host is a bank that others take from. */
export const questionOperations = {
  searchQuestions: operation({
    id: "searchQuestions",
    method: "GET",
    path: "/questions",
    auth: "host",
    summary: "Find questions in all of your quizzes",
    description:
      "Of quizzes that are not in the trash, last changed first. `cursor` of one reply asks for the next; a reply may be empty and still have one.",
    query: z.object({
      query: z
        .string()
        .max(QUERY_MAX, `A search can have at most ${QUERY_MAX} characters.`)
        .optional()
        .describe(
          "Words of the question, its options and accepted answers, in any order; some of them may be of its quiz' title, description or tags. The last one may be unfinished.",
        ),
      kind: z.enum(kindNames, `\`kind\` is one of ${kindNames.join(", ")}.`).optional(),
      except: z.string().max(100).optional().describe("The id of a quiz that is left out."),
      cursor: z.string().max(400).optional().describe("From the reply before; the other parameters stay."),
    }),
    reply: {
      status: 200,
      description: "The questions, each with where it stands.",
      schema: questionListSchema,
    },
    refusals: [],
  }),
  addQuestions: operation({
    id: "addQuestions",
    method: "POST",
    path: "/quizzes/{id}/questions",
    auth: "host",
    summary: "Add questions to a quiz",
    creates: true,
    description: "At its end, as copies with ids of their own. They may be unfinished, as in a draft.",
    body: z.strictObject({
      questions: z
        .array(questionDraftSchema, "List the questions.")
        .min(1, "Add at least one question.")
        .max(max, `At most ${max} questions can be added at once.`),
    }),
    bodyRefusal: "invalid_quiz",
    bodyMaxBytes: QUIZ_MAX_BYTES,
    reply: { status: 200, description: "The quiz as stored.", schema: storedDraftSchema },
    refusals: ["invalid_quiz", "quiz_not_found", "stale_quiz"],
    example: { questions: [{ kind: "truefalse", prompt: "Oslo is in Norway.", correct: true }] },
  }),
} as const;
