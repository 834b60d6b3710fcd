import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Wanted } from "#lib/quiz/library/library-store.ts";
import { searchedWords } from "#lib/quiz/library/search-words.ts";
import { type Quiz, quizSchema } from "#lib/quiz/quiz.ts";
import { QUIZ, type StoreContext } from "./store-context.ts";

const ANY: Wanted = { words: null, shelf: "active", sort: "changed", limit: 50 };

export function libraryStoreSuite(context: () => StoreContext): void {
  /** An account with quizzes of these titles, by title. */
  async function shelf(...titles: string[]) {
    const { quizzes, newAccount } = context();
    const accountId = await newAccount();
    const ids = new Map<string, string>();
    for (const title of titles) ids.set(title, (await quizzes.create(accountId, { ...QUIZ, title })).id);
    return { accountId, id: (title: string) => ids.get(title)! };
  }

  async function found(accountId: string, query: string, more: Partial<Wanted> = {}): Promise<string[]> {
    const { quizzes } = await context().library.page(accountId, {
      ...ANY,
      words: searchedWords(query),
      ...more,
    });
    return quizzes.map(({ title }) => title).sort();
  }

  test("[LIB1] a quiz is found by title, prompt, option and tag, by whole words and the beginning of the last one", async () => {
    const { quizzes, library } = context();
    const { accountId, id } = await shelf("Capitals", "Rivers");
    await quizzes.update(accountId, id("Rivers"), quizSchema.parse(RIVERS));
    await library.place(accountId, id("Rivers"), { tags: ["Year 7", "géographie"] });
    for (const query of ["capi", "CAPITALS", "lyon", "of peru", "peru of"])
      expect(await found(accountId, query), query).toEqual(["Capitals"]);
    for (const query of ["rivers", "longest", "amazonas", "danub", "geographie", "year 7", "mississippi riv"])
      expect(await found(accountId, query), query).toEqual(["Rivers"]);
    for (const query of ["apitals", "riv longest", "lyon danube", "'", "!", "\\", "' | 'a' & !b"])
      expect(await found(accountId, query), query).toEqual([]);
  });

  test("[LIB2] accents, case, width and script of digits do not matter, in any script", async () => {
    const titles = [
      "Żółć și Ökologie",
      "東京都の駅",
      "ภูเขาสูง",
      "한국의 산",
      "مُحَمَّد ٢٠٢٤",
      "Straße",
      "Ｗｉｄｅ",
      "Ελλάδα",
      "İstanbul",
    ];
    const { accountId } = await shelf(...titles);
    const expected: [string, number][] = [
      ["zolc oko", 0],
      ["京都", 1],
      ["駅", 1],
      ["東京都の駅", 1],
      ["เขา", 2],
      ["한국", 3],
      ["محمد 2024", 4],
      ["strasse", 5],
      ["wide", 6],
      ["ελλαδα", 7],
      ["istan", 8],
    ];
    for (const [query, at] of expected) expect(await found(accountId, query), query).toEqual([titles[at]]);
    expect(await found(accountId, "都京")).toEqual([]);
  });

  test("[LIB3] what was saved since is found, what was there before is not, and so is what an older version stored", async () => {
    const { db, quizzes, library } = context();
    const { accountId, id } = await shelf("Capitals");
    expect(await found(accountId, "capitals")).toEqual(["Capitals"]);
    await quizzes.update(accountId, id("Capitals"), { ...QUIZ, title: "Mountains" });
    expect(await found(accountId, "capitals")).toEqual([]);
    expect(await found(accountId, "mountains")).toEqual(["Mountains"]);
    await db.execute(
      sql`update quizzes set found_by = null, title_key = null, read_version = null where account_id = ${accountId}`,
    );
    await library.readUnread();
    const { rows } = {
      rows: await db.execute(sql`select title_key from quizzes where account_id = ${accountId}`),
    };
    expect([...rows]).toEqual([{ title_key: "mountains" }]);
  });

  test("[LIB3] more quizzes than are read at once are all found", async () => {
    const { accountId } = await shelf(...Array.from({ length: 120 }, (_, i) => `Quiz ${i}`));
    const { library } = context();
    expect(await library.page(accountId, { ...ANY, words: searchedWords("quiz") })).toMatchObject({
      total: 120,
    });
  });

  test("[LIB4] pages show every quiz once, in any order, while others are saved", async () => {
    const { db, library, quizzes, newSession } = context();
    const titles = ["b", "Äb", "a", "C", "ß", "b", "10", "z", "é", "F"];
    const { accountId, id } = await shelf(...titles);
    // Half of them in the same instant.
    await db.execute(
      sql`update quizzes set updated_at_ms = updated_at_ms / 10000 where account_id = ${accountId}`,
    );
    await newSession({ accountId, quizId: id("C"), createdAtMs: 5_000 });
    await newSession({ accountId, quizId: id("a"), createdAtMs: 9_000 });
    await newSession({ accountId, quizId: id("z"), createdAtMs: 99_000, rehearsal: true });
    const all = async (sort: Wanted["sort"]) => {
      const seen: { id: string; title: string; playedAtMs: number | null }[] = [];
      let after: Wanted["after"];
      do {
        const page = await library.page(accountId, { ...ANY, sort, limit: 3, after });
        expect(page.total).toBe(titles.length);
        seen.push(...page.quizzes);
        after = page.next ?? undefined;
      } while (after);
      return seen;
    };
    for (const sort of ["changed", "title", "played"] as const)
      expect(new Set((await all(sort)).map((quiz) => quiz.id)).size).toBe(titles.length);
    const byTitle = (await all("title")).map(({ title }) => title);
    expect(byTitle).toEqual(["10", "a", "Äb", "b", "b", "C", "é", "F", "ß", "z"]);
    expect((await all("played")).slice(0, 3)).toMatchObject([
      { title: "a", playedAtMs: 9_000 },
      { title: "C", playedAtMs: 5_000 },
      { playedAtMs: null },
    ]);
    const { next } = await library.page(accountId, { ...ANY, limit: 3 });
    await quizzes.update(accountId, next!.id, { ...QUIZ, title: "changed meanwhile" });
    const rest = await library.page(accountId, { ...ANY, after: next! });
    expect(rest.quizzes).toHaveLength(titles.length - 3);
  });

  test("[LIB5] folders, tags and the archive; what is left out stays, and no new version is made", async () => {
    const { library, quizzes } = context();
    const { accountId, id } = await shelf("a", "b", "c");
    expect(await library.place(accountId, id("a"), { folder: "Maths", tags: ["x", "y"] })).toMatchObject({
      title: "a",
      folder: "Maths",
      tags: ["x", "y"],
      archived: false,
      version: 1,
    });
    await library.place(accountId, id("b"), { folder: "Maths", archived: true });
    await library.place(accountId, id("c"), { tags: ["y"] });
    const titles = async (more: Partial<Wanted>) =>
      (await library.page(accountId, { ...ANY, sort: "title", ...more })).quizzes.map(({ title }) => title);
    expect(await titles({})).toEqual(["a", "c"]);
    expect(await titles({ folder: "Maths" })).toEqual(["a"]);
    expect(await titles({ folder: null })).toEqual(["c"]);
    expect(await titles({ tag: "y" })).toEqual(["a", "c"]);
    expect(await titles({ shelf: "archived" })).toEqual(["b"]);
    expect(await titles({ shelf: "all", folder: "Maths" })).toEqual(["a", "b"]);
    expect(await library.shelves(accountId)).toEqual({
      active: 2,
      archived: 1,
      trashed: 0,
      folders: [{ name: "Maths", quizzes: 1 }],
      tags: [
        { name: "x", quizzes: 1 },
        { name: "y", quizzes: 2 },
      ],
    });
    expect(await library.place(accountId, id("a"), { folder: null })).toMatchObject({
      folder: null,
      tags: ["x", "y"],
    });
    expect(await library.place(await context().newAccount(), id("a"), { folder: "Mine" })).toBeNull();
    expect((await quizzes.get(accountId, id("a")))?.version).toBe(1);
  });

  test("[LIB6] what is in the trash is gone to all but the trash, comes back as it was, and goes for good in time", async () => {
    const { db, library, quizzes, newAccount } = context();
    const { accountId, id } = await shelf("a", "b");
    await library.place(accountId, id("a"), { folder: "Maths", tags: ["x"] });
    expect(await library.trash(await newAccount(), id("a"))).toBe(false);
    expect(await library.trash(accountId, id("a"))).toBe(true);
    expect(await library.trash(accountId, id("a"))).toBe(false);
    expect(await quizzes.get(accountId, id("a"))).toBeNull();
    expect(await quizzes.update(accountId, id("a"), QUIZ)).toBeNull();
    expect(await library.place(accountId, id("a"), { folder: "New" })).toBeNull();
    expect((await quizzes.list(accountId)).map(({ title }) => title)).toEqual(["b"]);
    expect(await found(accountId, "a", { shelf: "trash" })).toEqual(["a"]);
    expect(await library.shelves(accountId)).toMatchObject({ active: 1, trashed: 1, folders: [], tags: [] });
    expect(await library.restore(accountId, id("a"))).toBe(true);
    expect(await library.restore(accountId, id("a"))).toBe(false);
    expect((await library.page(accountId, { ...ANY, folder: "Maths" })).quizzes).toMatchObject([
      { tags: ["x"] },
    ]);

    await library.trash(accountId, id("a"));
    await db.execute(sql`update quizzes set trashed_at_ms = -5 where id = ${id("a")}`);
    await library.removeTrashed(-5);
    expect(await library.restore(accountId, id("a"))).toBe(true);
    await library.trash(accountId, id("a"));
    await db.execute(sql`update quizzes set trashed_at_ms = -5 where id = ${id("a")}`);
    expect(await library.removeTrashed(-4)).toBe(1);
    expect(await library.restore(accountId, id("a"))).toBe(false);
    await library.trash(accountId, id("b"));
    expect(await library.emptyTrash(accountId)).toBe(1);
  });

  test("[LIB6] an editor that still has a quiz in the trash brings it back, and nobody else can", async () => {
    const { library, quizzes, newAccount } = context();
    const { accountId, id } = await shelf("a");
    await library.trash(accountId, id("a"));
    expect(await quizzes.createAs(await newAccount(), id("a"), QUIZ)).toBeNull();
    expect(await quizzes.createAs(accountId, id("a"), QUIZ)).toMatchObject({ version: 2, quiz: QUIZ });
    expect(await quizzes.createAs(accountId, id("a"), QUIZ)).toBeNull();
    expect((await quizzes.list(accountId)).map(({ title }) => title)).toEqual(["Capitals"]);
  });
}

const RIVERS: Quiz | object = {
  title: "Rivers",
  questions: [
    {
      kind: "single",
      prompt: "The **longest** river?",
      options: [{ text: "Amazonas", correct: true }, { text: "Nile" }],
    },
    { kind: "text", prompt: "Through Vienna?", accepted: ["Danube", "Donau"] },
    { kind: "order", prompt: "In order", items: ["Mississippi", "Thames", "Isar"] },
  ],
};
