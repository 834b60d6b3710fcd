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
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    expect(await seedSamples(quizzes, accountId)).toBe(sampleQuizzes.length);
    expect(await seedSamples(quizzes, accountId)).toBe(0);
    expect(await quizzes.list(accountId)).toHaveLength(sampleQuizzes.length);
  });
}
