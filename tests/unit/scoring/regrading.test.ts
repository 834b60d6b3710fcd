import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { profileNames } from "#lib/points/profiles.ts";
import { withKey } from "#lib/quiz/change-key.ts";
import { type FrozenQuiz, freezeQuiz } from "#lib/quiz/freeze.ts";
import { gradeResponse } from "#lib/quiz/grade-response.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { quizSchema } from "#lib/quiz/quiz.ts";
import type { RegradeChange } from "#lib/session/regrades.ts";
import type { Session } from "#lib/session/session.ts";
import { freshly, HOST, played, SESSION } from "../played-session.ts";
import { anyQuiz, fittingResponse } from "../quiz/arbitraries.ts";

const asked = (changes: RegradeChange[], more: object = {}) => ({
  changes,
  profile: null,
  reason: "A wrong key",
  by: HOST,
  preview: false,
  ...more,
});

/** Some change that fits some question of the quiz. */
function someChange(quiz: FrozenQuiz, draw: () => number): RegradeChange {
  const questionIndex = Math.floor(draw() * quiz.questions.length);
  const question = quiz.questions[questionIndex]!;
  const kind = kindOf(question);
  if (kind.asks === false) return { questionIndex: 999, void: true };
  const roll = draw();
  if (!kind.scored || roll < 0.3) return { questionIndex, void: draw() < 0.7 };
  if (roll < 0.5) return { questionIndex, points: draw() < 0.5 ? 2 : 0 };
  if (roll < 0.75) return { questionIndex, accept: fittingResponse(question, draw) };
  switch (question.kind) {
    case "single":
    case "multiple":
      return { questionIndex, key: { choices: [Math.floor(draw() * question.options.length)] } };
    case "truefalse":
      return { questionIndex, key: { choices: [draw() < 0.5 ? 0 : 1] } };
    case "text":
      return { questionIndex, key: { accepted: ["Lima", "Mount Everest"] } };
    case "number":
      return { questionIndex, key: { number: Math.floor(draw() * 100), tolerance: 3, closest: false } };
    default:
      return { questionIndex, void: true };
  }
}

const anyGame = fc.record({
  quiz: anyQuiz,
  seed: fc.nat(),
  profile: fc.constantFrom(...profileNames),
  skipped: fc.nat(3),
});

describe("regrading", () => {
  test("[RG1] [RG7] after any regrades all is as if freshly played by what counts now; undone in any order, as before", async () => {
    await fc.assert(
      fc.asyncProperty(anyGame, async ({ quiz, seed, profile, skipped }) => {
        const draw = seededRandom(seed + 1);
        const game = played(quiz, seed, profile, skipped < quiz.questions.length ? [skipped] : []);
        const before = game.stored();
        const applied: string[] = [];
        for (let i = 0; i < 3; i++) {
          const other = draw() < 0.3 ? profileNames[Math.floor(draw() * profileNames.length)] : null;
          const change = someChange(game.stored().now, draw);
          const asking = asked([change], { profile: other ?? null });
          const preview = await game.regrading.regrade(SESSION, { ...asking, preview: true });
          const untouched = game.stored();
          const done = await game.regrading.regrade(SESSION, asking);
          if (!done.ok) {
            expect(preview).toEqual(done);
            expect(game.stored()).toEqual(untouched);
            continue;
          }
          applied.push(done.value.id!);
          expect(preview).toMatchObject({ ok: true, value: { id: null, moved: done.value.moved } });
          const now = game.stored();
          const fresh = freshly(game.given, now.now, now.settings.profile, now.gone);
          for (const player of now.players) expect(player).toMatchObject(fresh.get(player.playerId)!.totals);
          for (const answer of now.answers)
            expect(answer).toMatchObject(fresh.get(answer.playerId)!.outcomes.get(answer.questionIndex)!);
          expect(done.value.after.map(({ playerId, score }) => [playerId, score]).sort()).toEqual(
            game.scores().sort(),
          );
        }
        // The last first, so that none is refused because another builds on it.
        for (const id of applied.reverse())
          expect(await game.regrading.undo(SESSION, id, HOST)).toMatchObject({ ok: true });
        expect(game.stored()).toEqual(before);
        expect(await game.regrading.list(SESSION)).toMatchObject(
          [...applied].reverse().map((id) => ({ id, undone: { by: HOST } })),
        );
      }),
      { numRuns: 150 },
    );
  });

  const capitals = freezeQuiz(
    quizSchema.parse({
      title: "Capitals",
      questions: [
        {
          kind: "single",
          prompt: "Australia?",
          options: [{ text: "Sydney", correct: true }, { text: "Canberra" }],
        },
        { kind: "order", prompt: "From west to east", items: ["Lisbon", "Paris", "Rome"] },
        {
          kind: "match",
          prompt: "Where?",
          pairs: [
            { item: "Nile", group: "Africa" },
            { item: "Rhine", group: "Asia" },
            { item: "Ganges", group: "Asia" },
            { item: "Po", group: "Europe" },
          ],
        },
        { kind: "poll", prompt: "Tea?", options: [{ text: "Yes" }, { text: "No" }] },
        { kind: "number", prompt: "How far?", correct: 10, closest: true },
      ],
    }),
    seededRandom(7),
  );

  test("[RG2] a key is changed in the form in which a reveal tells it, and what was shown stays", () => {
    const [single, order, match, poll] = capitals.questions;
    const changed = withKey(single!, { choices: [1] });
    expect(changed).toMatchObject({
      ok: true,
      question: { options: [{ correct: false }, { correct: true }] },
    });
    expect(withKey(single!, { choices: [2] })).toEqual({
      ok: false,
      problem: expect.stringMatching(/n from 0 to 1/),
    });
    expect(withKey(poll!, { choices: [0] })).toMatchObject({ ok: false });

    const shown = kindOf(order!).options(order!);
    for (const key of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const next = withKey(order!, { order: key });
      if (!next.ok) throw new Error(next.problem);
      expect(kindOf(next.question).key(next.question)).toEqual({ order: key });
      expect(kindOf(next.question).options(next.question)).toEqual(shown);
      expect(gradeResponse(next.question, { order: key })).toEqual({ correct: true, fraction: 1 });
    }

    const groups = kindOf(match!).details?.(match!).groups;
    const next = withKey(match!, { match: [0, 1, 2, 0] });
    if (!next.ok) throw new Error(next.problem);
    expect(kindOf(next.question).key(next.question)).toEqual({ match: [0, 1, 2, 0] });
    expect(kindOf(next.question).details?.(next.question).groups).toEqual(groups);
  });

  test("[RG3] what is accepted besides the key is fully right, of every kind with a key; the closest number is the key's alone", async () => {
    const { regrading, database } = played(capitals, 3, "accuracy");
    const accept = (questionIndex: number, response: RegradeChange["accept"]) =>
      regrading.regrade(SESSION, asked([{ questionIndex, accept: response }]));
    expect(await accept(0, 1)).toMatchObject({ ok: true });
    expect(await accept(1, { order: [2, 1, 0] })).toMatchObject({ ok: true });
    const { quiz } = database.sessions.get(SESSION)!.session;
    expect(kindOf(quiz.questions[0]!).key(quiz.questions[0]!)).toEqual({ choices: [0, 1] });
    expect(gradeResponse(quiz.questions[1]!, { order: [2, 1, 0] })).toEqual({ correct: true, fraction: 1 });
    expect(await accept(4, 12)).toMatchObject({ ok: false, error: { code: "bad_request" } });
    expect(await accept(0, { choice: 7 })).toMatchObject({
      ok: false,
      error: { code: "bad_request", message: expect.stringMatching(/^Question 1: .*given was/) },
    });
  });

  test("[RG4] while a question is open or being counted nothing is regraded, and what was not asked never", async () => {
    const { regrading, database } = played(capitals, 4, "classic");
    const row = database.sessions.get(SESSION)!;
    const at = async (phase: unknown, questionIndex = 0) => {
      row.session = { ...row.session, phase: phase as Session["phase"] };
      const done = await regrading.regrade(SESSION, asked([{ questionIndex, void: true }]));
      return done.ok ? "done" : done.error.code;
    };
    const open = { name: "question", index: 1, shownAtMs: 0, opensAtMs: 0, closesAtMs: 9 };
    const reveal = { name: "reveal", index: 1, closedAtMs: 5, advancesAtMs: null, result: null };
    expect(await at(open)).toBe("question_running");
    expect(await at({ name: "paused", phase: open, pausedAtMs: 3 })).toBe("question_running");
    expect(await at(reveal)).toBe("question_running");
    expect(await at({ name: "lobby" })).toBe("command_not_possible");
    expect(await at({ ...reveal, result: { answered: 0, correct: 0, bars: [] } }, 2)).toBe(
      "command_not_possible",
    );
    expect(await at({ ...reveal, result: { answered: 0, correct: 0, bars: [] } }, 77)).toBe("bad_request");
    expect(await at({ ...reveal, result: { answered: 0, correct: 0, bars: [] } }, 1)).toBe("done");
    // The bars of the reveal are counted anew.
    expect(row.session.phase).toMatchObject({ result: { answered: expect.any(Number), correct: null } });
  });

  test("[RG5] a regrade decided on an older version is refused; without a version, one follows the other", async () => {
    const { regrading, database } = played(capitals, 5, "classic");
    const one = asked([{ questionIndex: 0, key: { choices: [1] } }], { expectedVersion: 9 });
    const outcomes = await Promise.all([regrading.regrade(SESSION, one), regrading.regrade(SESSION, one)]);
    expect(outcomes.map((outcome) => (outcome.ok ? "done" : outcome.error.code))).toEqual([
      "done",
      "stale_command",
    ]);
    await Promise.all([
      regrading.regrade(SESSION, asked([{ questionIndex: 1, void: true }])),
      regrading.regrade(SESSION, asked([{ questionIndex: 0, points: 2 }])),
    ]);
    expect(database.sessions.get(SESSION)!.session).toMatchObject({
      voided: [1],
      version: 12,
      regradings: 3,
    });
    expect(database.sessions.get(SESSION)!.session.quiz.questions[0]).toMatchObject({
      points: 2,
      options: [{ correct: false }, { correct: true }],
    });
  });

  test("[RG7] a regrade is undone once, and one that is not there not at all", async () => {
    const { regrading } = played(capitals, 6, "classic");
    const done = await regrading.regrade(SESSION, asked([{ questionIndex: 0, void: true }]));
    const id = done.ok ? done.value.id! : "";
    expect(await regrading.undo(SESSION, "nobody's", HOST)).toMatchObject({ error: { code: "not_found" } });
    expect(await regrading.undo(SESSION, id, HOST)).toMatchObject({ ok: true });
    expect(await regrading.undo(SESSION, id, HOST)).toMatchObject({
      error: { code: "command_not_possible" },
    });
    expect(await regrading.regrade("nowhere", asked([{ questionIndex: 0, void: true }]))).toMatchObject({
      error: { code: "session_not_found" },
    });
  });
});
