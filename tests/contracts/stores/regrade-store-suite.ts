import { expect, test } from "vitest";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import { createRegrading } from "#lib/scoring/regrading.ts";
import { writeBoard } from "#lib/scoring/settle.ts";
import type { RegradeChange } from "#lib/session/regrades.ts";
import { answerOf, RULES, type StoreContext } from "./store-context.ts";

const HOST = { accountId: "account", name: "Grace" };
const asked = (changes: RegradeChange[], more: object = {}) => ({
  changes,
  profile: null,
  reason: "Canberra it is",
  by: HOST,
  preview: false,
  ...more,
});

export function regradeStoreSuite(context: () => StoreContext): void {
  /** Two questions, in both of which option 0 is right; Ada picked 0 and 0, Ben 1 and 0, Cid, who was removed, 1 and 1. */
  async function playedSession() {
    const { newSession, newPlayers, answers, players, sessions, regrades } = context();
    const session = await newSession({ phase: { name: "ended", endedAtMs: 4_000 } });
    const [ada, ben, cid] = await newPlayers(session.id, 3);
    const picks = [
      [ada!, 0, 0],
      [ben!, 1, 0],
      [cid!, 1, 1],
    ] as const;
    for (const [player, ...choices] of picks)
      for (const [questionIndex, choice] of choices.entries())
        await answers.commit([answerOf(player, { questionIndex, response: { choice } })], {
          ...RULES,
          guard: () => null,
        });
    await players.setRemoved(session.id, cid!.playerId, 5_000);
    const leaderboard = memoryLeaderboard();
    const boardSources = { sessions, players, answers };
    const regrading = createRegrading({
      regrades,
      live: { onEvent: () => () => {}, refresh: async () => null } as never,
      bus: { publish() {} } as never,
      counting: {
        writeBoard: async (id) => void (await writeBoard({ ...boardSources, leaderboard }, id, null)),
      },
      now: () => 6_000,
      onError(error) {
        throw error;
      },
    });
    return { session, ada: ada!, ben: ben!, cid: cid!, regrading, leaderboard };
  }

  test("[RG1] a regrade rewrites answers, totals, session and board together, and undoing it restores them", async () => {
    const { answers, players, sessions } = context();
    const { session, ada, ben, cid, regrading, leaderboard } = await playedSession();
    // As the session scores its answers: the suite's own rules are simpler.
    const first = await regrading.regrade(session.id, asked([{ questionIndex: 0, points: 1 }]));
    expect(first).toMatchObject({ ok: true });
    const before = [
      await answers.all(session.id),
      await players.list(session.id),
      await leaderboard.all(session.id),
    ];
    expect(before[2]).toMatchObject([{ playerId: ada.playerId }, { playerId: ben.playerId }]);

    const change = asked([
      { questionIndex: 0, key: { choices: [1] } },
      { questionIndex: 1, void: true },
    ]);
    const preview = await regrading.regrade(session.id, { ...change, preview: true });
    expect(await answers.all(session.id)).toEqual(before[0]);
    const done = await regrading.regrade(session.id, change);
    expect(done).toMatchObject({
      ok: true,
      value: {
        before: [
          { rank: 1, playerId: ada.playerId },
          { rank: 2, playerId: ben.playerId },
        ],
        after: [
          { rank: 1, playerId: ben.playerId },
          { rank: 2, playerId: ada.playerId, score: 0 },
        ],
        moved: [
          { playerId: ben.playerId, rank: [2, 1] },
          { playerId: ada.playerId, rank: [1, 2], score: [expect.any(Number), 0] },
        ],
      },
    });
    expect(preview).toMatchObject({ ok: true, value: { moved: done.ok ? done.value.moved : [] } });
    expect(await leaderboard.all(session.id)).toMatchObject([
      { playerId: ben.playerId },
      { playerId: ada.playerId, score: 0 },
    ]);
    expect(await sessions.get(session.id)).toMatchObject({ version: 3, regradings: 2, voided: [1] });
    // Who was removed is counted too, should they be let back in.
    expect(await players.get(session.id, cid.playerId)).toMatchObject({ correctCount: 1 });
    const [pick] = await answers.ofPlayer(session.id, ben.playerId);
    expect(pick).toMatchObject({ correct: true, fraction: 1 });

    const undone = await regrading.undo(session.id, done.ok ? done.value.id! : "", HOST);
    expect(undone).toMatchObject({ ok: true });
    expect([
      await answers.all(session.id),
      await players.list(session.id),
      await leaderboard.all(session.id),
    ]).toEqual(before);
    const quiz = (await sessions.get(session.id))!.quiz;
    expect(quiz.questions[0]).toEqual(session.quiz.questions[0]);
  });

  test("[RG5] [RG6] many at once follow one another, none is lost, and each is kept with who and why", async () => {
    const { sessions } = context();
    const { session, regrading } = await playedSession();
    const points = [2, 0, 2, 1, 2] as const;
    const all = await Promise.all(
      points.map((each) => regrading.regrade(session.id, asked([{ questionIndex: 0, points: each }]))),
    );
    expect(all.every((each) => each.ok)).toBe(true);
    expect(await sessions.get(session.id)).toMatchObject({ version: 6, regradings: 5 });
    const kept = await regrading.list(session.id);
    expect(kept).toHaveLength(5);
    expect(kept[0]).toMatchObject({
      by: HOST,
      reason: "Canberra it is",
      atMs: 6_000,
      undone: null,
      profile: null,
    });
    const last = kept.at(-1)!.changes[0]!.points;
    expect((await sessions.get(session.id))!.quiz.questions[0]).toMatchObject({ points: last });
    const versioned = asked([{ questionIndex: 1, void: true }], { expectedVersion: 6 });
    const two = await Promise.all([1, 2].map(() => regrading.regrade(session.id, versioned)));
    expect(two.map((each) => (each.ok ? "done" : each.error.code)).sort()).toEqual(["done", "stale_command"]);
  });

  test("[RG6] a session that is deleted takes its regrades along", async () => {
    const { sessions } = context();
    const { session, regrading } = await playedSession();
    await regrading.regrade(session.id, asked([{ questionIndex: 0, void: true }]));
    await sessions.remove(session.id);
    expect(await regrading.list(session.id)).toEqual([]);
    expect(await regrading.regrade(session.id, asked([{ questionIndex: 0, void: true }]))).toMatchObject({
      error: { code: "session_not_found" },
    });
  });
}
