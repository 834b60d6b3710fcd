import { expect, test } from "vitest";
import { type Farewell, farewellOf, isPlaced } from "#components/player-pad/own-place.ts";

const board = (ranks: readonly number[], cuts: { rank: number; score: number }[] = []) => ({
  top: ranks.map((rank, i) => ({ rank, playerId: `p${i}`, name: `P${i}`, score: 1_000 - rank })),
  cuts,
});

test("[RES5] while nobody has a point, nobody has a place", () => {
  expect(isPlaced({ score: 0, next: null })).toBe(false);
  expect(isPlaced({ score: 0, next: { name: "Lan", gap: 10 } })).toBe(true);
  expect(isPlaced({ score: 10, next: null })).toBe(true);
});

test.each<[string, number | null, number, number, ReturnType<typeof board> | null, Farewell]>([
  ["first of many", 1, 900, 40, board([1, 2, 3]), "won"],
  ["first of two", 1, 900, 2, board([1, 2]), "won"],
  ["first, and level with another", 1, 900, 3, board([1, 1, 3]), "wonShared"],
  ["level with everybody", 1, 900, 4, board([1, 1, 1, 1]), "wonShared"],
  ["alone", 1, 900, 1, board([1]), "wellPlayed"],
  ["alone, without points", 1, 0, 1, board([1]), "thanks"],
  ["nobody has a point", null, 0, 2, board([1, 1]), "thanks"],
  ["level with the winner, without points", 1, 0, 2, board([1, 1]), "thanks"],
  ["last of two", 2, 500, 2, board([1, 2]), "wellPlayed"],
  ["last of two, without points", 2, 0, 2, board([1, 2]), "thanks"],
  ["last of three", 3, 500, 3, board([1, 2, 3]), "wellPlayed"],
  ["second of three", 2, 500, 3, board([1, 2, 3]), "onIt"],
  ["second, with all others", 2, 500, 4, board([1, 2, 2, 2]), "wellPlayed"],
  ["fourth of seven", 4, 500, 7, board([1, 2, 3, 4, 5, 6, 7]), "thanks"],
  ["fourth of eight", 4, 500, 8, board([1, 2, 3, 4, 5, 6, 7, 8]), "frontHalf"],
  ["fourth of eight, with all after", 4, 500, 8, board([1, 2, 3, 4, 4, 4, 4, 4]), "thanks"],
  ["fortieth of a hundred", 40, 500, 100, board([1, 2], [{ rank: 41, score: 499 }]), "frontHalf"],
  ["fortieth, level with sixty", 40, 500, 100, board([1, 2], [{ rank: 100, score: 3 }]), "thanks"],
  ["eleventh of a hundred, without points", 11, 0, 100, board([1, 2]), "thanks"],
  ["no board yet", 4, 500, 100, null, "thanks"],
])("[PL10] the last words: %s", (_, rank, score, players, known, words) => {
  expect(farewellOf({ rank, score, players, board: known })).toBe(words);
});
