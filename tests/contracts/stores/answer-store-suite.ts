import { expect, test } from "vitest";
import { seededRandom, shuffled } from "#lib/kernel/random.ts";
import { type TeamSum, teamSums } from "#lib/leaderboard/team-standings.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import type { CommitOutcome, CommitRules } from "#lib/session/answer-store.ts";
import { answerOf, CHANGING, OPEN, RULES, type StoreContext } from "./store-context.ts";

export function answerStoreSuite(context: () => StoreContext): void {
  test("[AS1] an answer is stored with its outcome, and the player's totals with it", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada] = await newPlayers(id, 1);
    const pending = answerOf(ada!);
    const [outcome] = await answers.commit([pending], RULES);
    const stored = { ...pending, correct: true, fraction: 1, points: 1_000, streak: 1, changes: 0 };
    const totals = {
      score: 1_000,
      correctTimeMs: 1_500,
      correctCount: 1,
      answeredCount: 1,
      streak: 1,
      streakIndex: 0,
    };
    expect(outcome).toEqual({
      stored: true,
      repeat: false,
      answer: stored,
      player: { playerId: ada!.playerId, name: ada!.name, seq: 1, ...totals },
    });
    expect(await answers.all(id)).toEqual([stored]);
    expect(await players.get(id, ada!.playerId)).toEqual({ ...ada, ...totals });
  });

  test("[SC3] a retry gets the first outcome and is paid once", async () => {
    const { answers, newSession, newPlayers } = context();
    const [ada] = await newPlayers((await newSession()).id, 1);
    const [first] = await answers.commit([answerOf(ada!)], RULES);
    const [retry] = await answers.commit(
      [answerOf(ada!, { response: { choice: 1 }, elapsedMs: 9_999 })],
      RULES,
    );
    expect(retry).toEqual({ ...first, repeat: true });
  });

  test("[SC3] five identical answers at once: one is stored, four are repeats, one is paid", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada] = await newPlayers(id, 1);
    const commits = Array.from({ length: 5 }, () => answers.commit([answerOf(ada!)], RULES));
    const outcomes = (await Promise.all(commits)).flat();
    expect(outcomes.map(repeatOf).sort()).toEqual([false, true, true, true, true]);
    for (const outcome of outcomes) expect(outcome).toEqual({ ...outcomes[0], repeat: repeatOf(outcome) });
    expect((await players.get(id, ada!.playerId))?.score).toBe(1_000);
  });

  test("[SC3] a repeat within one group, and two questions of one player in it", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada] = await newPlayers(id, 1);
    const outcomes = await answers.commit(
      [answerOf(ada!), answerOf(ada!, { response: { choice: 1 } }), answerOf(ada!, { questionIndex: 1 })],
      RULES,
    );
    expect(outcomes.map(repeatOf)).toEqual([false, true, false]);
    expect(outcomes.map((outcome) => outcome.stored && outcome.player.score)).toEqual([1_000, 1_000, 2_000]);
    expect(outcomes.map((outcome) => outcome.stored && outcome.answer.streak)).toEqual([1, 1, 2]);
    expect(await players.get(id, ada!.playerId)).toMatchObject({ score: 2_000, answeredCount: 2, streak: 2 });
  });

  test("[SC3] a repeat is answered with the first outcome after the question has closed", async () => {
    const { answers, sessions, newSession, newPlayers } = context();
    const session = await newSession();
    const [ada, bob] = await newPlayers(session.id, 2);
    await answers.commit([answerOf(ada!)], RULES);
    await sessions.swap({ ...session, version: 2, phase: { name: "podium", sinceMs: 9 } }, null);
    const [again, late] = await answers.commit([answerOf(ada!), answerOf(bob!)], RULES);
    expect(again).toMatchObject({ stored: true, repeat: true });
    expect(late).toEqual({ stored: false, code: "question_closed" });
  });

  test("[AS2] refusals come in order: not joined, removed, then the guard; the rest of the group is stored", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const other = await newSession();
    const [ada, bob, eve] = await newPlayers(id, 3);
    await players.setRemoved(id, bob!.playerId, 5_000);
    const rules: CommitRules = {
      ...RULES,
      guard: ({ playerId }) => (playerId === eve!.playerId ? "wrong_question" : null),
    };
    const outcomes = await answers.commit(
      [
        answerOf({ sessionId: id, playerId: "nobody" }),
        answerOf({ sessionId: "no session", playerId: ada!.playerId }),
        answerOf({ sessionId: other.id, playerId: ada!.playerId }),
        answerOf(bob!),
        answerOf(eve!),
        answerOf(eve!, { questionIndex: 9_000_000_000 }),
        answerOf(ada!),
      ],
      rules,
    );
    expect(outcomes.map((outcome) => (outcome.stored ? "stored" : outcome.code))).toEqual([
      "not_joined",
      "not_joined",
      "not_joined",
      "player_removed",
      "wrong_question",
      "wrong_question",
      "stored",
    ]);
    expect(await answers.answeredBy(id, 0)).toEqual([ada!.playerId]);
    expect(await answers.all(other.id)).toEqual([]);
  });

  test("[AS3] the guard is asked with the phase that the database has", async () => {
    const { answers, newSession, newPlayers } = context();
    const phases: unknown[] = [];
    const rules: CommitRules = {
      ...RULES,
      guard: (_, phase) => {
        phases.push(phase);
        return null;
      },
    };
    const [a] = await newPlayers((await newSession()).id, 1);
    const [b] = await newPlayers((await newSession({ phase: { name: "lobby" } })).id, 1);
    await answers.commit([answerOf(a!), answerOf(b!)], rules);
    expect(phases).toEqual([OPEN, { name: "lobby" }]);
  });

  test("[AS4] when a rule throws, nothing of the group is stored", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob] = await newPlayers(id, 2);
    const rules: CommitRules = {
      ...RULES,
      grade: (pending, totals) => {
        if (pending.playerId === bob!.playerId) throw new Error("a bug");
        return RULES.grade(pending, totals);
      },
    };
    await expect(answers.commit([answerOf(ada!), answerOf(bob!)], rules)).rejects.toThrow("a bug");
    expect(await answers.all(id)).toEqual([]);
    expect((await players.get(id, ada!.playerId))?.score).toBe(0);
  });

  test("[AS5] overlapping groups of 200 players, many at once: no deadlock, and totals equal the answers", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const everybody = await newPlayers(id, 200);
    const random = seededRandom(5);
    const groups = Array.from({ length: 24 }, (_, i) =>
      shuffled(everybody, random)
        .slice(0, 150)
        .map((player) =>
          answerOf(player, {
            questionIndex: i % 4,
            response: { choice: Math.floor(random() * 2) },
            elapsedMs: 200 + i,
          }),
        ),
    );
    const outcomes = (await Promise.all(groups.map((group) => answers.commit(group, RULES)))).flat();

    const stored = await answers.all(id);
    expect(outcomes.filter((outcome) => repeatOf(outcome) === false).length).toBe(stored.length);
    for (const player of await players.list(id)) {
      const own = stored.filter((answer) => answer.playerId === player.playerId);
      const correct = own.filter((answer) => answer.correct);
      expect(player).toMatchObject({
        score: sum(own.map((answer) => answer.points)),
        answeredCount: own.length,
        correctCount: correct.length,
        correctTimeMs: sum(correct.map((answer) => answer.elapsedMs)),
      });
    }
  });

  test("[AS6] responses come back as they were sent, in any script, and are counted by equality", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const everybody = await newPlayers(id, 6);
    const texts = ['Zürich 🏔️ "quoted" \\ {a,b}', "東京", "東京", "NULL", "", "東京"];
    await answers.commit(
      everybody.map((player, i) => answerOf(player, { response: { text: texts[i]! } })),
      {
        ...RULES,
        grade: (_, totals) => ({ outcome: { correct: null, fraction: 0, points: 0, streak: 0 }, totals }),
      },
    );
    const stored = await answers.ofQuestion(id, 0);
    expect(stored.map((answer) => (answer.response as { text: string }).text).sort()).toEqual(
      [...texts].sort(),
    );
    expect(stored.every((answer) => answer.correct === null)).toBe(true);

    await players.setRemoved(id, everybody[5]!.playerId, 5_000);
    const counts = await answers.responseCounts(id, 0);
    expect(counts).toHaveLength(4);
    expect(counts[0]).toEqual({ response: { text: "東京" }, count: 2, correct: 0 });
  });

  test("[AS6] answers are read by question, by player and in full", async () => {
    const { answers, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob] = await newPlayers(id, 2);
    await answers.commit(
      [answerOf(bob!, { receivedAtMs: 3_000 }), answerOf(ada!), answerOf(ada!, { questionIndex: 1 })],
      RULES,
    );
    const keys = (await answers.all(id)).map((answer) => [answer.questionIndex, answer.playerId]);
    expect(keys).toEqual([
      [0, ada!.playerId],
      [0, bob!.playerId],
      [1, ada!.playerId],
    ]);
    expect((await answers.ofPlayer(id, ada!.playerId)).map((answer) => answer.questionIndex)).toEqual([0, 1]);
    expect(await answers.ofQuestion(id, 7)).toEqual([]);
    expect(await answers.ofPlayer(id, "nobody")).toEqual([]);
    expect(await answers.responseCounts("no session", 0)).toEqual([]);
  });

  test("[AS7] regrading rewrites outcomes and totals, and again the same", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob, eve] = await newPlayers(id, 3);
    await answers.commit(
      [
        answerOf(ada!),
        answerOf(ada!, { questionIndex: 1 }),
        answerOf(bob!),
        answerOf(eve!, { questionIndex: 1 }),
      ],
      RULES,
    );
    const seen: number[][] = [];
    const voidIt = () =>
      answers.regrade(id, 0, (all, target) => {
        expect(target.questionIndex).toBe(0);
        seen.push(all.map((answer) => answer.questionIndex));
        const rest = all.filter((answer) => answer !== target);
        return {
          outcome: { correct: null, fraction: 0, points: 0, streak: 0 },
          totals: {
            ...NO_TOTALS,
            score: sum(rest.map((answer) => answer.points)),
            answeredCount: rest.length,
          },
        };
      });
    for (let time = 0; time < 2; time++) {
      await voidIt();
      expect((await players.list(id)).map((player) => player.score)).toEqual([1_000, 0, 1_000]);
      expect(await answers.ofQuestion(id, 0)).toMatchObject([
        { correct: null, points: 0 },
        { correct: null, points: 0 },
      ]);
      expect(await answers.ofQuestion(id, 1)).toMatchObject([
        { correct: true, points: 1_000 },
        { points: 1_000 },
      ]);
    }
    expect(seen.slice(0, 2).sort((a, b) => a.length - b.length)).toEqual([[0], [0, 1]]);
    await answers.regrade("no session", 0, () => expect.fail("there is nothing to regrade"));
  });

  test("[TM7] the teams' sums are those of the stored answers of present members", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const random = seededRandom(11);
    const everybody = await newPlayers(id, 30);
    for (const [i, { playerId }] of everybody.entries())
      if (i % 7 !== 0) await players.setTeam(id, playerId, `t${1 + (i % 3)}`);
    for (const questionIndex of [0, 1])
      await answers.commit(
        everybody
          .filter(() => random() < 0.7)
          .map((player) => answerOf(player, { questionIndex, response: { choice: random() < 0.5 ? 0 : 1 } })),
        RULES,
      );
    for (const { playerId } of everybody.slice(3, 6)) await players.setRemoved(id, playerId, 9_000);
    const present = (await players.list(id)).filter(({ removedAtMs }) => removedAtMs === null);
    const teamOf = new Map(present.map(({ playerId, teamId }) => [playerId, teamId]));
    const bySum = (sums: TeamSum[]) =>
      sums.toSorted((a, b) => a.questionIndex - b.questionIndex || a.teamId.localeCompare(b.teamId));
    for (const questions of [0, 1, 2]) {
      const counted = (await answers.all(id)).filter(({ questionIndex }) => questionIndex < questions);
      expect(bySum(await answers.teamSums(id, questions))).toEqual(bySum(teamSums(counted, teamOf)));
    }
    expect(await answers.teamSums("no session", 5)).toEqual([]);
  });

  test("[CHG1] [CHG2] another answer takes the place of the first, is paid once, and the first is kept", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob] = await newPlayers(id, 2);
    await answers.commit([answerOf(ada!), answerOf(bob!)], CHANGING);
    const second = answerOf(ada!, { response: { choice: 1 }, elapsedMs: 3_000, receivedAtMs: 4_000 });
    const [changed] = await answers.commit([second], CHANGING);
    expect(changed).toMatchObject({ stored: true, repeat: false, player: { score: 0, answeredCount: 1 } });
    const third = answerOf(ada!, { elapsedMs: 5_000, receivedAtMs: 6_000 });
    const [back] = await answers.commit([third], CHANGING);
    expect(back).toMatchObject({
      repeat: false,
      answer: { response: { choice: 0 }, elapsedMs: 5_000, receivedAtMs: 6_000, points: 1_000, changes: 2 },
      player: { score: 1_000, correctTimeMs: 5_000, answeredCount: 1, correctCount: 1, streak: 1 },
    });
    expect(await players.get(id, ada!.playerId)).toMatchObject({ score: 1_000, correctTimeMs: 5_000 });
    expect(await answers.ofPlayer(id, ada!.playerId)).toMatchObject([{ changes: 2, receivedAtMs: 6_000 }]);
    expect(await answers.answeredBy(id, 0)).toHaveLength(2);
    const of = { sessionId: id, questionIndex: 0, playerId: ada!.playerId };
    expect(await answers.earlier(id)).toEqual([
      { ...of, change: 0, response: { choice: 0 }, elapsedMs: 1_500, receivedAtMs: 2_500 },
      { ...of, change: 1, response: { choice: 1 }, elapsedMs: 3_000, receivedAtMs: 4_000 },
    ]);
    // Others, and later groups of the same players, go on as ever.
    const [next] = await answers.commit([answerOf(ada!, { questionIndex: 1 })], CHANGING);
    expect(next).toMatchObject({ repeat: false, player: { score: 2_000, streak: 2 } });
  });

  test("[CHG3] the same again, and a late try of an older answer, change nothing", async () => {
    const { answers, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada] = await newPlayers(id, 1);
    await answers.commit([answerOf(ada!, { change: 0 })], CHANGING);
    const second = answerOf(ada!, { response: { choice: 1 }, change: 1 });
    const [changed] = await answers.commit([second], CHANGING);
    const [again, older] = await answers.commit([second, answerOf(ada!, { change: 0 })], CHANGING);
    expect(again).toEqual({ ...changed, repeat: true });
    expect(older).toEqual({ ...changed, repeat: true });
    expect(await answers.earlier(id)).toHaveLength(1);
  });

  test("[CHG3] a first answer and its change in one group, beside others, and the same group twice at once", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob] = await newPlayers(id, 2);
    const group = [
      answerOf(ada!, { response: { choice: 1 }, change: 0 }),
      answerOf(ada!, { change: 1, receivedAtMs: 2_600 }),
      answerOf(bob!, { change: 0 }),
    ];
    await Promise.all([answers.commit(group, CHANGING), answers.commit(group, CHANGING)]);
    expect(await answers.all(id)).toMatchObject([{ points: 1_000 }, { points: 1_000 }]);
    expect((await players.list(id)).map((player) => player.score)).toEqual([1_000, 1_000]);
    expect(await answers.earlier(id)).toMatchObject([{ change: 0, response: { choice: 1 } }]);
  });

  test("[CHG4] a change that comes too late is refused, and what stood stands", async () => {
    const { answers, sessions, players, newSession, newPlayers } = context();
    const session = await newSession();
    const [ada] = await newPlayers(session.id, 1);
    await answers.commit([answerOf(ada!)], CHANGING);
    await sessions.swap({ ...session, version: 2, phase: { name: "podium", sinceMs: 9 } }, null);
    const [late, retry] = await answers.commit(
      [answerOf(ada!, { response: { choice: 1 } }), answerOf(ada!)],
      CHANGING,
    );
    expect(late).toEqual({ stored: false, code: "question_closed" });
    expect(retry).toMatchObject({ stored: true, repeat: true });
    expect(await answers.earlier(session.id)).toEqual([]);
    expect((await players.get(session.id, ada!.playerId))?.score).toBe(1_000);
  });

  test("[CHG2] [AS5] many changes at once, in overlapping groups: one answer each, and totals equal the answers", async () => {
    const { answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const everybody = await newPlayers(id, 40);
    const random = seededRandom(11);
    const groups = Array.from({ length: 16 }, () =>
      shuffled(everybody, random)
        .slice(0, 30)
        .map((player) => answerOf(player, { response: { choice: Math.floor(random() * 2) } })),
    );
    const outcomes = (await Promise.all(groups.map((group) => answers.commit(group, CHANGING)))).flat();
    const stored = await answers.all(id);
    const earlier = await answers.earlier(id);
    expect(outcomes.filter((outcome) => repeatOf(outcome) === false).length).toBe(
      stored.length + earlier.length,
    );
    for (const player of await players.list(id)) {
      const own = stored.filter((answer) => answer.playerId === player.playerId);
      expect(own.map(({ changes }) => changes)).toEqual([
        earlier.filter((answer) => answer.playerId === player.playerId).length,
      ]);
      expect(player).toMatchObject({ score: sum(own.map((answer) => answer.points)), answeredCount: 1 });
    }
  });

  test("[DEL3] what was changed goes with its player, and with its session", async () => {
    const { answers, players, sessions, newSession, newPlayers } = context();
    const { id } = await newSession();
    const both = await newPlayers(id, 2);
    for (const choice of [0, 1])
      await answers.commit(
        both.map((player) => answerOf(player, { response: { choice } })),
        CHANGING,
      );
    await players.remove(id, both[0]!.playerId);
    expect(await answers.earlier(id)).toMatchObject([{ playerId: both[1]!.playerId }]);
    await sessions.remove(id);
    expect(await answers.earlier(id)).toEqual([]);
  });

  test("[AS8] an empty group is nothing to do", async () => {
    expect(await context().answers.commit([], RULES)).toEqual([]);
  });
}

function repeatOf(outcome: CommitOutcome): boolean | null {
  return outcome.stored ? outcome.repeat : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
