import { describe, expect, test } from "vitest";
import { viewStore } from "#lib/client/view-store.ts";
import { boardWith, questionView, viewWith, welcomeWith, youWith } from "./messages.ts";

function store() {
  let nowMs = 0;
  const held = viewStore({ now: () => nowMs });
  return { held, state: held.state, at: (ms: number) => (nowMs = ms) };
}

describe("the view", () => {
  test("[CL11] the newest version wins, in whatever order they come", () => {
    const { held, state } = store();
    held.received({ type: "view", view: questionView(1) });
    held.received({ type: "view", view: questionView(0) });
    held.viewFetched(questionView(0));
    expect(state().view?.question?.index).toBe(1);
  });

  test("[CL11] at the same version only the counters and the door move, and the phase keeps its identity", () => {
    const { held, state } = store();
    held.received({ type: "view", view: questionView(0) });
    const before = state().view;
    held.received({
      type: "view",
      view: questionView(0, { answered: 2, players: 9, door: "socket", title: "No" }),
    });
    expect(state().view).toMatchObject({ answered: 2, players: 9, door: "socket", title: "Capitals" });
    expect(state().view?.phase).toBe(before?.phase);
  });

  test("[CL11] a view that changes nothing keeps its identity", () => {
    const { held, state } = store();
    held.viewFetched(questionView(0));
    const before = state().view;
    held.viewFetched(questionView(0, { serverNowMs: 99 }));
    expect(state().view).toBe(before);
  });

  test("[CL11] an older welcome, from a node that lags, does not turn back the view", () => {
    const { held, state } = store();
    held.received({ type: "view", view: questionView(2) });
    held.received(welcomeWith({ view: questionView(1) }));
    expect(state().view?.question?.index).toBe(2);
    expect(state().welcomeSeen).toBe(true);
  });

  test("[CL11] another session leaves nothing of the one before", () => {
    const { held, state } = store();
    held.received(welcomeWith({ view: questionView(2), you: youWith() }));
    held.received({ type: "view", view: viewWith({ sessionId: "session2" }) });
    expect(state()).toMatchObject({ board: null, you: null, view: { version: 1 } });
  });

  test("[CL11] a new question has no tally yet", () => {
    const { held, state } = store();
    const tally = { type: "tally", tick: 1, questionIndex: 0, answered: 3, correct: null, bars: [] } as const;
    held.received({ type: "view", view: questionView(0) });
    held.received({ ...tally, bars: [] });
    expect(state().tally?.answered).toBe(3);
    held.received({ type: "view", view: questionView(1) });
    expect(state().tally).toBeNull();
  });
});

describe("lossy messages", () => {
  test("[CL12] the latest tick wins; repeated and older ones are dropped", () => {
    const { held, state } = store();
    held.received(welcomeWith({ board: boardWith({ tick: 5, players: 5 }) }));
    for (const tick of [4, 5, 7, 6]) held.received({ type: "board", ...boardWith({ tick, players: tick }) });
    expect(state().board).toMatchObject({ players: 7 });
  });

  test("[CL12] ticks start anew with each welcome", () => {
    const { held, state } = store();
    held.received(welcomeWith({ board: boardWith({ tick: 900 }) }));
    held.received({ type: "reactions", tick: 900, counts: {} });
    held.received(welcomeWith({ bootId: "boot2", board: boardWith({ tick: 2, players: 3 }) }));
    held.received({ type: "board", ...boardWith({ tick: 3, players: 4 }) });
    held.received({ type: "reactions", tick: 1, counts: { "👏": 2 } });
    expect(state().board?.players).toBe(4);
    expect(state().reactions?.counts).toEqual({ "👏": 2 });
  });

  test("[CL12] a board brings the counters, and only who reads them sees a change", () => {
    const { held, state } = store();
    held.received(welcomeWith({ view: questionView(0), you: youWith() }));
    const before = state();
    held.received({ type: "board", ...boardWith({ tick: 2, questionIndex: 0, answered: 1, players: 4 }) });
    expect(state().view).toMatchObject({ answered: 1, players: 4 });
    expect(state().you).toBe(before.you);
    expect(state().view?.question).toBe(before.view?.question);
  });

  test("[CL12] a board that comes late does not count its answers for the next question", () => {
    const { held, state } = store();
    held.received(welcomeWith({ view: questionView(0) }));
    held.received({ type: "view", view: questionView(1) });
    held.received({ type: "board", ...boardWith({ tick: 2, questionIndex: 0, answered: 40, players: 41 }) });
    expect(state().view).toMatchObject({ answered: 0, players: 41 });
  });
});

describe("the player's own line", () => {
  test("[CL13] an ack moves the score at once", () => {
    const { held, state } = store();
    held.received(welcomeWith({ you: youWith({ rank: 4 }) }));
    held.acknowledged(
      { accepted: true, repeat: false, questionIndex: 0, score: 900, streak: 1, correct: true, points: 900 },
      { choice: 0 },
    );
    expect(state().you).toMatchObject({
      score: 900,
      rank: 4,
      streak: 1,
      answer: { questionIndex: 0, points: 900 },
    });
  });

  test("[CL13] whoever is overtaken by an answer is not said to be ahead any more", () => {
    const { held, state } = store();
    const ack = { accepted: true, repeat: false, questionIndex: 0 } as const;
    const next = (score: number, rank?: number) => {
      held.received(welcomeWith({ you: youWith({ score: 100, next: { name: "Lan", gap: 300 } }) }));
      held.acknowledged({ ...ack, score, ...(rank === undefined ? {} : { rank }) }, { choice: 0 });
      return state().you?.next;
    };
    expect(next(100)).toEqual({ name: "Lan", gap: 300 });
    expect(next(300)).toEqual({ name: "Lan", gap: 100 });
    expect(next(900)).toBeNull();
    expect(next(300, 1)).toBeNull();
  });

  test("[CL13] a fetched line loses to whatever came while it was under way", () => {
    const { held, state, at } = store();
    at(100);
    held.received({ type: "you", you: youWith({ score: 900 }) });
    held.youFetched(youWith({ score: 0 }), 50);
    expect(state().you?.score).toBe(900);
    held.youFetched(youWith({ score: 1_200 }), 150);
    expect(state().you?.score).toBe(1_200);
  });

  test("[CL13] a line that is fetched before the first view is kept", () => {
    const { held, state } = store();
    held.youFetched(youWith(), 0);
    held.viewFetched(viewWith());
    expect(state().you?.playerId).toBe("ada");
  });
});
