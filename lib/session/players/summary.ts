import { z } from "zod";
import { kindOf } from "../../quiz/kinds/registry.ts";
import { publicQuestionSchema, toPublicQuestion } from "../../quiz/public-question.ts";
import type { StoredAnswer } from "../answer-store.ts";
import { questionsOver } from "../phases/questions-over.ts";
import { revealedQuestion, revealSchema } from "../reports/view.ts";
import type { Session } from "../session.ts";
import { youSchema } from "./you.ts";

/** One question that is over, for one player: what was asked, what was right, and what they said. */
const summaryItemSchema = z.object({
  question: publicQuestionSchema,
  reveal: revealSchema,
  answer: youSchema.shape.answer.describe("Null where you gave none."),
});

export const summarySchema = z.object({ title: z.string(), questions: z.array(summaryItemSchema) });

export type SummaryItem = z.infer<typeof summaryItemSchema>;

/** A player's own game so far. Nothing of a question that has not been revealed, nor of one that was never asked. */
export function summaryOf(session: Session, answers: readonly StoredAnswer[]): SummaryItem[] {
  const given = new Map(answers.map((answer) => [answer.questionIndex, answer]));
  const over = session.quiz.questions.slice(0, questionsOver(session));
  return over.flatMap((asked, index) => {
    if (kindOf(asked).asks === false) return [];
    const answer = given.get(index);
    return {
      question: toPublicQuestion(session.quiz, index),
      reveal: revealedQuestion(session, index, null),
      answer: answer
        ? {
            questionIndex: index,
            response: answer.response,
            correct: answer.correct,
            points: answer.points,
            fraction: answer.fraction,
          }
        : null,
    };
  });
}
