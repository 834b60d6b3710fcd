import type { LibraryStore, Wanted } from "#lib/quiz/library/library-store.ts";
import { searchedWords } from "#lib/quiz/library/search-words.ts";

const FIRST: Wanted = { words: null, shelf: "active", sort: "changed", limit: 48 };

/** The requests by name; each returns how many quizzes it found. */
export function askedOf(library: LibraryStore, accountId: string): [string, () => Promise<number>][] {
  const page = (more: Partial<Wanted>) => async () =>
    (await library.page(accountId, { ...FIRST, ...more })).total;
  const search = (query: string, more: Partial<Wanted> = {}) =>
    page({ words: searchedWords(query), ...more });
  return [
    ["first page, last changed", page({})],
    ["first page, by title", page({ sort: "title" })],
    ["first page, last played", page({ sort: "played" })],
    ["a page from the middle", page({ after: { key: 5_000, id: "" } })],
    ["200 at once", page({ limit: 200 })],
    ["a folder", page({ folder: "Folder 3" })],
    ["a tag", page({ tag: "tag 7" })],
    ["folders and tags", async () => (await library.shelves(accountId)).active],
    ["search: one letter", search("b")],
    ["search: three letters", search("bak")],
    ["search: a word in every quiz", search("common")],
    ["search: the same, by title", search("common", { sort: "title" })],
    ["search: two words", search("common bakelo")],
    ["search: a word of one quiz", search("unique4711")],
    ["search: nothing", search("nowhere")],
    ["search in a folder", search("ba", { folder: "Folder 3" })],
  ];
}
