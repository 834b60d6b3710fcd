import { beforeEach, expect, test } from "vitest";
import { NO_TOTALS } from "#lib/points/totals.ts";
import {
  createKnownPlayers,
  type KnownPlayers,
  type VersionedPlayer,
} from "#lib/postgres/answers/known-players.ts";

let nowMs = 0;
let known: KnownPlayers;
beforeEach(() => {
  nowMs = 0;
  known = createKnownPlayers(4, () => nowMs);
});

/** A group of answers to the first question by these players of a session. */
function groupOf(sessionId: string, ...playerIds: string[]) {
  return playerIds.map((playerId) => {
    const player = { ...NO_TOTALS, sessionId, playerId, answered: null } as unknown as VersionedPlayer;
    return { player, after: NO_TOTALS, totals: NO_TOTALS, answer: { sessionId, playerId, questionIndex: 0 } };
  }) as never as Parameters<KnownPlayers["keep"]>[0];
}

const knows = (sessionId: string, playerId: string) =>
  known.get({ sessionId, playerId, questionIndex: 1 } as never) !== undefined;

test("[AS10] rows are remembered up to a number, those of the session used last whatever their number", () => {
  known.keep(groupOf("a", "1", "2"), 7);
  known.keep(groupOf("b", "1", "2"), 7);
  known.keep(groupOf("a", "2"), 8);
  expect([knows("a", "1"), knows("b", "1")]).toEqual([true, true]);
  known.keep(groupOf("c", "1", "2"), 9);
  expect([knows("a", "1"), knows("b", "1"), knows("c", "1")]).toEqual([true, false, true]);
  known.keep(groupOf("d", "1", "2", "3", "4", "5"), 9);
  expect([knows("a", "1"), knows("c", "1"), knows("d", "5")]).toEqual([false, false, true]);
});

test("[AS10] rows of a session in which nobody has answered for ten minutes are forgotten", () => {
  known.keep(groupOf("over", "1"), 7);
  nowMs = 11 * 60_000;
  known.keep(groupOf("running", "1"), 8);
  expect([knows("over", "1"), knows("running", "1")]).toEqual([false, true]);
});
