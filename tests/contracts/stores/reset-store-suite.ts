import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { StoreContext } from "./store-context.ts";

export function resetStoreSuite(context: () => StoreContext): void {
  const NOW = 1_000_000;

  async function offered(changes: { accountId?: string; expiresAtMs?: number } = {}) {
    const { resets, newAccount } = context();
    const accountId = changes.accountId ?? (await newAccount());
    const reset = {
      id: newId(),
      accountId,
      secretHash: newId(),
      expiresAtMs: changes.expiresAtMs ?? NOW + 1,
    };
    await resets.offer(reset);
    return reset;
  }

  test("[ACC11] a link sets the password once, of many that try at once, and signs every device out", async () => {
    const { resets, accounts } = context();
    const { id, accountId } = await offered();
    const tokenHash = `token ${newId()}`;
    await accounts.addSignIn({ tokenHash, accountId, expiresAtMs: Date.now() + 86_400_000 });
    const used = await Promise.all([1, 2, 3].map((i) => resets.use(id, `hash ${i}`, NOW)));
    expect(used.filter(Boolean)).toMatchObject([{ id: accountId, workspaceId: accountId, role: "owner" }]);
    const { email } = used.find(Boolean)!;
    expect((await accounts.byEmail(email))?.passwordHash).toBe(`hash ${used.findIndex(Boolean) + 1}`);
    expect(await accounts.bySignIn(tokenHash, 0)).toBeNull();
    expect(await resets.get(id)).toMatchObject({ email, usedAtMs: NOW });
  });

  test("[ACC11] a new link takes the place of the earlier one, also when two are made at once", async () => {
    const { resets } = context();
    const first = await offered();
    const second = await offered({ accountId: first.accountId });
    expect(await resets.get(first.id)).toBeNull();
    expect(await resets.use(first.id, "hash", NOW)).toBeNull();
    expect(await resets.get(second.id)).toMatchObject({ secretHash: second.secretHash, usedAtMs: null });
    const both = await Promise.all([1, 2].map(() => offered({ accountId: first.accountId })));
    const left = await Promise.all(both.map(({ id }) => resets.get(id)));
    expect(left.filter(Boolean)).toHaveLength(1);
  });

  test("[ACC11] a link that has run out, or whose account is gone, changes nothing", async () => {
    const { resets, accounts, people, db } = context();
    const late = await offered({ expiresAtMs: NOW });
    expect(await resets.use(late.id, "hash", NOW)).toBeNull();
    const gone = await offered();
    await db.$client`update accounts set removed_at_ms = 1 where id = ${gone.accountId}`;
    expect(await resets.get(gone.id)).toBeNull();
    expect(await resets.use(gone.id, "hash", NOW)).toBeNull();
    expect(await accounts.count()).toBeGreaterThan(0);
    expect(await people.removeWorkspace(late.accountId)).toBe(true);
    expect(await resets.get(late.id)).toBeNull();
  });
}
