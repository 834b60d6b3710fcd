import { describe, expect, test } from "vitest";
import { standingRows } from "#components/player-pad/screens/standing-rows.ts";
import { youWith } from "../client/messages.ts";

const board = Array.from({ length: 10 }, (_, i) => ({
  rank: i + 1,
  playerId: `p${i + 1}`,
  name: `N${i + 1}`,
  score: 1_000 - i * 50,
}));

const seen = (rows: ReturnType<typeof standingRows>) =>
  rows.map(({ standing, mine, afterGap }) => `${afterGap ? "… " : ""}${standing.rank}${mine ? " me" : ""}`);

describe("[PL6] the standings on a phone", () => {
  test("near the head they are the head, and whoever is directly above and below shows by how much", () => {
    const rows = standingRows(board, youWith({ playerId: "p5", name: "N5", score: 800 }), 5);
    expect(seen(rows)).toEqual(["1", "2", "3", "4", "5 me", "6"]);
    expect(rows.map(({ lead }) => lead)).toEqual([null, null, null, 50, null, -50]);
  });

  test("further down they are the first three, and the player among neighbors", () => {
    const eighth = standingRows(board, youWith({ playerId: "p8", name: "N8", score: 650 }), 8);
    expect(seen(eighth)).toEqual(["1", "2", "3", "… 7", "8 me", "9"]);
    const neighbors = {
      above: { rank: 41, name: "Lan", score: 320 },
      below: { rank: 43, name: "Bo", score: 290 },
    };
    const far = standingRows(board, youWith({ playerId: "me", name: "Me", score: 300, neighbors }), 42);
    expect(seen(far)).toEqual(["1", "2", "3", "… 41", "42 me", "43"]);
    expect(far.map(({ lead }) => lead)).toEqual([null, null, null, 20, null, -10]);
  });

  test("the tenth sees the ninth on the board and the eleventh from the own line", () => {
    const neighbors = { above: board[8]!, below: { rank: 11, name: "Bo", score: 500 } };
    const tenth = standingRows(board, youWith({ playerId: "p10", name: "N10", score: 550, neighbors }), 10);
    expect(seen(tenth)).toEqual(["1", "2", "3", "… 9", "10 me", "11"]);
  });

  test("the last has nobody below; without neighbors, or with outdated ones, the player stands alone", () => {
    const last = { above: { rank: 41, name: "Lan", score: 320 }, below: null };
    const you = youWith({ playerId: "me", name: "Me", score: 300, neighbors: last });
    expect(seen(standingRows(board, you, 42))).toEqual(["1", "2", "3", "… 41", "42 me"]);
    expect(seen(standingRows(board, { ...you, score: 340 }, 39))).toEqual(["1", "2", "3", "… 39 me"]);
    const { neighbors: _, ...unread } = you;
    expect(seen(standingRows(board, unread, 42))).toEqual(["1", "2", "3", "… 42 me"]);
  });

  test("before a rank is known, and for two players, there is nothing to leave out", () => {
    expect(seen(standingRows(board, youWith({ playerId: "me" }), null))).toHaveLength(6);
    expect(seen(standingRows(board.slice(0, 2), youWith({ playerId: "p2", score: 950 }), 2))).toEqual([
      "1",
      "2 me",
    ]);
  });
});
