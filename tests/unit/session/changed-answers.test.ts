import { expect, test } from "vitest";
import { everybodyAnswered } from "#lib/session/live/early-close.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";
import { memoryPresence } from "#lib/session/live/memory-presence.ts";
import type { QuestionPhase } from "#lib/session/phases/phase.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { lobby, T0 } from "./commanded.ts";

const OPEN: QuestionPhase = {
  name: "question",
  index: 0,
  shownAtMs: T0,
  opensAtMs: T0,
  closesAtMs: T0 + 20_000,
};

function room(changeAnswers: boolean, over: Partial<QuestionPhase> = {}, passed: string[] = []): LiveSession {
  const session = { ...lobby({ changeAnswers, reveal: "suspense" }), phase: { ...OPEN, ...over } };
  const roster = new Map(["ada", "bob"].map((id) => [id, { seq: 1, name: id, moves: 0 }]));
  const sets = { answered: new Set(["ada", "bob"]), passed: new Set(passed), removed: new Set() };
  return { session, roster, ...sets } as unknown as LiveSession;
}

async function closes(live: LiveSession, nowMs: number): Promise<boolean> {
  const presence = memoryPresence({ now: () => nowMs });
  for (const playerId of ["ada", "bob"]) presence.enter(live.session.id, { role: "player", playerId });
  return (await everybodyAnswered(live, presence, nowMs)).close;
}

test("[CHG6] a question whose answers may be changed does not close because all have answered", async () => {
  expect(await closes(room(false), T0 + 5_000)).toBe(true);
  expect(await closes(room(true), T0 + 5_000)).toBe(false);
});

test("[CHG6] after the host's close it waits for each phone to pass, though all have answered", async () => {
  const cut = { cutAtMs: T0 + 5_000, closesAtMs: T0 + 5_000, graceMs: 2_000 };
  expect(await closes(room(true, cut, ["ada"]), T0 + 5_600)).toBe(false);
  expect(await closes(room(true, cut, ["ada", "bob"]), T0 + 5_600)).toBe(true);
});

test("[CHG5] players are not told at once while answers may be changed", () => {
  const told = transition(
    lobby({ changeAnswers: true, reveal: "suspense" }),
    { command: "setReveal", reveal: "instant" },
    T0,
  );
  expect(told).toMatchObject({ ok: false, error: { code: "command_not_possible" } });
});
