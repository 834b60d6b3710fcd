import { expect, test } from "vitest";
import { draftOf, emptyDraft, written } from "#components/quiz-editor/draft.ts";
import { newQuestion } from "#components/quiz-editor/new-question.ts";
import { differences } from "#components/quiz-editor/saving/differences.ts";
import {
  changeEditing,
  type Editing,
  type EditingChange,
  startEditing,
} from "#components/quiz-editor/saving/editing.ts";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { NamedDraft, NamedQuestion } from "#lib/quiz/drafts/merge-drafts.ts";
import { kindNames } from "#lib/quiz/kinds/registry.ts";

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
const opened = (quiz: NamedDraft, version = 1) => startEditing(draftOf(quiz), { version, quiz });
const after = (editing: Editing, ...changes: EditingChange[]) => changes.reduce(changeEditing, editing);
const types = (key: string, prompt: string): EditingChange => ({
  change: "write",
  key,
  question: { kind: "truefalse", prompt, correct: true, timeLimitMs: 20_000, points: 1 },
});
const isSaved = ({ draft, stored }: Editing) => sameJson(written(draft), stored.quiz);

test("[DR1] opening a quiz changes nothing in it, of any kind, and a new one is nothing to be saved", () => {
  const quiz = {
    title: "All",
    questions: kindNames.map((kind, at) => ({ ...newQuestion(kind), id: `q${at}` })),
  };
  expect(isSaved(opened(written(draftOf(quiz))))).toBe(true);
  expect(isSaved(startEditing(emptyDraft("en"), null))).toBe(true);
});

test("[DR8] a save whose reply was lost is no change by somebody else", () => {
  const sent = quizOf("Capitals", "Oslo is");
  const editing = after(
    opened(quizOf("Capitals", "Oslo")),
    types("q1", "Oslo is"),
    { change: "sending", quiz: sent },
    types("q1", "Oslo is in Norway"),
    { change: "behind", theirs: { version: 2, quiz: sent } },
  );
  expect(editing).toMatchObject({ conflicts: [], stored: { version: 2 } });
  expect(written(editing.draft)).toEqual(quizOf("Capitals", "Oslo is in Norway"));
});

test("[DR8] a copy kept with an open conflict asks again when it is put back", () => {
  const base = quizOf("Capitals", "Oslo");
  const theirs = { version: 2, quiz: quizOf("Capitals", "their Oslo") };
  const editing = after(opened(base), types("q1", "my Oslo"), { change: "behind", theirs });
  expect(editing.conflicts).toHaveLength(1);
  const kept = { quiz: written(editing.draft), base: editing.fork, unconfirmed: [] };
  const again = after(opened(theirs.quiz, 2), { change: "restore", ...kept });
  expect(again.conflicts).toEqual(editing.conflicts);
  const [conflict] = again.conflicts;
  const decided = after(again, { change: "decide", conflict: conflict!, take: "theirs" });
  expect(decided).toMatchObject({ conflicts: [], fork: null });
  expect(isSaved(decided)).toBe(true);
});

test("[DR6] keeping mine is saved on the other's version", () => {
  const theirs = { version: 5, quiz: quizOf("Theirs", "Oslo", "Lima") };
  const editing = after(
    opened(quizOf("Capitals", "Oslo"), 4),
    { change: "title", title: "Mine" },
    { change: "behind", theirs },
  );
  const decided = after(editing, { change: "decide", conflict: editing.conflicts[0]!, take: "mine" });
  expect(decided.stored.version).toBe(5);
  expect(written(decided.draft)).toEqual(quizOf("Mine", "Oslo", "Lima"));
  expect(isSaved(decided)).toBe(false);
});

test("[DR7] a question that I deleted and the other changed goes or stays as I decide", () => {
  const theirs = { version: 2, quiz: quizOf("Capitals", "Oslo", "Lima, Peru") };
  const editing = after(
    opened(quizOf("Capitals", "Oslo", "Lima")),
    { change: "remove", key: "q2" },
    { change: "behind", theirs },
  );
  const [conflict] = editing.conflicts;
  const decide = (take: "mine" | "theirs") => after(editing, { change: "decide", conflict: conflict!, take });
  expect(written(decide("mine").draft)).toEqual(quizOf("Capitals", "Oslo"));
  expect(written(decide("theirs").draft)).toEqual(theirs.quiz);
});

test("[DR5] what is being typed keeps its gaps and its place when the other's changes come", () => {
  const editing = after(
    opened(quizOf("Capitals", "Oslo", "Lima")),
    { change: "select", key: "q2" },
    types("q2", "Lima is "),
    { change: "behind", theirs: { version: 2, quiz: quizOf("Cities", "Oslo, Norway", "Lima") } },
  );
  expect(editing.draft).toMatchObject({ title: "Cities", selected: "q2" });
  expect(editing.draft.questions.map(({ question }) => question.prompt)).toEqual([
    "Oslo, Norway",
    "Lima is ",
  ]);
});

test("[DR6] two versions of a question are told apart in words, field by field", () => {
  const options = (right: number) => ["Oslo", "Bergen"].map((text, at) => ({ text, correct: at === right }));
  const single = { kind: "single", prompt: "Capital?", timeLimitMs: 20_000, points: 1 } as const;
  expect(
    differences(
      { ...single, options: options(0) },
      { ...single, timeLimitMs: 5_000, points: 2, options: [...options(1), { text: "", correct: false }] },
    ),
  ).toEqual([
    { label: "Options", mine: ["A Oslo ✓", "B Bergen"], theirs: ["A Oslo", "B Bergen ✓", "C empty"] },
    { label: "Time to answer", mine: ["20 s"], theirs: ["5 s"] },
    { label: "Points", mine: ["Normal"], theirs: ["Double"] },
  ]);
});
