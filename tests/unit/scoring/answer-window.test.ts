import { expect, test } from "vitest";
import { guardAnswer } from "#lib/scoring/answer-window.ts";
import { extraMs } from "#lib/session/extra-time.ts";
import { GRACE_MS } from "#lib/session/phases/due.ts";
import type { Phase, QuestionPhase } from "#lib/session/phases/phase.ts";

const question: QuestionPhase = {
  name: "question",
  index: 1,
  shownAtMs: 500,
  opensAtMs: 1_000,
  closesAtMs: 21_000,
};
const reveal: Phase = { name: "reveal", index: 1, closedAtMs: 15_000, advancesAtMs: null, result: null };
const standings: Phase = { name: "standings", index: 1, sinceMs: 20_000, advancesAtMs: null };

test.each([
  ["until their own close", 41_000 + GRACE_MS, null],
  ["not after it", 41_001 + GRACE_MS, "question_closed"],
])("[XT2] at the commit, an answer of a player with more time counts %s", (_, receivedAtMs, code) => {
  expect(guardAnswer(question, receivedAtMs, 1, extraMs("2x", question))).toBe(code);
});

test.each<[string, Phase, number, number, string | null]>([
  ["while the question runs", question, 5_000, 1, null],
  ["within the grace", question, 21_000 + GRACE_MS, 1, null],
  ["after the grace", question, 21_001 + GRACE_MS, 1, "question_closed"],
  ["for an earlier question", question, 5_000, 0, "question_closed"],
  ["for a later question", question, 5_000, 2, "wrong_question"],
  ["received before the close, committed after it", reveal, 14_999, 1, null],
  ["received after the close by a node that had not heard", reveal, 15_001, 1, "question_closed"],
  ["when the standings show", standings, 14_000, 1, "question_closed"],
  ["received before a pause", { name: "paused", phase: question, pausedAtMs: 6_000 }, 5_999, 1, null],
  ["received in a pause", { name: "paused", phase: question, pausedAtMs: 6_000 }, 6_001, 1, "session_paused"],
  ["in the lobby", { name: "lobby" }, 1, 0, "no_open_question"],
  ["after the end", { name: "ended", endedAtMs: 1 }, 2, 0, "session_ended"],
])("[AN1] at the commit, an answer %s", (_, phase, receivedAtMs, index, code) => {
  expect(guardAnswer(phase, receivedAtMs, index)).toBe(code);
});
