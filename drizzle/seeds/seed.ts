import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { QuizStore } from "#lib/quiz/quiz-store.ts";
import { sampleQuizzes } from "./samples.ts";

/** Gives an account the sample quizzes it does not have yet, by title. Returns how many it added. */
export async function seedSamples(quizzes: QuizStore, accountId: string): Promise<number> {
  const titles = new Set((await quizzes.list(accountId)).map((quiz) => quiz.title));
  let added = 0;
  for (const input of sampleQuizzes) {
    const quiz = parseQuiz(input);
    if (!quiz.ok)
      throw new Error(`The sample "${input.title}" is not a playable quiz: ${quiz.error.message}`);
    if (titles.has(quiz.value.title)) continue;
    await quizzes.create(accountId, quiz.value);
    added++;
  }
  return added;
}
