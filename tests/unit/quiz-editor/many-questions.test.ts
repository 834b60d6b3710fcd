import { expect, test } from "vitest";
import { fitting } from "#components/quiz-editor/commands/commands.ts";
import { pressedKeys } from "#components/quiz-editor/commands/use-editor-keys.ts";
import { changeDraft, type Draft, type DraftChange, draftOf } from "#components/quiz-editor/draft.ts";
import type { NamedQuestion } from "#lib/quiz/drafts/merge-drafts.ts";

const statement = (id: string): NamedQuestion => ({
  id,
  kind: "truefalse",
  prompt: id,
  correct: true,
  timeLimitMs: 20_000,
  points: 1,
});
const poll = (id: string): NamedQuestion => ({
  id,
  kind: "rating",
  prompt: id,
  scale: 5,
  timeLimitMs: 20_000,
  points: 0,
});
const FIVE = draftOf({ title: "Five", questions: [..."abcd"].map(statement).concat(poll("e")) });
const after = (draft: Draft, ...changes: DraftChange[]) => changes.reduce(changeDraft, draft);
const order = ({ questions }: Draft) => questions.map(({ question }) => question.prompt).join("");

test.each([
  [["b", "d"], "top", "bdace"],
  [["b", "d"], "up", "bdace"],
  [["b", "c"], "down", "adbce"],
  [["b", "d"], "end", "acebd"],
  [["a"], "up", "abcde"],
  [["e"], "down", "abcde"],
] as const)("[ED7] %j moved %s keep their order: %s", (keys, to, expected) => {
  expect(order(after(FIVE, { change: "moveMany", keys, to }))).toBe(expected);
});

test("[ED7] many are deleted at once, and the one that follows is on the desk", () => {
  const left = after(FIVE, { change: "select", key: "b" }, { change: "removeMany", keys: ["a", "b", "c"] });
  expect(order(left)).toBe("de");
  expect(left.selected).toBe("d");
  expect(after(left, { change: "removeMany", keys: ["d", "e"] })).toMatchObject({
    questions: [],
    selected: null,
  });
});

test("[ED7] time and points are set at once; what earns no points gets none", () => {
  const { questions } = after(FIVE, { change: "setMany", keys: ["a", "e"], timeLimitMs: 5_000, points: 2 });
  expect(questions.map(({ question: { timeLimitMs, points } }) => [timeLimitMs, points])).toEqual([
    ...[
      [5_000, 2],
      [20_000, 1],
      [20_000, 1],
      [20_000, 1],
    ],
    [5_000, 0],
  ]);
  expect(questions[1]).toBe(FIVE.questions[1]);
});

test("[ED7] copies and questions of other quizzes are new ones, and no more than fit", () => {
  const twice = after(FIVE, { change: "duplicateMany", keys: ["a", "c"] });
  expect(order(twice)).toBe("abcacde");
  expect(new Set(twice.questions.map(({ key }) => key)).size).toBe(7);
  const { id: _, ...question } = statement("x");
  const full = after(FIVE, { change: "addMany", questions: Array(300).fill(question) });
  expect(full.questions).toHaveLength(200);
  expect(order(full).slice(0, 3)).toBe("axx");
});

test("[ED10] commands are found by words in any order, and keys are named as they are written", () => {
  const all = [{ name: "Redo" }, { name: "Question 3: Undo what?" }, { name: "Undo" }];
  expect(fitting(all, "undo").map(({ name }) => name)).toEqual(["Undo", "Question 3: Undo what?"]);
  expect(fitting(all, "undo 3")).toHaveLength(1);
  expect(fitting(all, "")).toHaveLength(3);
  const press = (key: string, held: object = {}) =>
    pressedKeys({
      key,
      code: "",
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      ...held,
    });
  expect(press("z", { metaKey: true, shiftKey: true })).toBe("Ctrl+Shift+Z");
  expect(press("PageUp", { altKey: true })).toBe("Alt+PageUp");
});
