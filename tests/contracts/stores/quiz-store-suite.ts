import { expect, test } from "vitest";
import { sampleQuizzes } from "#drizzle/seeds/samples.ts";
import { seedSamples } from "#drizzle/seeds/seed.ts";
import { newId } from "#lib/kernel/ids.ts";
import { postgresQuizStore } from "#lib/postgres/quizzes/quiz-store.ts";
import type { QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { QUIZ, type StoreContext } from "./store-context.ts";

const UNFINISHED: QuizDraft = {
  title: "",
  questions: [
    {
      kind: "single",
      prompt: "",
      timeLimitMs: 20_000,
      points: 1,
      options: [{ text: "Lima", correct: false }],
    },
    { kind: "number", prompt: "How high? ", timeLimitMs: 20_000, points: 1, tolerance: 0, closest: false },
  ],
};

export function quizStoreSuite(context: () => StoreContext): void {
  test("[QZ1] a quiz is created, read, changed and removed", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const created = await quizzes.create(accountId, QUIZ);
    expect(created).toMatchObject({ quiz: QUIZ, updatedAtMs: created.createdAtMs });
    expect(await quizzes.get(accountId, created.id)).toEqual(created);
    const quiz = { ...QUIZ, title: "Capitales 🌍", description: "Où ?" };
    const updated = await quizzes.update(accountId, created.id, quiz);
    expect(updated).toMatchObject({ id: created.id, quiz, version: 2, createdAtMs: created.createdAtMs });
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
    const summary = {
      id,
      title: "Capitals",
      description: null,
      questions: 2,
      createdAtMs,
      updatedAtMs,
      version: 1,
      problems: 0,
      firstProblems: [],
      folder: null,
      tags: [],
      archived: false,
      trashedAtMs: null,
      playedAtMs: null,
      madeBy: { id: accountId, name: "Ada" },
    };
    expect(await quizzes.list(accountId)).toEqual([summary]);
  });

  test("[DR1] [QZ3] an unfinished quiz is kept as it stands, and its summary counts what it lacks", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const problems = Array.from({ length: 7 }, (_, i) => ({
      path: `questions[0].x${i}`,
      message: "Write it.",
    }));
    const { id } = await quizzes.create(accountId, UNFINISHED, problems);
    expect(await quizzes.get(accountId, id)).toMatchObject({ quiz: UNFINISHED, version: 1, problems });
    expect(await quizzes.list(accountId)).toEqual([
      expect.objectContaining({
        id,
        title: "",
        questions: 2,
        problems: 7,
        firstProblems: problems.slice(0, 5),
      }),
    ]);
    await quizzes.update(accountId, id, QUIZ);
    expect(await quizzes.list(accountId)).toEqual([
      expect.objectContaining({ id, problems: 0, firstProblems: [] }),
    ]);
  });

  test("[IMP2] several are stored in one go, in their order, or none of them", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const titles = ["Third", "First", "Second"];
    const stored = await quizzes.createAll(
      accountId,
      titles.map((title) => ({ ...QUIZ, title })),
    );
    expect(stored.map(({ quiz }) => quiz.title)).toEqual(titles);
    expect(await quizzes.get(accountId, stored[1]!.id)).toEqual(stored[1]);
    expect(await quizzes.createAll(accountId, [])).toEqual([]);
    // Postgres stores no NUL, so the second fails.
    const broken = { ...QUIZ, title: "a\0b" };
    await expect(quizzes.createAll(accountId, [QUIZ, broken])).rejects.toThrow();
    expect(await quizzes.list(accountId)).toHaveLength(3);
  });

  test("[DR3] each save is a version; of several made on one, one is stored and the others are stale", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const { id, version } = await quizzes.create(accountId, QUIZ);
    expect(version).toBe(1);
    const titles = ["a", "b", "c", "d"];
    const saves = await Promise.all(
      titles.map((title) => quizzes.update(accountId, id, { ...QUIZ, title }, { expectedVersion: 1 })),
    );
    const stored = saves.filter((each) => each !== "stale");
    expect(stored).toEqual([expect.objectContaining({ version: 2 })]);
    expect(await quizzes.get(accountId, id)).toEqual(stored[0]);
    expect(await quizzes.update(accountId, id, QUIZ)).toMatchObject({ version: 3 });
    expect(await quizzes.update(accountId, id, QUIZ, { expectedVersion: 2 })).toBe("stale");
    expect(await quizzes.update(await newAccount(), id, QUIZ, { expectedVersion: 3 })).toBeNull();
    expect(await quizzes.update(accountId, newId(), QUIZ, { expectedVersion: 1 })).toBeNull();
  });

  test("[DR3] a quiz made twice under one id is one quiz, and nobody else's", async () => {
    const { quizzes, newAccount } = context();
    const [accountId, id] = [await newAccount(), newId()];
    const both = await Promise.all([
      quizzes.createAs(accountId, id, QUIZ),
      quizzes.createAs(accountId, id, UNFINISHED),
    ]);
    expect(both.filter((each) => each !== null)).toHaveLength(1);
    expect(await quizzes.createAs(await newAccount(), id, QUIZ)).toBeNull();
    expect(await quizzes.list(accountId)).toHaveLength(1);
  });

  test("[DR4] questions stored without an id have one when they are read, always the same", async () => {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const { id, quiz } = await quizzes.create(accountId, QUIZ);
    expect(quiz.questions.map((question) => question.id)).toEqual(["q1", "q2"]);
    expect((await quizzes.get(accountId, id))?.quiz).toEqual(quiz);
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

  test("[ED6] what stood there is kept about every five minutes, after a pause, and when it is asked for", async () => {
    const { db, newAccount } = context();
    let nowMs = 1_000_000_000_000;
    const quizzes = postgresQuizStore(db, { now: () => nowMs });
    const accountId = await newAccount();
    const { id } = await quizzes.create(accountId, { ...QUIZ, title: "1" });
    const saves = async (title: string, afterMs: number, keepBefore?: boolean) => {
      nowMs += afterMs;
      const save = keepBefore === undefined ? {} : { keepBefore };
      await quizzes.update(accountId, id, { ...QUIZ, title }, save);
    };
    const titles = async () => (await quizzes.versions(accountId, id)).map(({ title }) => title);
    await saves("2", 1_000);
    await saves("3", 1_000);
    await saves("4", 1_000);
    expect(await titles()).toEqual(["4", "1"]);
    await saves("5", 5 * 60_000);
    expect(await titles()).toEqual(["5", "4", "1"]);
    await saves("6", 1_000);
    await saves("7", 1_000, true);
    expect(await titles()).toEqual(["7", "6", "5", "4", "1"]);
    expect(await quizzes.version(accountId, id, 4)).toMatchObject({
      version: 4,
      savedBy: "Ada",
      savedAtMs: 1_000_000_003_000,
      quiz: { title: "4", questions: [{ id: expect.any(String) }, {}] },
    });
    expect(await quizzes.version(accountId, id, 2)).toBeNull();
    const stranger = await newAccount();
    expect(await quizzes.versions(stranger, id)).toEqual([]);
    expect(await quizzes.version(stranger, id, 4)).toBeNull();
    // A day later the two of one hour are one.
    await saves("8", 25 * 3_600_000);
    expect(await titles()).toEqual(["8", "7"]);
    await quizzes.remove(accountId, id);
    expect(await titles()).toEqual([]);
  });

  test("[ED6] where several people save one quiz, what another one wrote is kept, and not every save", async () => {
    const { quizzes, newAccount } = context();
    const [accountId, other] = [await newAccount(), await newAccount()];
    const { id } = await quizzes.create(accountId, { ...QUIZ, title: "1" });
    for (const title of ["2", "3", "4", "5"])
      await quizzes.update(accountId, id, { ...QUIZ, title }, { savedBy: other });
    expect((await quizzes.versions(accountId, id)).map(({ title }) => title)).toEqual(["5", "1"]);
  });
}
