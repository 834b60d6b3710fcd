import { expect, test } from "vitest";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import { afterCommit, type Stored } from "#lib/scoring/after-commit.ts";
import { memoryBus } from "#lib/session/live/memory-bus.ts";

const before = { playerId: "ada", name: "Ada", seq: 1, score: 500, correctTimeMs: 900 };
/** What another node has stored and shown meanwhile. */
const since = { ...before, score: 1_400, removedAtMs: null };

/** A group of one answer, told of its commit `agoMs` after its receipt. */
async function boardAfter(agoMs: number, reveal: "instant" | "suspense" = "instant", shown = since) {
  const leaderboard = memoryLeaderboard();
  await leaderboard.put("s", [shown]);
  const answer = { sessionId: "s", questionIndex: 0, playerId: "ada", receivedAtMs: 100_000 };
  const live = {
    session: { settings: { reveal: "instant" }, phase: { name: "question", index: 0 } },
    roster: new Map([["ada", {}]]),
  };
  // What the database says by then: the host may have changed it since this node last heard.
  const current = { session: { settings: { reveal }, phase: { name: "question", index: 1 } } };
  await afterCommit(
    {
      live: { peek: () => live, catchUp: async () => current } as never,
      players: { load: async () => new Map([["ada", { player: since, answer: null }]]) as never },
      leaderboard,
      bus: memoryBus(),
      now: () => 100_000 + agoMs,
      tellUncounted: () => {},
      onError() {},
    },
    [{ stored: true, repeat: false, answer, player: before } as unknown as Stored],
  );
  return leaderboard.top("s", 1);
}

test("[SIM2] a node told of its commit long after, when it was stopped, does not put old totals on the board", async () => {
  expect(await boardAfter(30_000)).toMatchObject([{ score: 1_400 }]);
});

test("[API5] such a node puts nothing on the board while a question runs in suspense by now", async () => {
  const settled = { ...since, score: 700 };
  expect(await boardAfter(30_000, "suspense", settled)).toMatchObject([{ score: 700 }]);
  expect(await boardAfter(30_000, "instant", settled)).toMatchObject([{ score: 1_400 }]);
});

test("totals go to the board as the commit left them", async () => {
  expect(await boardAfter(20)).toMatchObject([{ score: 500 }]);
});
