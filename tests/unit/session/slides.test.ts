import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { dueAtMs, waitsForHost } from "#lib/session/phases/due.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { summaryOf } from "#lib/session/players/summary.ts";
import type { Session } from "#lib/session/session.ts";
import type { SettingsInput } from "#lib/session/settings.ts";
import { lobby, played, settled, T0 } from "./commanded.ts";

/** A slide, a question, a slide. */
function withSlides(settings: SettingsInput = {}, autoAdvance = false): Session {
  const slide = { kind: "slide", prompt: "Read this", timeLimitMs: 5_000, autoAdvance };
  const quiz = parseQuiz({
    title: "Slides",
    questions: [slide, { kind: "truefalse", prompt: "So?", correct: true }, slide],
  });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return { ...lobby(settings), quiz: freezeQuiz(quiz.value, seededRandom(1)) };
}

describe("slides", () => {
  const next: Command = { command: "next" };
  const open: Command = { command: "open" };

  test("[SE11] a slide stands at once, and next leads on without reveal and standings", () => {
    const first = played(withSlides(), { command: "start" });
    expect(first.phase).toEqual({ name: "slide", index: 0, sinceMs: T0, advancesAtMs: null });
    expect(transition(first, { command: "close" }, T0)).toMatchObject({ ok: false });
    const end = played(first, next, open, { command: "close" }, settled(1), next, next, next);
    expect(end.phase).toMatchObject({ name: "podium", asked: 3 });
    expect(played(first, { command: "skip" }).phase).toMatchObject({ name: "question", index: 1 });
    expect(played(first, { command: "finish" }).phase).toMatchObject({ name: "podium" });
  });

  test("[SE11] the clock goes on after its time limit where it may, and a pause holds it", () => {
    const byClock = played(withSlides({ pace: "auto" }), { command: "start" });
    expect(dueAtMs(byClock)).toBe(T0 + 5_000);
    expect(transition(byClock, { command: "clock" }, T0 + 4_999)).toMatchObject({ ok: false });
    const paused = played(byClock, { command: "pause" });
    const resumed = transition(paused, { command: "resume" }, T0 + 60_000);
    expect(resumed.ok && dueAtMs(resumed.value)).toBe(T0 + 65_000);

    const byItself = played(withSlides({}, true), { command: "start" });
    expect(waitsForHost(byItself)).toBe(false);
    expect(transition(byItself, { command: "clock" }, T0 + 5_000)).toMatchObject({
      value: { phase: { name: "question", index: 1 } },
    });
    const away = played(withSlides({ away: "advance" }), { command: "start" });
    expect([waitsForHost(away), dueAtMs(away)]).toEqual([true, T0 + 20_000]);
  });

  test("[Q19] players do not find slides among what they answered", () => {
    const session = played(
      withSlides(),
      { command: "start" },
      next,
      open,
      { command: "close" },
      settled(1),
      next,
      next,
    );
    expect(summaryOf(session, []).map((item) => item.question.index)).toEqual([1]);
  });
});
