import fc from "fast-check";
import { expect, test } from "vitest";
import { packScore } from "#lib/leaderboard/packed-score.ts";
import {
  compareRows,
  competitionRanks,
  cutsOf,
  evenlySpaced,
  mergeHeads,
  mergeRows,
  type Row,
} from "#lib/leaderboard/ranking.ts";

const rows = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 5 }), correctTimeMs: fc.integer({ min: 0, max: 2 }) }))
  .map((totals) =>
    totals.map((total, i): Row => ({ playerId: `p${i}`, name: `${i}`, seq: i, packed: packScore(total) })),
  );

test("[LB2] a rank is one more than the number of players strictly above", () => {
  fc.assert(
    fc.property(rows, (unsorted) => {
      const sorted = [...unsorted].sort(compareRows);
      competitionRanks(sorted).forEach((rank, i) => {
        const above = sorted.filter(({ packed }) => packed < sorted[i]!.packed).length;
        expect(rank).toBe(above + 1);
      });
    }),
  );
});

test("[LB6] the merged heads of the shards are the head of the whole", () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 12 }),
      (all, shards, limit) => {
        const parts = Array.from({ length: shards }, (_, s) => all.filter(({ seq }) => seq % shards === s));
        const heads = parts.map((part) => [...part].sort(compareRows).slice(0, limit));
        expect(mergeHeads(heads, limit)).toEqual([...all].sort(compareRows).slice(0, limit));
      },
    ),
  );
});

test("merging two lists is sorting them together", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const [odd, even] = [1, 0].map((rest) => all.filter(({ seq }) => seq % 2 === rest).sort(compareRows));
      expect(mergeRows(odd!, even!)).toEqual([...all].sort(compareRows));
    }),
  );
});

test("[LB7] cuts run from the first rank to the last, each once, and are all ranks while they fit", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 12 }), (all, count) => {
      const sorted = [...all].sort(compareRows);
      const ranks = competitionRanks(sorted);
      const totals = sorted.map(({ packed }, i) => ({ rank: ranks[i]!, packed }));
      const cuts = cutsOf(totals, count);
      expect(cuts.length).toBeLessThanOrEqual(count);
      expect(cuts[0]?.rank).toBe(ranks[0]);
      expect(cuts.at(-1)?.rank).toBe(ranks.at(-1));
      if (all.length <= count) expect(cuts.map(({ rank }) => rank)).toEqual([...new Set(ranks)]);
    }),
  );
  expect(evenlySpaced(10, 4)).toEqual([0, 3, 6, 9]);
  expect(evenlySpaced(10, 1)).toEqual([0]);
  expect(evenlySpaced(0, 4)).toEqual([]);
});
