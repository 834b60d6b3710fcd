import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { DAY_MS, KEEP_ALL, type Retention } from "#lib/session/retention.ts";
import { newPlayer, type StoreContext } from "./store-context.ts";

export function retentionStoreSuite(context: () => StoreContext): void {
  const NOW = 1_000 * DAY_MS;

  /** A session that ended so many days ago. */
  async function endedSession(accountId: string, daysAgo: number, players = 2) {
    const { newSession, newPlayers, db } = context();
    const session = await newSession({ accountId });
    await newPlayers(session.id, players);
    await db.$client`update sessions set ended_at_ms = ${NOW - daysAgo * DAY_MS} where id = ${session.id}`;
    return session.id;
  }

  const rules = (names: number | null, sessions: number | null): Retention => ({
    replaceNamesAfterDays: names,
    deleteSessionsAfterDays: sessions,
  });

  test("[RET1] a workspace keeps everything until it chooses otherwise, and the last choice holds", async () => {
    const { retention, newAccount } = context();
    const [ada, grace] = [await newAccount(), await newAccount()];
    expect(await retention.get(ada)).toEqual(KEEP_ALL);
    await retention.set(ada, rules(30, 365));
    await retention.set(ada, rules(30, null));
    expect(await retention.get(ada)).toEqual(rules(30, null));
    expect(await retention.get(grace)).toEqual(KEEP_ALL);
  });

  test("[RET2] the preview counts what the rules would change now, and no session twice", async () => {
    const { retention, newAccount, newSession } = context();
    const ada = await newAccount();
    await endedSession(ada, 400, 3);
    await endedSession(ada, 40, 2);
    await endedSession(ada, 20, 5);
    await newSession({ accountId: ada });
    expect(await retention.preview(ada, KEEP_ALL, NOW)).toEqual({
      names: { sessions: 0, players: 0 },
      deletions: { sessions: 0, players: 0 },
    });
    expect(await retention.preview(ada, rules(30, 365), NOW)).toEqual({
      names: { sessions: 1, players: 2 },
      deletions: { sessions: 1, players: 3 },
    });
    expect(await retention.preview(ada, rules(30, null), NOW)).toMatchObject({
      names: { sessions: 2, players: 5 },
    });
  });

  test("[RET3] due are ended sessions whose days are over, of the workspaces that chose so, oldest first", async () => {
    const { retention, newAccount, newSession } = context();
    const [ada, grace] = [await newAccount(), await newAccount()];
    await retention.set(ada, rules(30, 365));
    await retention.set(grace, rules(null, 10));
    const [old, older] = [await endedSession(ada, 50), await endedSession(ada, 60)];
    const gone = await endedSession(ada, 366);
    const hers = await endedSession(grace, 11);
    await endedSession(ada, 29.9);
    await endedSession(grace, 9.9);
    await newSession({ accountId: ada });
    const mine = (ids: string[]) => ids.filter((id) => [old, older, gone, hers].includes(id));
    const due = await retention.due(NOW, 1_000);
    expect(mine(due.names)).toEqual([older, old]);
    expect(mine(due.deletions).sort()).toEqual([gone, hers].sort());
  });

  test("[RET4] replaced names are gone with all that tells who somebody was; points and answers stay", async () => {
    const { retention, sessions, players, newSession, newPlayers, db } = context();
    const session = await newSession();
    const [first] = await newPlayers(session.id, 2);
    // Who is called so already is in nobody's way.
    await players.join([
      newPlayer(session.id, { name: "Player 2", nameKey: "player 2", joinKey: newId(), network: "net" }),
    ]);
    await players.setRemoved(session.id, first!.playerId, NOW);
    await players.offerSeat(session.id, (await players.list(session.id))[1]!.playerId, {
      hash: newId(),
      untilMs: NOW + DAY_MS,
    });
    const before = await players.list(session.id);

    expect(await retention.replaceNames(session.id, NOW)).toBe(true);
    const after = await players.list(session.id);
    expect(after.map(({ name }) => name)).toEqual(["Player 1", "Player 2", "Player 3"]);
    expect(after).toEqual(before.map((player) => ({ ...player, name: `Player ${player.seq}` })));
    const [left] = await db.$client`
      select count(*)::int as n from players where session_id = ${session.id}
        and (join_key is not null or network is not null or seat_offer is not null)`;
    expect(left).toEqual({ n: 0 });
    expect(await retention.namesReplacedAtMs(session.id)).toBe(NOW);
    expect((await sessions.get(session.id))?.version).toBe(session.version);
    expect(await retention.replaceNames(newId(), NOW)).toBe(false);
  });

  test("[RET4] names are replaced once: the session is no longer due", async () => {
    const { retention, newAccount } = context();
    const ada = await newAccount();
    await retention.set(ada, rules(1, null));
    const id = await endedSession(ada, 2);
    expect((await retention.due(NOW, 1_000)).names).toContain(id);
    await retention.replaceNames(id, NOW);
    expect((await retention.due(NOW, 1_000)).names).not.toContain(id);
    expect(await retention.preview(ada, rules(1, null), NOW)).toMatchObject({
      names: { sessions: 0, players: 0 },
    });
  });
}
