import { describe, expect, test } from "vitest";
import { hostCommandSchema } from "#lib/session/phases/command.ts";
import { dueAtMs } from "#lib/session/phases/due.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby, played, T0 } from "./commanded.ts";

const stageOf = (session: Session) =>
  viewOf(session, { players: 0, answered: 0, socketAnswersAbove: 300, joinOrigin: "", nowMs: T0 }).stage;

describe("[SHOW9] what the host tells the big screens", () => {
  test("is told to every screen, in the lobby and after the end too", () => {
    const told = played(lobby(), { command: "setStage", show: "code", lights: "light", sound: "on" });
    expect(stageOf(told)).toEqual({ show: "code", lights: "light", sound: "on" });
    const muted = played(told, { command: "setStage", sound: "off" });
    expect(stageOf(muted)).toEqual({ show: "code", lights: "light", sound: "off" });
    const over = played(muted, { command: "finish" }, { command: "setStage", show: "race" });
    expect([over.phase.name, stageOf(over).show]).toEqual(["ended", "race"]);
    expect(stageOf(played(over, { command: "setStage", show: null })).show).toBeNull();
  });

  test("lies over the scene until the next one comes, also under a pause", () => {
    const shown = played(lobby(), { command: "start" }, { command: "setStage", show: "code" });
    const paused = played(shown, { command: "pause" });
    expect(stageOf(paused).show).toBe("code");
    expect(stageOf(played(paused, { command: "resume" })).show).toBe("code");
    const other = played(paused, { command: "setStage", show: "rankings" });
    expect(stageOf(played(other, { command: "resume" })).show).toBe("rankings");
    const revealed = transition(shown, { command: "closeEarly", index: 0 }, T0 + 10_000);
    if (!revealed.ok) throw new Error(revealed.error.message);
    expect([revealed.value.phase.name, stageOf(revealed.value).show]).toEqual(["reveal", null]);
  });

  test("never stands in the phase that screens get, and another session begins without it", () => {
    const steps = [
      played(lobby(), { command: "setStage", show: "code" }),
      played(lobby(), { command: "start" }, { command: "setStage", show: "code" }),
      played(lobby(), { command: "start" }, { command: "pause" }, { command: "setStage", show: "code" }),
      played(lobby(), { command: "finish" }, { command: "setStage", show: "race" }),
    ];
    for (const session of steps) {
      const facts = { players: 0, answered: 0, socketAnswersAbove: 300, joinOrigin: "", nowMs: T0 };
      expect(JSON.stringify(viewOf(session, facts).phase)).not.toContain('show"');
      expect(session.settings.stage).toEqual({});
    }
  });

  test("is one of a few words, and says something", () => {
    const taken = (command: object) =>
      hostCommandSchema.safeParse({ command: "setStage", ...command }).success;
    expect(
      [{}, { show: "key" }, { lights: "dim" }, { sound: true }, { show: "code", loud: 1 }].map(taken),
    ).toEqual([false, false, false, false, false]);
    expect([{ show: null }, { lights: "dark" }, { sound: "off" }].map(taken)).toEqual([true, true, true]);
  });
});

describe("[SE18] a podium whose host is gone ends by itself", () => {
  const MINUTE_MS = 60_000;
  const podium: Session = { ...lobby(), phase: { name: "podium", sinceMs: T0, asked: 2 } };
  /** Each time it is due; with the host there or not. */
  const looked = (session: Session, there: boolean, times: number) =>
    Array.from({ length: times }).reduce<Session>((before) => {
      const next = transition(before, { command: there ? "wait" : "clock" }, dueAtMs(before) ?? 0);
      return next.ok ? next.value : before;
    }, session);

  test("after ten minutes, seen once a minute", () => {
    expect(dueAtMs(podium)).toBe(T0 + MINUTE_MS);
    expect(looked(podium, false, 10).phase.name).toBe("podium");
    expect(looked(podium, false, 11).phase).toMatchObject({ name: "ended", endedAtMs: T0 + 11 * MINUTE_MS });
  });

  test("not while the host is there, and the minutes begin anew when they leave again", () => {
    const back = looked(looked(looked(podium, true, 90), false, 9), true, 1);
    expect(looked(back, false, 10).phase.name).toBe("podium");
    expect(looked(back, false, 11).phase.name).toBe("ended");
  });

  test("of two nodes that see the host, one says so", () => {
    const seen = looked(podium, true, 1);
    expect(transition(seen, { command: "wait" }, T0 + MINUTE_MS)).toMatchObject({ ok: false });
  });

  test("[SE14] nobody joins any more, so there is nothing to lock", () => {
    for (const command of ["lock", "unlock"] as const)
      expect(transition(podium, { command }, T0)).toMatchObject({ error: { code: "command_not_possible" } });
  });
});
