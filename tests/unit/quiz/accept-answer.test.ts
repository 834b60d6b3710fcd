import { describe, expect, test } from "vitest";
import { acceptAnswer, acceptsAnswer } from "#lib/quiz/accept-answer.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { parseDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { QuizStore, StoredQuiz } from "#lib/quiz/quiz-store.ts";

const QUESTION = {
  id: "q1",
  kind: "text",
  prompt: "Highest mountain?",
  accepted: ["Mount Everest"],
  notAccepted: ["Mont Everest", "K2"],
  typoTolerance: true,
};

function deskWith(questions: unknown[], onRead: (stored: StoredQuiz) => void = () => {}) {
  const parsed = parseDraft({ title: "T", questions });
  if (!parsed.ok) throw new Error(parsed.error.message);
  let stored: StoredQuiz | null = {
    id: "quiz",
    quiz: parsed.value as NamedDraft,
    version: 7,
    problems: [],
    createdAtMs: 0,
    updatedAtMs: 0,
  };
  const quizzes: Pick<QuizStore, "get" | "update"> = {
    async get() {
      const read = stored && structuredClone(stored);
      if (stored) onRead(stored);
      return read;
    },
    async update(_account, _id, quiz, { problems = [], expectedVersion } = {}) {
      if (!stored) return null;
      if (expectedVersion !== stored.version) return "stale";
      stored = { ...stored, quiz: quiz as NamedDraft, problems: [...problems], version: stored.version + 1 };
      return stored;
    },
  };
  const desk = {
    quizzes: quizzes as QuizStore,
    media: { owned: async () => new Set<string>() },
  };
  return {
    desk,
    stored: () => stored,
    remove() {
      stored = null;
    },
  };
}

const tap = (text: string, questionId = "q1") => ({ quizId: "quiz", questionId, text });

describe("[Q26] an answer accepted from the next time on", () => {
  test("is added once, and no longer ruled out; the rest of the quiz stays", async () => {
    const { desk, stored } = deskWith([QUESTION, { ...QUESTION, id: "q2" }]);
    expect(await acceptAnswer(desk, "account", tap("mont everest!"))).toEqual({ ok: true, value: null });
    expect(await acceptAnswer(desk, "account", tap("Mont Everest"))).toEqual({ ok: true, value: null });
    expect(stored()).toMatchObject({ version: 8, problems: [] });
    const [first, second] = stored()!.quiz.questions;
    expect(first).toMatchObject({ accepted: ["Mount Everest", "mont everest!"], notAccepted: ["K2"] });
    expect(second).toMatchObject({ accepted: ["Mount Everest"], notAccepted: ["Mont Everest", "K2"] });
    expect(acceptsAnswer(stored()!.quiz, "q1", "MONT EVEREST")).toBe(true);
    expect(acceptsAnswer(stored()!.quiz, "q2", "MONT EVEREST")).toBe(false);
  });

  test("is added to what somebody else saved in the same instant", async () => {
    let others = 1;
    const { desk, stored } = deskWith([QUESTION], (now) => {
      if (others-- <= 0) return;
      now.version += 1;
      now.quiz = { ...now.quiz, title: "Theirs" };
    });
    expect(await acceptAnswer(desk, "account", tap("Everest"))).toMatchObject({ ok: true });
    expect(stored()!.quiz).toMatchObject({
      title: "Theirs",
      questions: [{ accepted: ["Mount Everest", "Everest"] }],
    });
  });

  test.each([
    ["without a quiz", { ...tap("Everest"), quizId: null }, "quiz_not_found", /deleted/],
    ["without its question", tap("Everest", "other"), "stale_quiz", /removed from the quiz/],
    [
      "in a session older than the ids of questions",
      { ...tap("Everest"), questionId: undefined },
      "stale_quiz",
      /removed/,
    ],
  ])("%s a sentence says why not", async (_, tapped, code, message) => {
    const { desk } = deskWith([QUESTION]);
    const done = await acceptAnswer(desk, "account", tapped);
    expect(done).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } });
  });

  test("a question of another kind by now, a full list, a quiz that never rests and a deleted one say so", async () => {
    const poll = { id: "q1", kind: "truefalse", prompt: "?", correct: true };
    const full = { ...QUESTION, accepted: Array.from({ length: 20 }, (_, i) => `answer ${i}`) };
    const restless = deskWith([QUESTION], (now) => void now.version++);
    const gone = deskWith([QUESTION]);
    gone.remove();
    const refusals = await Promise.all(
      [deskWith([poll]), deskWith([full]), restless, gone].map(({ desk }) =>
        acceptAnswer(desk, "account", tap("Everest")),
      ),
    );
    expect(refusals.map((done) => (done.ok ? "added" : done.error.code))).toEqual([
      "stale_quiz",
      "command_not_possible",
      "stale_quiz",
      "quiz_not_found",
    ]);
  });
});
