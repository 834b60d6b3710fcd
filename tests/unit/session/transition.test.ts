import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { dueAtMs, GRACE_MS } from "#lib/session/phases/due.ts";
import { phaseViewSchema } from "#lib/session/phases/phase.ts";
import { FIRST_LEAD_MS, OPEN_LEAD_MS } from "#lib/session/phases/phase-starts.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import type { Session } from "#lib/session/session.ts";
import type { SettingsInput } from "#lib/session/settings.ts";
import { lobby, played, RESULT, settled, T0 } from "./commanded.ts";

describe("phases", () => {
  test("[SE1] a whole game goes lobby, question, reveal, standings, …, podium, ended", () => {
    const names: string[] = [];
    let session = lobby();
    const steps: Command[] = [
      { command: "start" },
      { command: "open" },
      { command: "close" },
      settled(0),
      { command: "next" },
      { command: "next" },
      { command: "open" },
      { command: "close" },
      settled(1),
      { command: "next" },
      { command: "next" },
      { command: "next" },
    ];
    for (const [i, step] of steps.entries()) {
      const next = transition(session, step, T0 + i * 1_000);
      if (!next.ok) throw new Error(next.error.message);
      session = next.value;
      names.push(session.phase.name);
      expect(session.version).toBe(i + 2);
    }
    expect(names.join(" ")).toBe(
      "question question reveal reveal standings question question reveal reveal standings podium ended",
    );
  });

  const NO_POINTS = {
    poll: { kind: "poll", prompt: "Tea?", options: [{ text: "Yes" }, { text: "No" }] },
    rating: { kind: "rating", prompt: "How was it?" },
    "word cloud": { kind: "wordcloud", prompt: "One word" },
    "question worth 0 points": { kind: "truefalse", prompt: "So?", correct: true, points: 0 },
  };

  test.each(Object.entries(NO_POINTS))("[SE16] after a %s no standings are shown", (_, asked) => {
    const scored = { kind: "truefalse", prompt: "Well?", correct: true };
    const slide = { kind: "slide", prompt: "Read this" };
    const reveal = (index: number, settings?: SettingsInput): Session => ({
      ...lobby(settings),
      quiz: quizOf([asked, slide, scored, asked]),
      phase: { name: "reveal", index, closedAtMs: T0, advancesAtMs: T0, result: RESULT },
    });
    expect(played(reveal(0), { command: "next" }).phase).toMatchObject({ name: "slide", index: 1 });
    expect(played(reveal(2), { command: "next" }).phase).toMatchObject({ name: "standings", index: 2 });
    expect(played(reveal(3), { command: "next" }).phase).toMatchObject({ name: "podium", asked: 4 });
    const byClock = played(reveal(0, { pace: "auto" }), { command: "clock" });
    expect(byClock.phase).toMatchObject({ name: "slide", index: 1 });
    expect(played(reveal(3, { pace: "auto" }), { command: "clock" }).phase.name).toBe("podium");
  });

  test("[SE2] the first question is announced ahead, opens after the reading time, and closes at its limit", () => {
    const { phase } = played(lobby({ readingMs: 4_000 }), { command: "start" });
    expect(phase).toEqual({
      name: "question",
      index: 0,
      shownAtMs: T0 + FIRST_LEAD_MS,
      opensAtMs: T0 + FIRST_LEAD_MS + 4_000,
      closesAtMs: T0 + FIRST_LEAD_MS + 24_000,
    });
  });

  test("[SE3] pausing keeps the phase and resuming shifts its instants by the time away", () => {
    const running = played(lobby(), { command: "start" });
    const paused = transition(running, { command: "pause" }, T0 + 5_000);
    if (!paused.ok || running.phase.name !== "question") throw new Error("expected a running question");
    const resumed = transition(paused.value, { command: "resume" }, T0 + 65_000);
    expect(resumed).toMatchObject({
      ok: true,
      value: { phase: { name: "question", closesAtMs: running.phase.closesAtMs + 60_000 } },
    });
  });

  test("[SE4] the clock closes a question only after the grace, and once", () => {
    const running = played(lobby(), { command: "start" });
    const due = dueAtMs(running);
    if (due === null || running.phase.name !== "question") throw new Error("expected a due instant");
    expect(due).toBe(running.phase.closesAtMs + GRACE_MS);
    expect(transition(running, { command: "clock" }, due - 1).ok).toBe(false);
    const closed = transition(running, { command: "clock" }, due);
    expect(closed).toMatchObject({
      ok: true,
      value: { phase: { name: "reveal", closedAtMs: due, result: null } },
    });
  });

  test("[XT4] at the close the question waits for players with more time, and pauses shift that too", () => {
    const running = played(lobby(), { command: "start" });
    if (running.phase.name !== "question") throw new Error("expected a question");
    const { closesAtMs } = running.phase;
    const untilMs = closesAtMs + 20_000;
    const wait: Command = { command: "waitForExtraTime", index: 0, untilMs };
    expect(transition(running, wait, closesAtMs - 1).ok).toBe(false);
    const waiting = transition(running, wait, closesAtMs + GRACE_MS);
    if (!waiting.ok) throw new Error(waiting.error.message);
    expect(waiting.value.phase).toEqual({ ...running.phase, waitsUntilMs: untilMs });
    expect(dueAtMs(waiting.value)).toBe(untilMs + GRACE_MS);
    expect(transition(waiting.value, wait, closesAtMs + 1_000).ok).toBe(false);
    const paused = played(waiting.value, { command: "pause" });
    const resumed = transition(paused, { command: "resume" }, T0 + 5_000);
    expect(resumed).toMatchObject({ ok: true, value: { phase: { waitsUntilMs: untilMs + 5_000 } } });
    expect(transition(waiting.value, { command: "close" }, closesAtMs + 2_000)).toMatchObject({
      ok: true,
      value: { phase: { name: "reveal", closedAtMs: closesAtMs + 2_000 } },
    });
  });

  test("[AN2] when the host closes, time is up at once and the clock closes after the grace", () => {
    const running = played(lobby(), { command: "start" });
    if (running.phase.name !== "question") throw new Error("expected a question");
    const cutAtMs = running.phase.opensAtMs + 5_000;
    const graceMs = 2_000;
    const timeUp: Command = { command: "timeUp", index: 0, graceMs };
    const cut = transition(running, timeUp, cutAtMs);
    if (!cut.ok) throw new Error(cut.error.message);
    expect(cut.value.phase).toEqual({ ...running.phase, closesAtMs: cutAtMs, cutAtMs, graceMs });
    expect(dueAtMs(cut.value)).toBe(cutAtMs + graceMs);
    expect(transition(cut.value, timeUp, cutAtMs + 1).ok).toBe(false);
    expect(transition(running, { command: "timeUp", index: 1, graceMs }, cutAtMs).ok).toBe(false);
    const reopened = transition(cut.value, { command: "addTime", ms: 10_000 }, cutAtMs + 100);
    expect(reopened.ok && reopened.value.phase).toEqual({ ...running.phase, closesAtMs: cutAtMs + 10_100 });
    const paused = transition(cut.value, { command: "pause" }, cutAtMs + 100);
    const resumed = paused.ok && transition(paused.value, { command: "resume" }, cutAtMs + 60_100);
    expect(resumed).toMatchObject({ ok: true, value: { phase: { cutAtMs: cutAtMs + 60_000 } } });
  });

  test("[SE4] a close that waited for what came late counts what came until then", () => {
    const running = played(lobby(), { command: "start" });
    const due = dueAtMs(running) ?? 0;
    const closed = transition(running, { command: "clock", lateMs: 700 }, due + 700);
    expect(closed).toMatchObject({ ok: true, value: { phase: { closedAtMs: due + 700 } } });
  });

  test("[SE5] skipping a running question voids it and goes on once it is counted", () => {
    const skipped = played(lobby(), { command: "start" }, { command: "open" }, { command: "skip" });
    expect(skipped).toMatchObject({ voided: [0], phase: { name: "reveal", leadsTo: "question" } });
    const counted = played(skipped, settled(0));
    expect(transition(counted, { command: "clock" }, T0 + 9_000)).toMatchObject({
      ok: true,
      value: { phase: { name: "question", index: 1 } },
    });
  });

  test("[SE6] finishing in the middle of a question counts it and goes to the podium", () => {
    const finishing = played(
      lobby(),
      { command: "start" },
      { command: "open" },
      { command: "finish" },
      settled(0),
    );
    expect(transition(finishing, { command: "clock" }, T0 + 9_000)).toMatchObject({
      ok: true,
      value: { phase: { name: "podium" }, voided: [] },
    });
  });

  test("[SE12] opening now ends the 3-2-1 and the reading time, together for all and without costing time to answer", () => {
    const running = played(lobby({ readingMs: 9_000 }), { command: "start" });
    const more = played(running, { command: "addTime", ms: 10_000 });
    const opened = transition(more, { command: "open" }, T0 + 2_000);
    expect(opened).toMatchObject({
      ok: true,
      value: {
        phase: {
          name: "question",
          shownAtMs: T0 + 2_000 + OPEN_LEAD_MS,
          opensAtMs: T0 + 2_000 + OPEN_LEAD_MS,
          closesAtMs: T0 + 2_000 + OPEN_LEAD_MS + 30_000,
        },
      },
    });
    // Shown already, it stays shown; about to open anyway, it opens no later.
    const shown = transition(running, { command: "open" }, T0 + FIRST_LEAD_MS + 100);
    expect(shown).toMatchObject({ value: { phase: { shownAtMs: T0 + FIRST_LEAD_MS } } });
    const opensAtMs = T0 + FIRST_LEAD_MS + 9_000;
    expect(transition(running, { command: "open" }, opensAtMs - 20)).toMatchObject({
      value: { phase: { opensAtMs } },
    });
    expect(transition(running, { command: "open" }, opensAtMs)).toMatchObject({ ok: false });
  });

  test("[SE13] a question that has not opened is neither closed nor revealed, whatever is asked", () => {
    const running = played(lobby({ readingMs: 9_000 }), { command: "start" });
    if (running.phase.name !== "question") throw new Error("expected a question");
    const paused = played(running, { command: "pause" });
    for (const atMs of [T0 + 100, T0 + FIRST_LEAD_MS, running.phase.opensAtMs - 1]) {
      for (const command of ["close", "next"] as const)
        expect(transition(running, { command }, atMs)).toMatchObject({
          error: { code: "command_not_possible", message: expect.stringContaining("has not opened") },
        });
      for (const session of [running, paused]) {
        const skipped = counted(session, { command: "skip" }, atMs);
        expect(skipped).toMatchObject({ voided: [0], phase: { name: "question", index: 1 } });
        const finished = counted(session, { command: "finish" }, atMs);
        expect(finished).toMatchObject({ voided: [], phase: { name: "podium", asked: 0 } });
      }
    }
    expect(transition(running, { command: "close" }, running.phase.opensAtMs).ok).toBe(true);
  });

  test("[API11] half of a double press is no second step, unless it says which step it means", () => {
    const revealed = played(
      lobby(),
      { command: "start" },
      { command: "open" },
      { command: "close" },
      settled(0),
    );
    const atMs = T0 + 60_000;
    const standings = transition(revealed, { command: "next", bareAtMs: atMs }, atMs);
    if (!standings.ok) throw new Error(standings.error.message);
    const again = (afterMs: number, bare = true) =>
      transition(
        standings.value,
        { command: "next", ...(bare ? { bareAtMs: atMs + afterMs } : {}) },
        // However long it took until it was looked at.
        atMs + afterMs + 2_000,
      );
    for (const afterMs of [-5, 0, 100, 399])
      expect(again(afterMs)).toMatchObject({ ok: false, error: { code: "doubled_command" } });
    expect(again(400)).toMatchObject({ value: { phase: { name: "question", index: 1 } } });
    expect(again(100, false)).toMatchObject({ value: { phase: { name: "question", index: 1 } } });
    // The close was no `next`: what follows it at once is meant.
    expect(transition(revealed, { command: "next", bareAtMs: T0 + 2_001 }, T0 + 2_001).ok).toBe(true);
  });

  test("[SE7] added time moves only the close", () => {
    const running = played(lobby(), { command: "start" });
    const more = played(running, { command: "addTime", ms: 10_000 });
    if (running.phase.name !== "question") throw new Error("expected a question");
    expect(more.phase).toEqual({ ...running.phase, closesAtMs: running.phase.closesAtMs + 10_000 });
  });

  test("[SE15] when players learn how they did changes between questions, from the next one on", () => {
    const setReveal: Command = { command: "setReveal", reveal: "suspense" };
    const running = played(lobby(), { command: "start" });
    const closed = played(lobby(), { command: "start" }, { command: "open" }, { command: "close" });
    const counted = played(closed, settled(0));
    const standings = played(counted, { command: "next" });
    for (const between of [lobby(), counted, standings, played(standings, { command: "pause" })]) {
      const changed = played(between, setReveal);
      expect(changed).toEqual({
        ...between,
        settings: { ...between.settings, reveal: "suspense" },
        version: between.version + 1,
      });
    }
    const finished = played(running, { command: "finish" }, settled(0));
    const podium = played(finished, { command: "clock" });
    for (const not of [running, played(running, { command: "pause" }), closed, podium])
      expect(transition(not, setReveal, T0 + 9_000), not.phase.name).toMatchObject({
        ok: false,
        error: { code: "command_not_possible" },
      });
  });

  test("[SE8] with pace auto reveal and standings move on by the clock; with the host's pace they wait", () => {
    const auto = played(
      lobby({ pace: "auto", revealMs: 7_000 }),
      { command: "start" },
      { command: "open" },
      { command: "close" },
    );
    expect(auto.phase).toMatchObject({ name: "reveal", advancesAtMs: T0 + 2_000 + 7_000 });
    const manual = played(lobby(), { command: "start" }, { command: "open" }, { command: "close" });
    expect(manual.phase).toMatchObject({ advancesAtMs: null });
  });

  test.each(["resume", "close", "pause", "skip", "addTime"])(
    "[SE9] %s in the lobby is refused and says why",
    (command) => {
      const refused = transition(lobby(), { command, ms: 1_000 } as Command, T0);
      expect(refused).toMatchObject({ ok: false, error: { code: "command_not_possible" } });
    },
  );
});

/** What a command leads to once the answers are counted. On the way the key is not seen. */
function counted(session: Session, command: Command, atMs: number): Session {
  return [command, settled(0), { command: "clock" } as const].reduce((current, each) => {
    const next = transition(current, each, atMs);
    if (!next.ok) throw new Error(next.error.message);
    const view = viewOf(next.value, {
      players: 2,
      answered: 0,
      socketAnswersAbove: 300,
      joinOrigin: "",
      nowMs: atMs,
    });
    expect(view.reveal).toBe(null);
    expect(phaseViewSchema.parse(view.phase)).toEqual(view.phase);
    return next.value;
  }, session);
}

const commandArb: fc.Arbitrary<Command> = fc.oneof(
  ...(
    ["start", "next", "open", "close", "pause", "resume", "skip", "lock", "unlock", "clock", "wait"] as const
  ).map((command) => fc.constant<Command>({ command })),
  fc.constant<Command>({ command: "addTime", ms: 5_000 }),
  fc.constantFrom<Command>(
    { command: "setReveal", reveal: "instant" },
    { command: "setReveal", reveal: "suspense" },
  ),
  fc.integer({ min: 0, max: 3 }).map<Command>((index) => settled(index)),
  fc.integer({ min: 0, max: 3 }).map<Command>((index) => ({ command: "closeEarly", index })),
  fc.integer({ min: 0, max: 3 }).map<Command>((index) => ({
    command: "waitForExtraTime",
    index,
    untilMs: T0 + 60_000,
  })),
);

test("[SE10] whatever is commanded, in any order and at any time, the session stays sound", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(commandArb, fc.integer({ min: 0, max: 60_000 })), { maxLength: 60 }),
      fc.constantFrom<SettingsInput>({}, { pace: "auto" }, { away: "advance" }, { readingMs: 0 }),
      (steps, settings) => {
        let session = lobby(settings, 3);
        let now = T0;
        for (const [command, waitMs] of steps) {
          now += waitMs;
          const before = JSON.stringify(session);
          const next = transition(session, command, now);
          expect(JSON.stringify(session)).toBe(before);
          if (!next.ok) continue;
          expect(next.value.version).toBe(session.version + 1);
          session = next.value;
          const phase = session.phase.name === "paused" ? session.phase.phase : session.phase;
          if (phase.name === "question") {
            expect(phase.shownAtMs).toBeLessThanOrEqual(phase.opensAtMs);
            expect(phase.opensAtMs).toBeLessThan(phase.closesAtMs);
          }
          if ("index" in phase) expect(session.quiz.questions[phase.index]).toBeDefined();
          const due = dueAtMs(session);
          expect(due === null).toBe(session.phase.name === "ended");
        }
      },
    ),
    { seed: 20261123, numRuns: 500 },
  );
});

function quizOf(questions: object[]): Session["quiz"] {
  const quiz = parseQuiz({ title: "Mixed", questions });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return freezeQuiz(quiz.value, seededRandom(1));
}
