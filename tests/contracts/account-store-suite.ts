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
    expect(account).toEqual({ id: account!.id, email: given.email.toLowerCase(), name: "Ada" });
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
    expect(await accounts.byApiKey(key.keyHash)).toEqual(account);
    const other = { ...key, keyHash: newId(), label: "other" };
    const newer = { ...key, keyHash: newId() };
    await accounts.setApiKey(other);
    await accounts.setApiKey(newer);
    expect(await accounts.byApiKey(key.keyHash)).toBeNull();
    expect(await accounts.byApiKey(newer.keyHash)).toEqual(account);
    expect(await accounts.byApiKey(other.keyHash)).toEqual(account);
    expect(await accounts.byApiKey("unknown")).toBeNull();
  });
}
