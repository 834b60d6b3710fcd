import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liveRank } from "#lib/client/board/live-rank.ts";
import { estimateRank } from "#lib/client/board/rank-estimate.ts";
import { youWith } from "./messages.ts";

const CUTS = [
  { rank: 1, score: 1_000 },
  { rank: 11, score: 600 },
  { rank: 101, score: 200 },
];

describe("the live rank", () => {
  test("[CL14] at a cut it is the cut's, between cuts it lies between theirs", () => {
    expect(estimateRank(CUTS, 600, 200)).toBe(11);
    expect(estimateRank(CUTS, 800, 200)).toBe(6);
    expect(estimateRank(CUTS, 2_000, 200)).toBe(1);
    expect(estimateRank(CUTS, 100, 200)).toBe(151);
    expect(estimateRank([], 100, 200)).toBeNull();
  });

  test("[CL14] never falls as the score rises, and stays within the room", () => {
    const rooms = fc
      .array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 300 })
      .map((scores) => {
        const sorted = scores.sort((a, b) => b - a);
        const every = Math.max(1, Math.floor(sorted.length / 8));
        const cuts = sorted.flatMap((score, i) =>
          i % every === 0 ? [{ rank: sorted.indexOf(score) + 1, score }] : [],
        );
        return { players: sorted.length, cuts };
      });
    const pair = fc.tuple(fc.integer({ min: -100, max: 6_000 }), fc.integer({ min: -100, max: 6_000 }));
    fc.assert(
      fc.property(rooms, pair, ({ players, cuts }, [one, other]) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [better, worse] = [estimateRank(cuts, high, players)!, estimateRank(cuts, low, players)!];
        expect(better).toBeLessThanOrEqual(worse);
        expect(better).toBeGreaterThanOrEqual(1);
        expect(worse).toBeLessThanOrEqual(players);
      }),
    );
  });

  test("[CL14] a place on the board with the same score is exact; otherwise the cuts, otherwise the server's word", () => {
    const top = [{ rank: 3, playerId: "ada", name: "Ada", score: 700 }];
    expect(liveRank(youWith({ score: 700 }), { top, players: 200, cuts: CUTS })).toEqual({
      rank: 3,
      exact: true,
    });
    expect(liveRank(youWith({ score: 800 }), { top, players: 200, cuts: CUTS })).toEqual({
      rank: 6,
      exact: false,
    });
    expect(liveRank(youWith({ rank: 9 }), { top: [], players: 200, cuts: [] })).toEqual({
      rank: 9,
      exact: true,
    });
    expect(liveRank(youWith(), null)).toBeNull();
    expect(liveRank(null, null)).toBeNull();
  });
});
