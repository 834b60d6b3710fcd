import { expect, test } from "vitest";
import { ownPhase } from "#lib/client/time/own-phase.ts";

const question = { name: "question", index: 0, shownAtMs: 0, opensAtMs: 1_000, closesAtMs: 21_000 } as const;

test("[XT2] a phone with more time counts down to its own close, also while paused", () => {
  expect(ownPhase(question, undefined)).toBe(question);
  expect(ownPhase(question, "2x")).toEqual({ ...question, closesAtMs: 41_000 });
  const paused = { name: "paused", phase: question, pausedAtMs: 5_000 } as const;
  expect(ownPhase(paused, "1.5x")).toMatchObject({ phase: { closesAtMs: 31_000 }, pausedAtMs: 5_000 });
  const lobby = { name: "lobby" } as const;
  expect(ownPhase(lobby, "2x")).toBe(lobby);
});
