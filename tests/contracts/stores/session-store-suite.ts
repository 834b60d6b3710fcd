import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { answerOf, newPin, newPlayer, QUIZ, RULES, type StoreContext } from "./store-context.ts";

export function sessionStoreSuite(context: () => StoreContext): void {
  test("[SS1] a session comes back as it was stored, by id and by PIN", async () => {
    const { sessions, newSession } = context();
    const session = await newSession({ voided: [1, 3], locked: true, startedAtMs: 1_753_000_000_000 });
    expect(await sessions.get(session.id)).toEqual(session);
    expect(await sessions.getByPin(session.pin)).toEqual(session);
    expect(await sessions.get("no session")).toBeNull();
    expect(await sessions.getByPin("000000")).toBeNull();
  });

  test("[SS2] a PIN belongs to one session until it is released", async () => {
    const { sessions, newSession } = context();
    const first = await newSession();
    const second = { ...first, id: newId() };
    expect(await sessions.create(second)).toBe(false);

    const ended = { ...first, version: 2, phase: { name: "ended", endedAtMs: 5_000 } as const };
    await sessions.swap(ended, null);
    expect(await sessions.getByPin(first.pin)).toEqual(ended);
    expect(await sessions.create(second)).toBe(false);
    expect(await sessions.releasePins(5_000)).toBe(0);
    expect(await sessions.releasePins(5_001)).toBe(1);
    expect(await sessions.getByPin(first.pin)).toBeNull();
    expect(await sessions.create(second)).toBe(true);
    expect((await sessions.getByPin(first.pin))?.id).toBe(second.id);
  });

  test("[SS2] of several sessions created at once with one PIN, one gets it", async () => {
    const { sessions, newSession } = context();
    const model = await newSession();
    const pin = newPin();
    const created = await Promise.all(
      Array.from({ length: 6 }, () => sessions.create({ ...model, id: newId(), pin })),
    );
    expect(created.filter(Boolean)).toHaveLength(1);
  });

  test("[SS3] of ten changes at once to one version, one wins", async () => {
    const { sessions, newSession } = context();
    const session = await newSession();
    const swaps = Array.from({ length: 10 }, (_, i) => {
      const next = { ...session, version: 2, phase: { name: "podium", sinceMs: i } as const };
      return sessions.swap(next, null).then((won) => (won ? next : null));
    });
    const winners = (await Promise.all(swaps)).filter((next) => next !== null);
    expect(winners).toHaveLength(1);
    expect(await sessions.get(session.id)).toEqual(winners[0]);
    expect(await sessions.swap({ ...session, version: 2 }, null)).toBe(false);
    expect(await sessions.swap({ ...session, id: "no session", version: 2 }, null)).toBe(false);
  });

  test("[REC1] each change leaves a step, without the bars of a reveal; a change that came second leaves none", async () => {
    const { sessions, newSession } = context();
    const session = await newSession();
    expect(await sessions.steps(session.id)).toEqual([]);
    const result = { answered: 1, correct: 1, bars: [{ label: "Paris", count: 1, correct: true }] };
    const reveal = { name: "reveal", index: 0, closedAtMs: 9, advancesAtMs: null, result } as const;
    expect(await sessions.swap({ ...session, version: 2, phase: reveal, voided: [0] }, null)).toBe(true);
    expect(await sessions.swap({ ...session, version: 2 }, null)).toBe(false);
    const podium = { name: "podium", sinceMs: 9 } as const;
    expect(await sessions.swap({ ...session, version: 3, phase: podium }, null)).toBe(true);
    const atMs = expect.any(Number);
    expect(await sessions.steps(session.id)).toEqual([
      { version: 2, atMs, phase: { ...reveal, result: null }, voided: [0] },
      { version: 3, atMs, phase: podium, voided: [] },
    ]);
    await sessions.remove(session.id);
    expect(await sessions.steps(session.id)).toEqual([]);
  });

  test("[SS4] overdue sessions are found oldest first", async () => {
    const { sessions, newSession } = context();
    const [a, b, c] = [await newSession(), await newSession(), await newSession()];
    await sessions.swap({ ...a, version: 2 }, -200);
    await sessions.swap({ ...b, version: 2 }, -300);
    await sessions.swap({ ...c, version: 2 }, -100);
    expect(await sessions.overdue(-150, 10)).toEqual([b.id, a.id]);
    expect(await sessions.overdue(-150, 1)).toEqual([b.id]);
    await sessions.swap({ ...b, version: 3 }, null);
    expect(await sessions.overdue(-100, 10)).toEqual([a.id, c.id]);
    for (const session of [a, c]) await sessions.swap({ ...session, version: 3 }, null);
  });

  test("[SS5] versions of the sessions that exist", async () => {
    const { sessions, newSession } = context();
    const [a, b] = [await newSession(), await newSession()];
    await sessions.swap({ ...b, version: 2 }, null);
    expect(await sessions.versions([a.id, "no session", b.id])).toEqual(
      new Map([
        [a.id, 1],
        [b.id, 2],
      ]),
    );
    expect(await sessions.versions([])).toEqual(new Map());
  });

  test("[SS6] an account lists its own sessions, newest first, counting players present", async () => {
    const { sessions, players, newSession, newPlayers } = context();
    const old = await newSession({ createdAtMs: 1 });
    const recent = await newSession({ createdAtMs: 2, accountId: old.accountId, phase: { name: "lobby" } });
    await newSession();
    const [ada] = await newPlayers(recent.id, 3);
    await players.setRemoved(recent.id, ada!.playerId, 9);
    const listed = await sessions.listByAccount(old.accountId, 10);
    expect(listed.map((summary) => summary.id)).toEqual([recent.id, old.id]);
    const { id, pin } = recent;
    expect(listed[0]).toEqual({
      madeBy: { id: old.accountId, name: "Ada" },
      id,
      pin,
      title: "Capitals",
      phase: "lobby",
      players: 2,
      questions: 2,
      createdAtMs: 2,
    });
    expect(await sessions.listByAccount(old.accountId, 1)).toHaveLength(1);
  });

  test("[SS7] deleting the quiz leaves its sessions running, without a quiz id, also after a stale change", async () => {
    const { sessions, quizzes, newAccount, newSession } = context();
    const accountId = await newAccount();
    const { id: quizId } = await quizzes.create(accountId, QUIZ);
    const session = await newSession({ accountId, quizId });
    await quizzes.remove(accountId, quizId);
    expect(await sessions.get(session.id)).toEqual({ ...session, quizId: null });
    expect(await sessions.swap({ ...session, version: 2 }, null)).toBe(true);
    expect((await sessions.get(session.id))?.quizId).toBeNull();
  });

  test("[SS8] deleting a session deletes its players and answers", async () => {
    const { db, answers, players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada] = await newPlayers(id, 2);
    await answers.commit([answerOf(ada!)], RULES);
    await db.execute(sql`delete from sessions where id = ${id}`);
    expect(await players.list(id)).toEqual([]);
    expect(await answers.all(id)).toEqual([]);
  });

  test("[DEL1] a removed session is gone with its players and answers, its PIN is free, and others stay", async () => {
    const { sessions, answers, players, newSession, newPlayers } = context();
    const [gone, kept] = [await newSession(), await newSession()];
    const played = await Promise.all([newPlayers(gone.id, 2), newPlayers(kept.id, 2)]);
    await answers.commit(
      played.flat().map((player) => answerOf(player)),
      RULES,
    );
    expect(await sessions.remove(gone.id)).toBe(true);
    expect(await sessions.get(gone.id)).toBeNull();
    expect(await sessions.getByPin(gone.pin)).toBeNull();
    expect(await players.list(gone.id)).toEqual([]);
    expect(await answers.all(gone.id)).toEqual([]);
    expect(await players.list(kept.id)).toHaveLength(2);
    expect(await answers.all(kept.id)).toHaveLength(2);
    expect(await sessions.remove(gone.id)).toBe(false);
    expect(await sessions.create({ ...gone, pin: gone.pin })).toBe(true);
  });

  test("[DEL4] who joins or answers while a session is deleted leaves nothing behind", async () => {
    const { sessions, answers, players, newSession, newPlayers } = context();
    for (let round = 0; round < 5; round++) {
      const { id } = await newSession();
      const played = await newPlayers(id, 20);
      const [removed] = await Promise.all([
        sessions.remove(id),
        ...played.map((player) => answers.commit([answerOf(player)], RULES)),
        ...played.map(() => players.join([newPlayer(id)])),
      ]);
      expect(removed).toBe(true);
      expect(await players.list(id)).toEqual([]);
      expect(await answers.all(id)).toEqual([]);
    }
  });

  test("[TM9] teams are stored with the session, and change with it", async () => {
    const { sessions, newSession } = context();
    const teams = [{ teamId: "t1", name: "Ẽ “Red”", avatar: "0000" }];
    const session = await newSession({ teams });
    expect(await sessions.get(session.id)).toEqual(session);
    const next = { ...session, version: 2, teams: [{ ...teams[0]!, name: "Blue" }] };
    expect(await sessions.swap(next, null)).toBe(true);
    expect(await sessions.get(session.id)).toEqual(next);
  });

  test("[TRY1] rehearsals are in no list, and go with all that was played in them", async () => {
    const { sessions, players, newAccount, newSession, newPlayers } = context();
    const accountId = await newAccount();
    const played = await newSession({ accountId });
    const first = await newSession({ accountId, rehearsal: true, createdAtMs: 2_000 });
    const second = await newSession({ accountId, rehearsal: true, createdAtMs: 3_000 });
    expect(await sessions.get(first.id)).toEqual(first);
    expect((await sessions.listByAccount(accountId, 10)).map(({ id }) => id)).toEqual([played.id]);
    expect(await sessions.rehearsalsBefore(second)).toEqual([first.id]);
    expect(await sessions.rehearsalsBefore(first)).toEqual([]);
    expect(await sessions.rehearsalsBefore({ ...second, accountId: await newAccount() })).toEqual([]);

    await newPlayers(first.id, 2);
    for (const session of [played, first])
      await sessions.swap({ ...session, version: 2, phase: { name: "ended", endedAtMs: 5_000 } }, null);
    expect(await sessions.rehearsalsBefore(second)).toEqual([]);
    await sessions.removeRehearsals(5_000);
    expect(await sessions.get(first.id)).not.toBeNull();
    await sessions.removeRehearsals(5_001);
    expect(await sessions.get(first.id)).toBeNull();
    expect(await players.list(first.id)).toEqual([]);
    expect(await sessions.get(second.id)).not.toBeNull();
    expect(await sessions.get(played.id)).not.toBeNull();
  });
}
