import { expect, test } from "vitest";
import { named, runningHints } from "#lib/api/sessions/session-hints.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby } from "../session/commanded.ts";

const HINT = { mainId: "m", helperIds: ["h1", "h2"], questions: 6, of: 7 };
const names = (...ids: string[]) => ids.map((playerId) => ({ playerId, name: playerId.toUpperCase() }));

test("[INT1] a hint names who is still in the game; once one of them is removed it has been decided", () => {
  expect(named([HINT], names("h1", "h2", "m", "x"))).toEqual([
    { main: "M", helpers: ["H1", "H2"], questions: 6, of: 7 },
  ]);
  expect(named([HINT], names("h1", "m"))).toEqual([]);
  expect(named([HINT], names("h1", "h2"))).toEqual([]);
});

test("[INT1] while a session runs, answers are read for hints in rooms of up to 1,000, from the fifth question on", async () => {
  let reads = 0;
  const read = async () => {
    reads++;
    return [];
  };
  const runtime = { players: { list: read, networks: async () => new Map() }, answers: { all: read } };
  const ask = (index: number, players: number) => {
    const phase = { name: "standings", index, sinceMs: 0, advancesAtMs: null } as const;
    const session: Session = { ...lobby({}, 10), phase };
    return runningHints(runtime as unknown as Parameters<typeof runningHints>[0], session, players);
  };
  expect([await ask(3, 10), await ask(9, 1_001), reads]).toEqual([[], [], 0]);
  expect(await ask(4, 1_000)).toEqual([]);
  expect(reads).toBe(2);
});
