import { and, count, eq, getTableColumns, gt, lte, ne, sql } from "drizzle-orm";
import type { AccountStore } from "../auth/account-store.ts";
import { type Clock, systemClock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Database } from "./client.ts";
import { accounts, apiKeys, signIns } from "./schema.ts";

export function postgresAccountStore(db: Database, clock: Clock = systemClock): AccountStore {
  // Prepared: every call of a host asks one of these.
  const bySignIn = db
    .select(ACCOUNT)
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.accountId))
    .where(
      and(
        eq(signIns.tokenHash, sql.placeholder("tokenHash")),
        gt(signIns.expiresAtMs, sql.placeholder("nowMs")),
      ),
    )
    .prepare("account_by_sign_in");
  const byApiKey = db
    .select(ACCOUNT)
    .from(apiKeys)
    .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
    .where(eq(apiKeys.keyHash, sql.placeholder("keyHash")))
    .prepare("account_by_api_key");

  return {
    async count() {
      const [row] = await db.select({ accounts: count() }).from(accounts);
      return row!.accounts;
    },

    async create({ email, name, passwordHash }) {
      const row = { id: newId(), email: email.toLowerCase(), name, passwordHash, createdAtMs: clock.now() };
      const [created] = await db.insert(accounts).values(row).onConflictDoNothing().returning(ACCOUNT);
      return created ?? null;
    },

    async byEmail(email) {
      const [row] = await db
        .select({ ...ACCOUNT, passwordHash: accounts.passwordHash })
        .from(accounts)
        .where(eq(accounts.email, email.toLowerCase()));
      return row ?? null;
    },

    async setPassword(accountId, passwordHash) {
      await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await db.delete(signIns).where(eq(signIns.accountId, accountId));
    },

    async addSignIn(signIn) {
      const expired = and(eq(signIns.accountId, signIn.accountId), lte(signIns.expiresAtMs, clock.now()));
      await db.delete(signIns).where(expired);
      await db.insert(signIns).values(signIn);
    },

    async bySignIn(tokenHash, nowMs) {
      const [row] = await bySignIn.execute({ tokenHash, nowMs });
      return row ?? null;
    },

    async removeSignIn(tokenHash) {
      await db.delete(signIns).where(eq(signIns.tokenHash, tokenHash));
    },

    async setApiKey(key) {
      const { accountId, label, keyHash } = key;
      await db
        .delete(apiKeys)
        .where(and(eq(apiKeys.accountId, accountId), eq(apiKeys.label, label), ne(apiKeys.keyHash, keyHash)));
      await db
        .insert(apiKeys)
        .values({ ...key, createdAtMs: clock.now() })
        .onConflictDoNothing();
    },

    async byApiKey(keyHash) {
      const [row] = await byApiKey.execute({ keyHash });
      return row ?? null;
    },
  };
}

const { passwordHash: _, createdAtMs: __, ...ACCOUNT } = getTableColumns(accounts);
