import type { NamedDraft, NamedQuestion } from "../drafts/merge-drafts.ts";
import type { SearchedWord } from "./library-store.ts";
import { foundBy } from "./search-words.ts";

/**
 * The questions of a quiz that was found by these words: each word is in the question itself, or in what the whole quiz is
 * called, so that "capitals oslo" finds the question about Oslo in "Capitals", and "capitals" all of them. So do no words.
 */
export function questionsFound(
  { title, description, questions }: NamedDraft,
  tags: readonly string[],
  words: readonly SearchedWord[] | null,
): { place: number; question: NamedQuestion }[] {
  const all = questions.map((question, place) => ({ place, question }));
  if (words === null) return all;
  const ofQuiz = new Set(foundBy({ title, description, questions: [] }, tags));
  return all.filter(({ question }) => {
    const own = new Set(foundBy({ title: "", questions: [question] }, []));
    return words.every((word) => has(own, word) || has(ofQuiz, word));
  });
}

function has(found: ReadonlySet<string>, { text, prefix }: SearchedWord): boolean {
  return found.has(text) || (prefix && [...found].some((word) => word.startsWith(text)));
}
