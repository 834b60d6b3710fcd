import { expect, test } from "vitest";
import { draftOf, written } from "#components/quiz-editor/draft.ts";
import {
  changeEditing,
  type Editing,
  type EditingChange,
  startEditing,
} from "#components/quiz-editor/saving/editing.ts";
import type { NamedDraft, NamedQuestion } from "#lib/quiz/drafts/merge-drafts.ts";

const statement = (id: string, prompt: string): NamedQuestion => ({
  id,
  kind: "truefalse",
  prompt,
  correct: true,
  timeLimitMs: 20_000,
  points: 1,
});
const quizOf = (title: string, ...prompts: string[]): NamedDraft => ({
  title,
  questions: prompts.map((prompt, at) => statement(`q${at + 1}`, prompt)),
});
const opened = (quiz: NamedDraft) => startEditing(draftOf(quiz), { version: 1, quiz });
const after = (editing: Editing, ...changes: EditingChange[]) => changes.reduce(changeEditing, editing);
const types = (key: string, prompt: string, atMs?: number): EditingChange => ({
  change: "write",
  key,
  question: { ...statement("", prompt), id: undefined } as never,
  ...(atMs === undefined ? {} : { atMs }),
});
const prompts = ({ draft }: Editing) => draft.questions.map(({ question }) => question.prompt);
const UNDO: EditingChange = { change: "undo" };
const REDO: EditingChange = { change: "redo" };
const THREE = quizOf("Capitals", "Oslo", "Lima", "Rome");

test("[ED4] every kind of change is undone and done again, and what ends in a new change is not done again", () => {
  const start = opened(THREE);
  const changes: EditingChange[] = [
    { change: "title", title: "Cities" },
    { change: "move", key: "q1", to: 2 },
    { change: "remove", key: "q2" },
    { change: "duplicate", key: "q3" },
    { change: "convert", key: "q3", kind: "poll" },
    types("q1", "Oslo lies in Norway"),
  ];
  const drafts = [start];
  for (const change of changes) drafts.push(after(drafts.at(-1)!, change));
  let editing = drafts.at(-1)!;
  for (const earlier of drafts.slice(0, -1).reverse()) {
    editing = after(editing, UNDO);
    expect(written(editing.draft)).toEqual(written(earlier.draft));
  }
  expect(after(editing, UNDO)).toEqual(editing);
  for (const later of drafts.slice(1)) {
    editing = after(editing, REDO);
    expect(written(editing.draft)).toEqual(written(later.draft));
  }
  const turned = after(editing, UNDO, types("q1", "Bergen"), REDO);
  expect(prompts(turned)).toContain("Bergen");
  expect(turned.steps.undone).toEqual([]);
});

test("[ED4] typing in one field is one step until it rests; another field begins a new one", () => {
  const typed = after(
    opened(THREE),
    ...[types("q1", "Oslo i", 1_000), types("q1", "Oslo is", 1_200), types("q1", "Oslo is n", 3_000)],
    ...[types("q2", "Lima i", 3_100), types("q2", "Lima is", 3_200)],
  );
  expect(prompts(after(typed, UNDO))).toEqual(["Oslo is n", "Lima", "Rome"]);
  expect(prompts(after(typed, UNDO, UNDO))).toEqual(["Oslo is", "Lima", "Rome"]);
  expect(prompts(after(typed, UNDO, UNDO, UNDO))).toEqual(["Oslo", "Lima", "Rome"]);
});

test("[ED4] showing another question is no step, and undoing shows the question it is about", () => {
  const editing = after(opened(THREE), types("q3", "Roma"), { change: "select", key: "q1" }, UNDO);
  expect(prompts(editing)).toEqual(["Oslo", "Lima", "Rome"]);
  expect(editing.draft.selected).toBe("q3");
});

test("[ED4] saving leaves the steps, and what other windows changed since stays when one is undone", () => {
  const editing = after(
    opened(THREE),
    types("q1", "my Oslo"),
    { change: "sending", quiz: quizOf("Capitals", "my Oslo", "Lima", "Rome") },
    { change: "stored", saved: { version: 2, quiz: quizOf("Capitals", "my Oslo", "Lima", "Rome") } },
    {
      change: "behind",
      theirs: { version: 3, quiz: quizOf("Towns", "my Oslo", "their Lima", "Rome", "Paris") },
    },
    UNDO,
  );
  expect(written(editing.draft)).toEqual(quizOf("Towns", "Oslo", "their Lima", "Rome", "Paris"));
  expect(written(after(editing, REDO).draft)).toEqual(
    quizOf("Towns", "my Oslo", "their Lima", "Rome", "Paris"),
  );
});

test("[ED4] where another window changed the very question since, undoing leaves that", () => {
  const mine = quizOf("Capitals", "my Oslo", "Lima", "Rome");
  const editing = after(
    opened(THREE),
    ...[types("q1", "my Oslo"), { change: "stored", saved: { version: 2, quiz: mine } } as const],
    {
      change: "behind",
      theirs: { version: 3, quiz: quizOf("Capitals", "their Oslo", "Lima", "Rome") },
    },
    UNDO,
  );
  expect(prompts(editing)).toEqual(["their Oslo", "Lima", "Rome"]);
});

test("[ED4] two hundred steps are kept", () => {
  const many = Array.from({ length: 250 }, (_, at) => types("q1", `Oslo ${at}`));
  const editing = after(opened(THREE), ...many, ...Array(250).fill(UNDO));
  expect(prompts(editing)[0]).toBe("Oslo 49");
});
