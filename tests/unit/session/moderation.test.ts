import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { lobby, played, T0 } from "./commanded.ts";

describe("word clouds", () => {
  test("[Q21] the host's word on entries is kept by question, in any phase but the end, and only of word clouds", () => {
    const quiz = parseQuiz({
      title: "Words",
      questions: [
        { kind: "truefalse", prompt: "So?", correct: true },
        { kind: "wordcloud", prompt: "Words?" },
      ],
    });
    if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
    const session = { ...lobby(), quiz: freezeQuiz(quiz.value, seededRandom(1)) };
    const moderate = (questionIndex: number, verdict: "show" | "hide"): Command => ({
      command: "moderate",
      questionIndex,
      entries: ["Trust!"],
      verdict,
    });
    expect(played(session, { command: "start" }, moderate(1, "show")).moderation).toEqual({
      1: { trust: "show" },
    });
    expect(played(session, moderate(1, "show"), moderate(1, "hide")).moderation[1]).toEqual({
      trust: "hide",
    });
    expect(transition(session, moderate(0, "show"), T0)).toMatchObject({ ok: false });
    const ended = played(session, { command: "finish" });
    expect(transition(ended, moderate(1, "show"), T0)).toMatchObject({ ok: false });
  });
});
