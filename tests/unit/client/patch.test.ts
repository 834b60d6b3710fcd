import fc from "fast-check";
import { expect, test } from "vitest";
import { viewStore } from "#lib/client/view-store.ts";
import { patchBetween, patched } from "#lib/protocol/patch.ts";
import { boardWith, questionView, welcomeWith, youWith } from "./messages.ts";

const key = fc.constantFrom("a", "b", "c", "d");
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, 0, 1, "x", "y"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const state = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });

test("[CL31] a patch makes of one state the other, whatever they hold", () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      const kept = JSON.stringify(before);
      const sent = JSON.parse(JSON.stringify(patchBetween(before, after)));
      expect(patched(before, sent)).toEqual(after);
      expect(JSON.stringify(before)).toBe(kept);
    }),
  );
});

test("[CL31] it says only what has changed, and leaves what has not as it was", () => {
  const before = { version: 1, question: { prompt: "?" }, reveal: { key: 1, result: null }, next: {} };
  const after = { version: 2, question: { prompt: "?" }, reveal: { key: 1, result: [4] } };
  const patch = patchBetween(before, after);
  expect(patch).toEqual({ set: { version: 2, "reveal.result": [4] }, unset: ["next"] });
  expect(patched(before, patch).question).toBe(before.question);
});

function store() {
  let gaps = 0;
  const held = viewStore({ now: () => 0 }, () => {
    gaps += 1;
  });
  held.received(welcomeWith({ view: questionView(0), you: youWith() }));
  return { held, state: held.state, gaps: () => gaps };
}

test("[CL31] view and own line change in one step; who somebody is stays", () => {
  const { held, state, gaps } = store();
  const { version } = questionView(0);
  const seen: unknown[] = [];
  held.subscribe(() => seen.push([state().view?.answered, state().you?.score]));
  const { playerId, name, ...line } = youWith({ score: 4_321 });
  held.received({
    type: "patch",
    view: { from: version, set: { version: version + 1, answered: 7 } },
    you: line,
  });
  expect(seen).toEqual([[7, 4_321]]);
  expect(state()).toMatchObject({ view: { version: version + 1 }, you: { playerId, name } });
  expect(state().view?.question).toBeTruthy();
  expect(gaps()).toBe(0);
});

test("[CL31] an old patch changes nothing; one of a view that is not here has the whole fetched, and its line counts", () => {
  const { held, state, gaps } = store();
  const { version } = questionView(0);
  held.received({ type: "patch", view: { from: version - 1, set: { version, answered: 99 } } });
  expect([state().view?.answered, gaps()]).toEqual([questionView(0).answered, 0]);
  const { playerId: _, name: __, ...line } = youWith({ score: 77 });
  held.received({
    type: "patch",
    view: { from: version + 1, set: { version: version + 2, answered: 99 } },
    you: line,
  });
  expect([state().view?.answered, state().you?.score, gaps()]).toEqual([questionView(0).answered, 77, 1]);
});

test("[CL31] cuts move the counters and the cuts; the head of the board stays, and gives no rank any more", () => {
  const { held, state } = store();
  const board = boardWith();
  held.received({ type: "board", ...board, tick: 5 });
  held.received({ type: "cuts", tick: 6, cuts: [[1, 900]], players: 812, questionIndex: 0, answered: 404 });
  held.received({ type: "cuts", tick: 6, cuts: [], players: 1, questionIndex: 0, answered: 1 });
  expect(state().board).toMatchObject({ top: board.top, cuts: [{ rank: 1, score: 900 }], headIsOld: true });
  expect(state().view).toMatchObject({ players: 812, answered: 404 });
  held.received({ type: "board", ...board, tick: 7 });
  expect(state().board?.headIsOld).toBeUndefined();
});
