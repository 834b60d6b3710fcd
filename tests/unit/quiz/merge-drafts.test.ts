import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, mergeDrafts, type NamedDraft, type NamedQuestion } from "#lib/quiz/drafts/merge-drafts.ts";

/** Statements, told apart by their prompt: what a question holds does not matter here. */
function statement(id: string, prompt: string): NamedQuestion {
  return { id, kind: "truefalse", prompt, correct: true, timeLimitMs: 20_000, points: 1 };
}

function quizOf(title: string, ...questions: [id: string, prompt: string][]): NamedDraft {
  return { title, questions: questions.map(([id, prompt]) => statement(id, prompt)) };
}

const idsOf = ({ questions }: NamedDraft) => questions.map(({ id }) => id);
const promptOf = ({ questions }: NamedDraft, id: string) => questions.find((each) => each.id === id)?.prompt;

const base = quizOf("Capitals", ["a", "Oslo"], ["b", "Lima"], ["c", "Rome"]);

test("[DR5] what only one side changed is taken, also what it added, deleted and moved", () => {
  const mine = quizOf("Capitals", ["a", "Oslo is in Norway"], ["n", "New"], ["b", "Lima"], ["c", "Rome"]);
  const theirs = quizOf("Cities", ["c", "Rome"], ["a", "Oslo"], ["t", "Theirs"]);
  const { merged, conflicts } = mergeDrafts({ base, mine, theirs });
  expect(conflicts).toEqual([]);
  expect(merged.title).toBe("Cities");
  expect(idsOf(merged)).toEqual(["c", "a", "n", "t"]);
  expect(promptOf(merged, "a")).toBe("Oslo is in Norway");
});

test("[DR6] the same question changed on both sides is a conflict with both versions; mine stands meanwhile", () => {
  const mine = quizOf("Mine", ["a", "my Oslo"], ["b", "Lima"], ["c", "Rome"]);
  const theirs = quizOf("Theirs", ["a", "their Oslo"], ["b", "Lima, Peru"], ["c", "Rome"]);
  const { merged, conflicts } = mergeDrafts({ base, mine, theirs });
  expect(merged).toEqual(quizOf("Mine", ["a", "my Oslo"], ["b", "Lima, Peru"], ["c", "Rome"]));
  expect(conflicts).toEqual([
    { about: "title", mine: "Mine", theirs: "Theirs" },
    { about: "question", id: "a", mine: statement("a", "my Oslo"), theirs: statement("a", "their Oslo") },
  ]);
});

test("[DR7] what one side deleted and the other changed stays until it is decided", () => {
  const without = quizOf("Capitals", ["a", "Oslo"], ["c", "Rome"]);
  const changed = quizOf("Capitals", ["a", "Oslo"], ["b", "Lima, Peru"], ["c", "Rome"]);
  const question = statement("b", "Lima, Peru");
  const deletedHere = mergeDrafts({ base, mine: without, theirs: changed });
  expect(deletedHere.merged).toEqual(changed);
  expect(deletedHere.conflicts).toEqual([{ about: "question", id: "b", mine: null, theirs: question }]);
  const deletedThere = mergeDrafts({ base, mine: changed, theirs: without });
  expect(deletedThere.merged).toEqual(changed);
  expect(deletedThere.conflicts).toEqual([{ about: "question", id: "b", mine: question, theirs: null }]);
});

test("[DR7] two orders are a conflict; taking theirs moves what both have, and leaves the rest beside its neighbor", () => {
  const mine = quizOf("Capitals", ["b", "Lima"], ["n", "New"], ["a", "Oslo"], ["c", "Rome"]);
  const theirs = quizOf("Capitals", ["c", "Rome"], ["b", "Lima"], ["a", "Oslo"]);
  const { merged, conflicts } = mergeDrafts({ base, mine, theirs });
  expect(idsOf(merged)).toEqual(["b", "n", "a", "c"]);
  expect(conflicts).toEqual([{ about: "order", mine: ["b", "a", "c"], theirs: ["c", "b", "a"] }]);
  expect(inOrder(merged.questions, ["c", "b", "a"]).map(({ id }) => id)).toEqual(["c", "b", "n", "a"]);
});

test("[DR5] both sides with the same outcome need no decision", () => {
  const same = quizOf("Cities", ["b", "Lima"], ["a", "Oslo!"]);
  expect(mergeDrafts({ base, mine: same, theirs: structuredClone(same) })).toEqual({
    merged: same,
    conflicts: [],
  });
});

const IDS = ["a", "b", "c", "d", "e", "f"];
const words = fc.constantFrom("one", "two", "three");
const anyQuiz: fc.Arbitrary<NamedDraft> = fc.record({
  title: words,
  questions: fc
    .record({ ids: fc.shuffledSubarray(IDS), prompts: fc.tuple(words, words, words, words, words, words) })
    .map(({ ids, prompts }) => ids.map((id, at) => statement(id, prompts[at] as string))),
});

test("[DR5] [DR6] whatever both sides do, no edit that only one made is lost, and no question is there twice", () => {
  fc.assert(
    fc.property(anyQuiz, anyQuiz, anyQuiz, (start, mine, theirs) => {
      const { merged, conflicts } = mergeDrafts({ base: start, mine, theirs });
      for (const id of IDS) {
        const [before, own, other, now] = [start, mine, theirs, merged].map((quiz) => promptOf(quiz, id));
        const conflict = conflicts.find((each) => each.about === "question" && each.id === id);
        if (own === other || other === before) expect([now, conflict]).toEqual([own, undefined]);
        else if (own === before) expect([now, conflict]).toEqual([other, undefined]);
        else {
          expect(now).toBe(own ?? other);
          expect(conflict).toEqual({
            about: "question",
            id,
            mine: own === undefined ? null : statement(id, own),
            theirs: other === undefined ? null : statement(id, other),
          });
        }
      }
      expect(new Set(idsOf(merged)).size).toBe(merged.questions.length);
    }),
    { numRuns: 2_000 },
  );
});

test("[DR5] an order that only one side changed is kept", () => {
  fc.assert(
    fc.property(anyQuiz, anyQuiz, (start, other) => {
      expect(mergeDrafts({ base: start, mine: other, theirs: start })).toEqual({
        merged: other,
        conflicts: [],
      });
      expect(mergeDrafts({ base: start, mine: start, theirs: other })).toEqual({
        merged: other,
        conflicts: [],
      });
    }),
    { numRuns: 1_000 },
  );
});
