import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { StoreContext } from "./store-context.ts";

export function accountStoreSuite(context: () => StoreContext): void {
  const someone = () => ({ email: `Ada.${newId()}@Example.org`, name: "Ada", passwordHash: "hash 1" });

  test("[AC1] an account is found by its e-mail in any case, and the e-mail is taken", async () => {
    const { accounts } = context();
    const before = await accounts.count();
    const given = someone();
    const account = await accounts.create(given);
    const { id } = account!;
    expect(account).toEqual({
      id,
      email: given.email.toLowerCase(),
      name: "Ada",
      workspaceId: id,
      role: "owner",
    });
    expect(await accounts.byEmail(given.email.toUpperCase())).toEqual({ ...account, passwordHash: "hash 1" });
    expect(await accounts.create({ ...given, email: given.email.toUpperCase() })).toBeNull();
    expect(await accounts.byEmail("nobody@example.org")).toBeNull();
    expect(await accounts.count()).toBe(before + 1);
    await accounts.setPassword(account!.id, "hash 2");
    expect((await accounts.byEmail(given.email))?.passwordHash).toBe("hash 2");
  });

  test("[AC2] a sign-in leads to its account until it expires or is removed", async () => {
    const { accounts } = context();
    const account = await accounts.create(someone());
    const [short, long] = [newId(), newId()];
    const tomorrow = Date.now() + 86_400_000;
    await accounts.addSignIn({ tokenHash: long, accountId: account!.id, expiresAtMs: tomorrow + 1 });
    await accounts.addSignIn({ tokenHash: short, accountId: account!.id, expiresAtMs: tomorrow });
    expect(await accounts.bySignIn(short, tomorrow - 1)).toEqual(account);
    expect(await accounts.bySignIn(short, tomorrow)).toBeNull();
    expect(await accounts.bySignIn(long, tomorrow)).toEqual(account);
    await accounts.addSignIn({ tokenHash: `${short}2`, accountId: account!.id, expiresAtMs: tomorrow });
    await accounts.removeSignIn(long);
    expect(await accounts.bySignIn(long, 0)).toBeNull();
    expect(await accounts.bySignIn("unknown", 0)).toBeNull();
    await accounts.setPassword(account!.id, "another hash");
    expect(await accounts.bySignIn(`${short}2`, 0)).toBeNull();
  });

  test("[AC3] an API key leads to its account; setting it again is harmless, another one replaces it", async () => {
    const { accounts } = context();
    const account = await accounts.create(someone());
    const key = { keyHash: newId(), accountId: account!.id, label: "CI" };
    await accounts.setApiKey(key);
    await accounts.setApiKey(key);
    expect(await accounts.byApiKey(key.keyHash)).toEqual({ ...account, scope: "admin" });
    const other = { ...key, keyHash: newId(), label: "other" };
    const newer = { ...key, keyHash: newId() };
    await accounts.setApiKey(other);
    await accounts.setApiKey(newer);
    expect(await accounts.byApiKey(key.keyHash)).toBeNull();
    expect(await accounts.byApiKey(newer.keyHash)).toEqual({ ...account, scope: "admin" });
    expect(await accounts.byApiKey(other.keyHash)).toEqual({ ...account, scope: "admin" });
    expect(await accounts.byApiKey("unknown")).toBeNull();
  });

  test("[ACC8] devices are listed, last used first, and ended one by one, by their own account alone", async () => {
    const { accounts } = context();
    const [account, other] = [await accounts.create(someone()), await accounts.create(someone())];
    const tomorrow = Date.now() + 86_400_000;
    const hashes = [`${newId()}a`, `${newId()}b`, `${newId()}c`];
    for (const [i, tokenHash] of hashes.entries()) {
      const device = i === 0 ? {} : { device: "iPhone, Safari" };
      await accounts.addSignIn({ tokenHash, accountId: account!.id, expiresAtMs: tomorrow, ...device });
    }
    await accounts.touchSignIn(hashes[1]!, tomorrow - 5, tomorrow - 10);
    await accounts.touchSignIn(hashes[1]!, tomorrow - 1, tomorrow - 10);
    const listed = await accounts.signIns(account!.id, Date.now());
    expect(listed).toHaveLength(3);
    expect(listed[0]).toMatchObject({ device: "iPhone, Safari", usedAtMs: tomorrow - 5 });
    expect(listed.map(({ id }) => id).sort()).toEqual(hashes.map((hash) => hash.slice(0, 20)).sort());
    expect(await accounts.endSignIn(other!.id, listed[0]!.id)).toBe(false);
    expect(await accounts.endSignIn(account!.id, listed[0]!.id)).toBe(true);
    expect(await accounts.endSignIn(account!.id, listed[0]!.id)).toBe(false);
    expect(await accounts.bySignIn(hashes[1]!, Date.now())).toBeNull();
    expect(await accounts.signIns(account!.id, tomorrow)).toEqual([]);
  });

  test("[ACC7] keys have a name, a scope and a last use; there are only so many; each is removed by its own account", async () => {
    const { accounts } = context();
    const [account, other] = [await accounts.create(someone()), await accounts.create(someone())];
    const keyHash = `${newId()}key`;
    const key = { accountId: account!.id, label: "Timetable", scope: "read", hint: "ovk_abcd" } as const;
    expect(await accounts.addApiKey({ ...key, keyHash, createdAtMs: 5 }, 2)).toBe(true);
    expect(await accounts.byApiKey(keyHash)).toEqual({ ...account, scope: "read" });
    await accounts.touchApiKey(keyHash, 70_000, 10_000);
    await accounts.touchApiKey(keyHash, 71_000, 11_000);
    expect(await accounts.apiKeys(account!.id)).toEqual([
      {
        id: keyHash.slice(0, 20),
        name: "Timetable",
        scope: "read",
        hint: "ovk_abcd",
        createdAtMs: 5,
        usedAtMs: 70_000,
      },
    ]);
    expect(await accounts.addApiKey({ ...key, keyHash: newId(), createdAtMs: 6 }, 2)).toBe(true);
    expect(await accounts.addApiKey({ ...key, keyHash: newId(), createdAtMs: 7 }, 2)).toBe(false);
    expect(await accounts.removeApiKey(other!.id, keyHash.slice(0, 20))).toBe(false);
    expect(await accounts.removeApiKey(account!.id, keyHash.slice(0, 20))).toBe(true);
    expect(await accounts.byApiKey(keyHash)).toBeNull();
  });

  test("[ACC9] name and e-mail change; an e-mail that somebody has is not taken from them", async () => {
    const { accounts } = context();
    const [mine, theirs] = [someone(), someone()];
    const account = await accounts.create(mine);
    await accounts.create(theirs);
    await accounts.setName(account!.id, "Ada Lovelace");
    expect(await accounts.setEmail(account!.id, theirs.email.toUpperCase())).toBe(false);
    const email = `New.${newId()}@Example.org`;
    expect(await accounts.setEmail(account!.id, email)).toBe(true);
    expect(await accounts.byEmail(mine.email)).toBeNull();
    expect(await accounts.byEmail(email)).toMatchObject({ id: account!.id, name: "Ada Lovelace" });
  });
}
