import { expect, test } from "vitest";
import type { Account } from "#lib/auth/account-store.ts";
import type { Role } from "#lib/auth/rights.ts";
import { newId } from "#lib/kernel/ids.ts";
import { QUIZ, type StoreContext } from "./store-context.ts";

export function peopleStoreSuite(context: () => StoreContext): void {
  const someone = () => ({ email: `Grace.${newId()}@Example.org`, name: "Grace", passwordHash: "hash" });
  const NOW = 1_000_000;

  async function founder(): Promise<Account> {
    const { accounts } = context();
    return (await accounts.create({ ...someone(), name: "Ada" }))!;
  }

  async function invite(by: Account, role: Role = "host", changes: { expiresAtMs?: number } = {}) {
    const id = newId();
    await context().people.invite({
      id,
      workspaceId: by.workspaceId,
      secretHash: `secret ${id}`,
      email: null,
      role,
      invitedBy: by.id,
      createdAtMs: NOW,
      expiresAtMs: NOW + 1_000,
      ...changes,
    });
    return id;
  }

  async function joined(by: Account, role: Role = "host"): Promise<Account> {
    const accepted = await context().people.accept(await invite(by, role), someone(), NOW);
    if (typeof accepted === "string") throw new Error(accepted);
    return accepted;
  }

  test("[ACC4] an invitation makes one account in its workspace, once, of many who try at once", async () => {
    const { people, accounts } = context();
    const ada = await founder();
    const id = await invite(ada);
    const outcomes = await Promise.all([1, 2, 3].map(() => people.accept(id, someone(), NOW)));
    const accepted = outcomes.filter((outcome) => typeof outcome !== "string");
    expect(accepted).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "spent")).toHaveLength(2);
    const [grace] = accepted as [Account];
    expect(grace).toMatchObject({ name: "Grace", workspaceId: ada.id, role: "host" });
    expect(await accounts.byEmail(grace.email)).toEqual({ ...grace, passwordHash: "hash" });
    expect((await people.people(ada.id)).map(({ name, role }) => [name, role])).toEqual([
      ["Ada", "owner"],
      ["Grace", "host"],
    ]);
    expect(await people.invitation(id)).toMatchObject({ usedAtMs: NOW, invitedByName: "Ada" });
  });

  test("[ACC4] an email that has an account leaves the invitation as it is", async () => {
    const { people } = context();
    const ada = await founder();
    const id = await invite(ada);
    const email = ada.email.toUpperCase();
    expect(await people.accept(id, { ...someone(), email }, NOW)).toBe("email_taken");
    expect(await people.accept(id, someone(), NOW)).toMatchObject({ role: "host" });
  });

  test("[ACC4] an invitation that ran out, was taken back or never was opens nothing; open ones are listed", async () => {
    const { people } = context();
    const [ada, stranger] = [await founder(), await founder()];
    const [open, late] = [await invite(ada, "viewer"), await invite(ada, "host", { expiresAtMs: NOW })];
    expect((await people.invitations(ada.id, NOW)).map(({ id }) => id)).toEqual([open]);
    expect(await people.invitations(stranger.id, NOW)).toEqual([]);
    expect(await people.accept(late, someone(), NOW)).toBe("spent");
    expect(await people.accept(newId(), someone(), NOW)).toBe("spent");
    expect(await people.revoke(stranger.id, open, NOW)).toBe(false);
    expect(await people.revoke(ada.id, open, NOW)).toBe(true);
    expect(await people.revoke(ada.id, open, NOW)).toBe(false);
    expect(await people.accept(open, someone(), NOW)).toBe("spent");
    expect(await people.invitations(ada.id, NOW)).toEqual([]);
  });

  test("[ACC5] the last owner stays one, also of two who go at once", async () => {
    const { people } = context();
    const ada = await founder();
    const grace = await joined(ada, "owner");
    const host = await joined(ada);
    const stranger = await founder();
    expect(await people.setRole(stranger.id, host.id, "owner", NOW)).toBe("not_found");
    expect(await people.remove(stranger.id, host.id, NOW)).toBe("not_found");
    const gone = await Promise.all([
      people.remove(ada.id, ada.id, NOW),
      people.setRole(ada.id, grace.id, "viewer", NOW),
    ]);
    expect(gone.sort()).toEqual(["done", "last_owner"]);
    const owners = (await people.people(ada.id)).filter(({ role }) => role === "owner");
    expect(owners).toHaveLength(1);
    expect(await people.remove(ada.id, owners[0]!.id, NOW)).toBe("last_owner");
    expect(await people.setRole(ada.id, owners[0]!.id, "owner", NOW)).toBe("done");
    expect(await people.setRole(ada.id, host.id, "viewer", NOW)).toBe("done");
  });

  test("[ACC6] who is removed comes in by nothing any more, and what they made stays", async () => {
    const { people, accounts, quizzes } = context();
    const ada = await founder();
    const grace = await joined(ada, "owner");
    const link = await invite(grace);
    const [tokenHash, keyHash] = [newId(), newId()];
    const tomorrow = Date.now() + 86_400_000;
    await accounts.addSignIn({ tokenHash, accountId: grace.id, expiresAtMs: tomorrow });
    await accounts.setApiKey({ keyHash, accountId: grace.id, label: "CI" });
    const { id } = await quizzes.create(ada.id, QUIZ, [], grace.id);
    expect(await people.remove(ada.id, grace.id, NOW)).toBe("done");
    expect(await accounts.bySignIn(tokenHash, 0)).toBeNull();
    expect(await accounts.byApiKey(keyHash)).toBeNull();
    expect(await accounts.byEmail(grace.email)).toBeNull();
    expect(await accounts.byEmail(`removed ${grace.id}`)).toBeNull();
    expect(await people.accept(link, someone(), NOW)).toBe("spent");
    expect(await people.remove(ada.id, grace.id, NOW)).toBe("not_found");
    expect(await quizzes.list(ada.id)).toMatchObject([{ id, madeBy: { id: grace.id, name: "Grace" } }]);
    // The email is free again.
    const again = await people.accept(await invite(ada), { ...someone(), email: grace.email }, NOW);
    expect(again).toMatchObject({ email: grace.email, workspaceId: ada.id });
  });

  test("[ACC2] quizzes and sessions keep who made them; those from before are their founder's", async () => {
    const { people, quizzes, sessions, newSession } = context();
    const ada = await founder();
    const grace = await joined(ada);
    const [old] = await quizzes.createAll(ada.id, [QUIZ]);
    const [copy] = await quizzes.createAll(ada.id, [QUIZ], grace.id);
    const makers = new Map((await quizzes.list(ada.id)).map(({ id, madeBy }) => [id, madeBy?.name]));
    expect([makers.get(old!.id), makers.get(copy!.id)]).toEqual(["Ada", "Grace"]);
    const hers = await newSession({ accountId: ada.id, madeBy: grace.id });
    expect(await sessions.get(hers.id)).toMatchObject({ accountId: ada.id, madeBy: grace.id });
    expect(await sessions.listByAccount(ada.id, 5)).toMatchObject([{ madeBy: { id: grace.id } }]);
    const [first, mine] = [
      await newSession({ accountId: ada.id, rehearsal: true, createdAtMs: 2_000 }),
      await newSession({ accountId: ada.id, rehearsal: true, createdAtMs: 3_000, madeBy: grace.id }),
    ];
    expect(await sessions.rehearsalsBefore(mine)).toEqual([]);
    expect(await sessions.rehearsalsBefore({ ...first, id: newId(), createdAtMs: 9_000 })).toEqual([
      first.id,
    ]);
    expect(await people.people(grace.id)).toEqual([]);
  });

  test("[DEL6] a workspace goes with everybody and everything in it, and no other is touched", async () => {
    const { people, accounts, quizzes, sessions, players, retention, newSession, newPlayers } = context();
    const [ada, stranger] = [await founder(), await founder()];
    const [grace, gone] = [await joined(ada), await joined(ada)];
    await people.remove(ada.id, gone.id, NOW);
    const open = await invite(ada);
    const [tokenHash, keyHash] = [`token ${newId()}`, `key ${newId()}`];
    await accounts.addSignIn({ tokenHash, accountId: grace.id, expiresAtMs: Date.now() + 86_400_000 });
    await accounts.setApiKey({ keyHash, accountId: grace.id, label: "CI" });
    await quizzes.createAll(ada.id, [QUIZ], grace.id);
    await retention.set(ada.id, { replaceNamesAfterDays: 1, deleteSessionsAfterDays: null });
    const session = await newSession({ accountId: ada.id });
    const rehearsal = await newSession({ accountId: ada.id, rehearsal: true });
    await newPlayers(session.id, 2);
    const theirs = await newSession({ accountId: stranger.id });
    expect((await sessions.idsOf(ada.id)).sort()).toEqual([session.id, rehearsal.id].sort());

    await people.endAccess(ada.id);
    expect(await accounts.bySignIn(tokenHash, 0)).toBeNull();
    expect(await accounts.byApiKey(keyHash)).toBeNull();
    expect(await people.accept(open, someone(), NOW)).toBe("spent");
    expect(await accounts.byEmail(grace.email)).not.toBeNull();

    expect(await people.removeWorkspace(ada.id)).toBe(true);
    expect(await people.people(ada.id)).toEqual([]);
    for (const { email } of [ada, grace]) expect(await accounts.byEmail(email)).toBeNull();
    expect(await quizzes.list(ada.id)).toEqual([]);
    expect(await sessions.get(session.id)).toBeNull();
    expect(await players.list(session.id)).toEqual([]);
    expect(await sessions.get(theirs.id)).not.toBeNull();
    expect(await people.people(stranger.id)).toHaveLength(1);
    expect(await people.removeWorkspace(ada.id)).toBe(false);
  });
}
