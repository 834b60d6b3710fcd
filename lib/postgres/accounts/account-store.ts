import { and, asc, count, desc, eq, getTableColumns, gt, isNull, lte, ne, sql } from "drizzle-orm";
import { type AccountStore, HASH_ID_LENGTH } from "../../auth/account-store.ts";
import { type Clock, systemClock } from "../../kernel/clock.ts";
import { newId } from "../../kernel/ids.ts";
import type { Database } from "../connection/client.ts";
import { isUniqueViolation } from "../connection/errors.ts";
import { accounts, apiKeys, signIns } from "../schema.ts";

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
        isNull(accounts.removedAtMs),
      ),
    )
    .prepare("account_by_sign_in");
  const byApiKey = db
    .select({ ...ACCOUNT, scope: apiKeys.scope })
    .from(apiKeys)
    .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
    .where(and(eq(apiKeys.keyHash, sql.placeholder("keyHash")), isNull(accounts.removedAtMs)))
    .prepare("account_by_api_key");

  return {
    async count() {
      const [row] = await db.select({ accounts: count() }).from(accounts).where(isNull(accounts.removedAtMs));
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
        .where(and(eq(accounts.email, email.toLowerCase()), isNull(accounts.removedAtMs)));
      return row ?? null;
    },

    async setPassword(accountId, passwordHash) {
      await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await db.delete(signIns).where(eq(signIns.accountId, accountId));
    },

    async setName(accountId, name) {
      await db.update(accounts).set({ name }).where(eq(accounts.id, accountId));
    },

    async setEmail(accountId, email) {
      try {
        await db.update(accounts).set({ email: email.toLowerCase() }).where(eq(accounts.id, accountId));
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },

    async addSignIn({ tokenHash, accountId, expiresAtMs, device }) {
      const nowMs = clock.now();
      const expired = and(eq(signIns.accountId, accountId), lte(signIns.expiresAtMs, nowMs));
      await db.delete(signIns).where(expired);
      await db
        .insert(signIns)
        .values({ tokenHash, accountId, expiresAtMs, device, createdAtMs: nowMs, usedAtMs: nowMs });
    },

    async bySignIn(tokenHash, nowMs) {
      const [row] = await bySignIn.execute({ tokenHash, nowMs });
      return row ?? null;
    },

    async removeSignIn(tokenHash) {
      await db.delete(signIns).where(eq(signIns.tokenHash, tokenHash));
    },

    async touchSignIn(tokenHash, nowMs, beforeMs) {
      await db.$client`
        update sign_ins set used_at_ms = ${nowMs}
        where token_hash = ${tokenHash} and coalesce(used_at_ms, 0) < ${beforeMs}`;
    },

    signIns: (accountId, nowMs) =>
      db
        .select({
          id: sql<string>`left(${signIns.tokenHash}, ${HASH_ID_LENGTH})`,
          device: signIns.device,
          createdAtMs: signIns.createdAtMs,
          usedAtMs: signIns.usedAtMs,
        })
        .from(signIns)
        .where(and(eq(signIns.accountId, accountId), gt(signIns.expiresAtMs, nowMs)))
        .orderBy(desc(sql`coalesce(${signIns.usedAtMs}, 0)`), asc(signIns.tokenHash)),

    async endSignIn(accountId, id) {
      const ended = await db
        .delete(signIns)
        .where(
          and(eq(signIns.accountId, accountId), eq(sql`left(${signIns.tokenHash}, ${HASH_ID_LENGTH})`, id)),
        )
        .returning({ accountId: signIns.accountId });
      return ended.length > 0;
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

    async addApiKey({ keyHash, accountId, label, scope, hint, createdAtMs }, most) {
      const added = await db.$client`
        insert into api_keys (key_hash, account_id, label, scope, hint, created_at_ms)
        select ${keyHash}, ${accountId}, ${label}, ${scope}, ${hint}, ${createdAtMs}
        where (select count(*) from api_keys where account_id = ${accountId}) < ${most}`;
      return added.count > 0;
    },

    async byApiKey(keyHash) {
      const [row] = await byApiKey.execute({ keyHash });
      return row ?? null;
    },

    async touchApiKey(keyHash, nowMs, beforeMs) {
      await db.$client`
        update api_keys set used_at_ms = ${nowMs}
        where key_hash = ${keyHash} and coalesce(used_at_ms, 0) < ${beforeMs}`;
    },

    apiKeys: (accountId) =>
      db
        .select({
          id: sql<string>`left(${apiKeys.keyHash}, ${HASH_ID_LENGTH})`,
          name: apiKeys.label,
          scope: apiKeys.scope,
          hint: apiKeys.hint,
          createdAtMs: apiKeys.createdAtMs,
          usedAtMs: apiKeys.usedAtMs,
        })
        .from(apiKeys)
        .where(eq(apiKeys.accountId, accountId))
        .orderBy(asc(apiKeys.createdAtMs), asc(apiKeys.keyHash)),

    async removeApiKey(accountId, id) {
      const removed = await db
        .delete(apiKeys)
        .where(
          and(eq(apiKeys.accountId, accountId), eq(sql`left(${apiKeys.keyHash}, ${HASH_ID_LENGTH})`, id)),
        )
        .returning({ accountId: apiKeys.accountId });
      return removed.length > 0;
    },
  };
}

const { id, email, name, role } = getTableColumns(accounts);
/** An account that founded its workspace does not name it. */
const ACCOUNT = {
  id,
  email,
  name,
  role,
  workspaceId: sql<string>`coalesce(${accounts.workspaceId}, ${accounts.id})`,
};
