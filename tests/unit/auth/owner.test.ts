import { expect, test } from "vitest";
import { accountOfApiKey } from "#lib/auth/api-keys.ts";
import { ensureOwner } from "#lib/auth/owner.ts";
import { verifyPassword } from "#lib/auth/passwords.ts";
import { fakeAccounts } from "./fake-accounts.ts";

const nobody = { ownerEmail: null, ownerPassword: null, ownerApiKey: null };
const ada = { ownerEmail: "ada@example.com", ownerPassword: "first password", ownerApiKey: "k".repeat(16) };

test("[CFG7] a first start without an owner makes one, whose password is told once", async () => {
  const accounts = fakeAccounts();
  const made = await ensureOwner({ accounts, config: nobody });
  expect(made).toMatchObject({ created: true, account: { email: "host@localhost" } });
  expect(made.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  const stored = await accounts.byEmail("host@localhost");
  expect(await verifyPassword(made.password ?? "", stored?.passwordHash ?? null)).toBe(true);
  expect((await ensureOwner({ accounts, config: nobody })).created).toBe(false);
  expect(await accounts.count()).toBe(1);
});

test("[CFG7] the named owner gets their password and key, and no password is made up", async () => {
  const accounts = fakeAccounts();
  const made = await ensureOwner({ accounts, config: ada });
  expect(made).toMatchObject({ created: true, account: { email: ada.ownerEmail } });
  expect(made.password).toBeUndefined();
  expect(await accountOfApiKey({ accounts, now: () => 0 }, ada.ownerApiKey)).toMatchObject({
    email: ada.ownerEmail,
  });
  expect(JSON.stringify([...accounts.held.keys])).not.toContain(ada.ownerApiKey);
});

test("[CFG7] a changed OWNER_PASSWORD becomes the owner's password", async () => {
  const accounts = fakeAccounts();
  await ensureOwner({ accounts, config: ada });
  expect(await ensureOwner({ accounts, config: { ...ada, ownerPassword: "second password" } })).toMatchObject(
    { created: false },
  );
  const stored = await accounts.byEmail(ada.ownerEmail);
  expect(await verifyPassword("second password", stored?.passwordHash ?? null)).toBe(true);
  await ensureOwner({ accounts, config: { ...ada, ownerPassword: null } });
  expect((await accounts.byEmail(ada.ownerEmail))?.passwordHash).toBe(stored?.passwordHash);
});
