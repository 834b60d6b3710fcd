import { expect, test } from "vitest";
import { podiumShow } from "#components/leaderboard/podium-show.ts";

const standing = (rank: number, score: number, name = `p${rank}-${score}`) => ({
  rank,
  playerId: name,
  name,
  score,
});

test("[SHOW1] third, second, first, each after a longer drum roll, then the others", () => {
  const top = [1, 2, 3, 4].map((rank) => standing(rank, 100 - rank));
  const { beats, places, rest, wonAtMs, restAtMs } = podiumShow(top, 4);
  expect(places.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  expect(rest.map(({ rank }) => rank)).toEqual([4]);
  expect(beats.map(({ rank }) => rank)).toEqual([3, 2, 1]);
  const rolls = beats.map(({ rollsAtMs, knownAtMs }) => knownAtMs - rollsAtMs);
  expect(rolls).toEqual(rolls.toSorted((a, b) => a - b));
  const instants = [...beats.flatMap(({ rollsAtMs, knownAtMs }) => [rollsAtMs, knownAtMs]), restAtMs];
  expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  expect(wonAtMs).toBe(beats[2]?.knownAtMs);
});

test("[SHOW2] who ties shares a step, and an empty step takes no time", () => {
  const tied = [standing(1, 50, "a"), standing(1, 50, "b"), standing(3, 20)];
  const { beats, places } = podiumShow(tied, 3);
  expect(places.map(({ rank, standings }) => [rank, standings.length])).toEqual([
    [1, 2],
    [3, 1],
  ]);
  expect(beats.map(({ rank }) => rank)).toEqual([3, 1]);
  expect(podiumShow([standing(1, 50)], 1).wonAtMs).toBeLessThan(podiumShow(tied, 3).wonAtMs);
});

test("[SHOW2] without a single point there is no podium and nothing to wait for", () => {
  for (const top of [[], [standing(1, 0)], [standing(1, 0, "a"), standing(1, 0, "b")]]) {
    expect(podiumShow(top, top.length)).toMatchObject({ places: [], beats: [], wonAtMs: 0 });
  }
});

test("[SHOW2] a board that ends within a step says that others share it", () => {
  const top = Array.from({ length: 10 }, (_, i) => standing(1, 50, `p${i}`));
  expect(podiumShow(top, 11).places[0]?.open).toBe(true);
  expect(podiumShow(top, 10).places[0]?.open).toBe(false);
});
