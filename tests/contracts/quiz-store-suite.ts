import { expect, test } from "vitest";
import { sampleQuizzes } from "#drizzle/seeds/samples.ts";
import { seedSamples } from "#drizzle/seeds/seed.ts";
import { QUIZ, type StoreContext } from "./store-context.ts";

export function quizStoreSuite(context: () => StoreContext): void {
  test("[QZ1] a quiz is created, read, changed and removed", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const created = await quizzes.create(accountId, QUIZ);
    expect(created).toMatchObject({ quiz: QUIZ, updatedAtMs: created.createdAtMs });
    expect(await quizzes.get(accountId, created.id)).toEqual(created);
    const quiz = { ...QUIZ, title: "Capitales 🌍", description: "Où ?" };
    const updated = await quizzes.update(accountId, created.id, quiz);
    expect(updated).toMatchObject({ id: created.id, quiz, createdAtMs: created.createdAtMs });
    expect(await quizzes.remove(accountId, created.id)).toBe(true);
    expect(await quizzes.remove(accountId, created.id)).toBe(false);
    expect(await quizzes.get(accountId, created.id)).toBeNull();
  });

  test("[QZ2] an account sees and changes only its own quizzes", async () => {
    const { quizzes, newAccount } = context();
    const [mine, theirs] = [await newAccount(), await newAccount()];
    const { id } = await quizzes.create(theirs, QUIZ);
    expect(await quizzes.list(mine)).toEqual([]);
    expect(await quizzes.get(mine, id)).toBeNull();
    expect(await quizzes.update(mine, id, QUIZ)).toBeNull();
    expect(await quizzes.remove(mine, id)).toBe(false);
    expect(await quizzes.list(theirs)).toHaveLength(1);
  });

  test("[QZ3] a list has a summary of each quiz", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const { id, createdAtMs, updatedAtMs } = await quizzes.create(accountId, QUIZ);
    const summary = { id, title: "Capitals", description: null, questions: 2, createdAtMs, updatedAtMs };
    expect(await quizzes.list(accountId)).toEqual([summary]);
  });

  test("[QZ4] the samples are seeded once", async () => {
    const { quizzes, media, newAccount } = context();
    const accountId = await newAccount();
    expect(await seedSamples({ quizzes, media }, accountId)).toBe(sampleQuizzes.length);
    expect(await seedSamples({ quizzes, media }, accountId)).toBe(0);
    const list = await quizzes.list(accountId);
    expect(list).toHaveLength(sampleQuizzes.length);
    const stored = await Promise.all(list.map(({ id }) => quizzes.get(accountId, id)));
    const pictures = stored.flatMap((each) => each!.quiz.questions.flatMap(({ media }) => media ?? []));
    expect(pictures.length).toBeGreaterThan(0);
    for (const { id } of pictures) expect(await media.size(id)).toBeGreaterThan(1_000);
  });
}
