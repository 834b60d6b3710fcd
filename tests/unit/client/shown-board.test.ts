import { expect, test } from "vitest";
import { allTeams, shownBoard } from "#lib/client/board/shown-board.ts";

const ada = { rank: 1, playerId: "p1", name: "Ada", score: 900 };
const board = { top: [ada], players: 1, cuts: [] };
const team = (index: number, members: number) => ({
  rank: index,
  teamId: `t${index}`,
  name: `Team ${index}`,
  avatar: "0000",
  score: 1_000 - index,
  members,
});

test("[TM11] where one plays in teams, they stand on the board that the room sees", () => {
  expect(shownBoard(board, 7)).toEqual({ top: [ada], of: 7 });
  expect(shownBoard(null, 7)).toEqual({ top: [], of: 7 });
  const teams = Array.from({ length: 40 }, (_, i) => team(i + 1, i === 1 ? 0 : 3));
  const shown = shownBoard({ ...board, teams }, 7);
  expect(shown.of).toBe(39);
  expect(shown.top.map(({ playerId }) => playerId).slice(0, 3)).toEqual(["t1", "t3", "t4"]);
  expect(shown.top).toHaveLength(10);
  expect(allTeams({ ...board, teams })).toHaveLength(39);
});

test("the same teams make the same list, so that nothing seems to have changed", () => {
  const teams = [team(1, 2)];
  expect(shownBoard({ ...board, teams }, 1).top).toBe(shownBoard({ ...board, teams }, 2).top);
});
