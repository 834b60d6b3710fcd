import { expect, test } from "vitest";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";

const HOUR_MS = 3_600_000;

test("[LB20] a session nobody writes to is forgotten after a day; one that is written to stays", async () => {
  let nowMs = 0;
  const board = memoryLeaderboard({ now: () => nowMs });
  const ada = { playerId: "a", name: "Ada", seq: 1, score: 100, correctTimeMs: 5 };
  for (const sessionId of ["old", "running"]) {
    await board.put(sessionId, [ada]);
    await board.markComplete(sessionId);
  }
  nowMs = 20 * HOUR_MS;
  await board.put("running", [{ ...ada, score: 200 }]);
  nowMs = 25 * HOUR_MS;
  await board.put("new", [ada]);
  expect(await board.size("old")).toBe(0);
  expect(await board.isComplete("old")).toBe(false);
  expect(await board.top("running", 1)).toMatchObject([{ playerId: "a", score: 200 }]);
  expect(await board.isComplete("running")).toBe(true);
});
