import { expect, test } from "vitest";
import { dueAtMs, rehearsalEndsAtMs } from "#lib/session/phases/due.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import { lobby, played, settled, T0 } from "./commanded.ts";

const tried = () => ({ ...lobby(), rehearsal: true as const });
const FACTS = { players: 0, answered: 0, socketAnswersAbove: 300, joinOrigin: "http://x", nowMs: T0 };

test("[TRY3] a rehearsal ends at once when its host ends it, in every phase, and only once", () => {
  const steps = [{ command: "start" }, { command: "skip" }, settled(0)] as const;
  for (let i = 0; i <= steps.length; i++) {
    const session = played(tried(), ...steps.slice(0, i));
    const over = transition(session, { command: "endRehearsal" }, T0 + 60_000);
    if (!over.ok) throw new Error(`${session.phase.name}: ${over.error.message}`);
    expect(over.value).toMatchObject({ phase: { name: "ended" }, version: session.version + 1 });
    expect(transition(over.value, { command: "endRehearsal" }, T0 + 61_000).ok).toBe(false);
  }
  expect(transition(lobby(), { command: "endRehearsal" }, T0).ok).toBe(false);
});

test("[TRY3] an hour after it was opened the clock ends it, whatever it is in", () => {
  const endsAtMs = rehearsalEndsAtMs(tried());
  expect(endsAtMs - T0).toBe(3_600_000);
  for (const session of [tried(), played(tried(), { command: "start" }, { command: "pause" })]) {
    expect(dueAtMs(session)).toBe(endsAtMs);
    expect(transition(session, { command: "clock" }, endsAtMs - 1).ok).toBe(false);
    expect(transition(session, { command: "clock" }, endsAtMs)).toMatchObject({
      value: { phase: { name: "ended" } },
    });
  }
  // What is due before is done before.
  expect(dueAtMs(played(tried(), { command: "start" }))).toBeLessThan(endsAtMs);
  expect(dueAtMs(lobby())).toBeGreaterThan(endsAtMs);
});

test("[TRY1] every screen of a rehearsal knows that it is one, and none of a session", () => {
  expect(viewOf(tried(), FACTS).rehearsal).toBe(true);
  expect(viewOf(lobby(), FACTS)).not.toHaveProperty("rehearsal");
});
