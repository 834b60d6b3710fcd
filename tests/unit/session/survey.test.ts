import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { scoredIndexes } from "#lib/points/scored-indexes.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { toPublicQuestion } from "#lib/quiz/public-question.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { revealOf } from "#lib/quiz/reveal.ts";
import type { StoredAnswer } from "#lib/session/answer-store.ts";
import type { RevealPhase } from "#lib/session/phases/phase.ts";
import { transition } from "#lib/session/phases/transition.ts";
import type { Player } from "#lib/session/player-store.ts";
import { resultsOf } from "#lib/session/reports/results.ts";
import { chosenSettingsSchema, settingsFrom } from "#lib/session/settings.ts";
import { anyQuiz, fittingResponse } from "../quiz/arbitraries.ts";
import { lobby, RESULT, T0 } from "./commanded.ts";

test("[SV1] [SV2] whatever is asked, nothing is right or wrong, earns points, or tells of a key", () => {
  fc.assert(
    fc.property(anyQuiz, fc.nat(), (quiz, seed) => {
      const random = seededRandom(seed);
      const frozen = freezeQuiz(quiz, random, { survey: true });
      expect(scoredIndexes(frozen, [])).toEqual([]);
      for (const [index, question] of frozen.questions.entries()) {
        const kind = kindOf(question);
        const shown = toPublicQuestion(frozen, index);
        expect(shown).toMatchObject({ scored: false, points: 0 });
        expect(shown).not.toHaveProperty("pick");
        expect(shown).not.toHaveProperty("closest");
        expect(revealOf(frozen, index)).toEqual({ key: null });
        expect(kind.settle).toBeUndefined();
        if (kind.asks === false) continue;
        const responses = [1, 2, 3].map(() => fittingResponse(question, random));
        for (const response of responses) {
          expect(kind.problem(question, response)).toBeNull();
          expect(kind.grade(question, response)).toEqual({ correct: null, fraction: 0 });
        }
        const rows = responses.map((response) => ({ response, count: 1, correct: 1 }));
        expect(kind.bars(question, rows).every(({ correct }) => correct === null)).toBe(true);
      }
    }),
  );
});

test("[SV3] an order tells how often each was first, a match where each was put, pins where they are", () => {
  const parsed = parseQuiz({
    title: "What matters",
    questions: [
      { kind: "order", prompt: "First?", items: ["time", "money", "rest"] },
      {
        kind: "match",
        prompt: "Where?",
        pairs: [
          { item: "cat", group: "in" },
          { item: "dog", group: "out" },
        ],
      },
      { kind: "number", prompt: "Hours?", correct: 8, tolerance: 1 },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const quiz = freezeQuiz(parsed.value, seededRandom(3), { survey: true });
  const [order, match] = quiz.questions;
  const shown = toPublicQuestion(quiz, 0).options.map(({ text }) => text);
  const first = kindOf(order!).bars(order!, [
    { response: { order: [2, 0, 1] }, count: 3 },
    { response: { order: [0, 1, 2] }, count: 1 },
  ]);
  expect(first.map(({ label, count }) => [label, count])).toEqual([
    [shown[0], 1],
    [shown[1], 0],
    [shown[2], 3],
  ]);
  const { options, groups = [] } = toPublicQuestion(quiz, 1);
  const pairs = kindOf(match!).bars(match!, [
    { response: { match: [1, 0] }, count: 2 },
    { response: { match: [1, 1] }, count: 1 },
  ]);
  expect(pairs[0]).toMatchObject({ label: `${options[0]?.text} → ${groups[1]?.text}`, count: 3 });
  expect(pairs).toHaveLength(3);

  const session = { ...lobby({ mode: "survey" }), quiz };
  const players = ["a", "b"].map((playerId, seq) => ({
    playerId,
    seq,
    name: playerId,
    removedAtMs: null,
    score: 0,
    correctTimeMs: 0,
  })) as unknown as Player[];
  const answers = [6, 9].map((number, i) => ({
    sessionId: "s1",
    questionIndex: 2,
    playerId: players[i]?.playerId,
    response: { number },
    correct: null,
    fraction: 0,
    points: 0,
    streak: 0,
    elapsedMs: 1_000,
    receivedAtMs: 1,
  })) as StoredAnswer[];
  expect(resultsOf(session, players, answers).questions[2]).toMatchObject({
    mean: 7.5,
    key: null,
    correct: null,
    points: 0,
  });
});

test("[SV4] after the last question it is over: no standings, no podium", () => {
  const survey = lobby({ mode: "survey" });
  const quiz = {
    ...survey.quiz,
    questions: survey.quiz.questions.map((q) => ({ ...q, points: 0, survey: true })),
  };
  const revealed = (index: number): RevealPhase => ({
    name: "reveal",
    index,
    closedAtMs: T0,
    advancesAtMs: null,
    result: RESULT,
  });
  const at = (index: number) => ({ ...survey, quiz, phase: revealed(index) }) as typeof survey;
  expect(transition(at(0), { command: "next" }, T0)).toMatchObject({
    value: { phase: { name: "question", index: 1 } },
  });
  for (const command of ["next", "finish"] as const)
    expect(transition(at(1), { command }, T0)).toMatchObject({
      value: { phase: { name: "ended", asked: 2 } },
    });
});

test("[SV1] nobody is told anything about an answer, whatever else was chosen", () => {
  const chosen = { mode: "survey", reveal: "instant", changeAnswers: true };
  expect(settingsFrom(chosenSettingsSchema.parse(chosen))).toMatchObject({
    ok: true,
    value: { reveal: "suspense", changeAnswers: true },
  });
  const setReveal = { command: "setReveal", reveal: "instant" } as const;
  expect(transition(lobby({ mode: "survey" }), setReveal, T0)).toMatchObject({
    error: { code: "command_not_possible" },
  });
});
