import { readFile } from "node:fs/promises";
import { newId } from "#lib/kernel/ids.ts";
import { mediaName } from "#lib/quiz/media/media-id.ts";
import type { MediaStore } from "#lib/quiz/media/media-store.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { QuizStore } from "#lib/quiz/quiz-store.ts";
import { NIGHT_SKY, sampleQuizzes } from "./samples.ts";

/** Gives an account the sample quizzes it does not have yet, by title. Returns how many it added. */
export async function seedSamples(
  { quizzes, media }: { quizzes: QuizStore; media: MediaStore },
  accountId: string,
): Promise<number> {
  const titles = new Set((await quizzes.list(accountId)).map((quiz) => quiz.title));
  const missing = sampleQuizzes.filter(({ title }) => !titles.has(title));
  for (const input of missing) {
    const quiz = parseQuiz(await withOwnPicture(input, media, accountId));
    if (!quiz.ok)
      throw new Error(`The sample "${input.title}" is not a playable quiz: ${quiz.error.message}`);
    await quizzes.create(accountId, quiz.value);
  }
  return missing.length;
}

/** The quiz with a picture that belongs to this account. */
async function withOwnPicture(quiz: object, media: MediaStore, accountId: string): Promise<unknown> {
  const text = JSON.stringify(quiz);
  if (!text.includes(NIGHT_SKY.id)) return quiz;
  const id = mediaName(newId(), "webp", NIGHT_SKY.size);
  await media.put(accountId, {
    id,
    bytes: await readFile(new URL("./media/night-sky.webp", import.meta.url)),
  });
  return JSON.parse(text.replaceAll(NIGHT_SKY.id, id));
}
