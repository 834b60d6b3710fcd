import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { withPossibleIds } from "#lib/postgres/wrappers/possible-ids.ts";

type Method = (...args: unknown[]) => Promise<unknown>;
type Asked = Record<string, Record<string, Method>>;

/** Which argument is the id, and what is said of one that could not be ours. */
const METHODS = [
  ["quizzes", "get", 1, null],
  ["quizzes", "createAs", 1, null],
  ["quizzes", "update", 1, null],
  ["quizzes", "remove", 1, false],
  ["sessions", "get", 0, null],
  ["players", "setRemoved", 1, "player_not_found"],
  ["players", "setExtraTime", 1, "player_not_found"],
  ["players", "offerSeat", 1, "player_not_found"],
] as const;

/** The stores, each method of which returns the arguments it was given. */
function echoing(): Asked {
  const stores: Asked = { quizzes: {}, sessions: {}, players: {} };
  for (const [store, method] of METHODS) stores[store]![method] = async (...args) => args;
  return withPossibleIds(stores as never) as unknown as Asked;
}

test.each(METHODS)("[IN2] %s.%s gets all that it is called with", async (store, method, at) => {
  const args: unknown[] = Array.from({ length: 6 }, (_, i) => ({ argument: i }));
  args[at] = newId();
  expect(await echoing()[store]?.[method]?.(...args)).toEqual(args);
});

test.each(METHODS)("[IN2] %s.%s is not asked for what could be no id", async (store, method, at, reply) => {
  for (const id of ["", "a\u0000b", "\ud800", "x".repeat(21), 7, null, undefined]) {
    const args: unknown[] = Array.from({ length: 6 }, (_, i) => ({ argument: i }));
    args[at] = id;
    expect(await echoing()[store]?.[method]?.(...args)).toBe(reply);
  }
});
