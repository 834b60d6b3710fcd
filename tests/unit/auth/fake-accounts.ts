import { type Account, type AccountStore, type ApiKey, HASH_ID_LENGTH } from "#lib/auth/account-store.ts";
import { newId } from "#lib/kernel/ids.ts";

/** An account store in memory; `lookups` counts the e-mails that were asked for. */
export function fakeAccounts() {
  const accounts = new Map<string, Account & { passwordHash: string }>();
  const signIns = new Map<string, { accountId: string; expiresAtMs: number; device?: string | undefined }>();
  const keys = new Map<string, ApiKey & { accountId: string }>();
  const byId = (id: string | undefined): Account | null => {
    const found = [...accounts.values()].find((account) => account.id === id);
    if (!found) return null;
    const { passwordHash: _, ...account } = found;
    return account;
  };
  const idOf = (hash: string) => hash.slice(0, HASH_ID_LENGTH);
  const store: AccountStore = {
    count: async () => accounts.size,
    async create({ email, name, passwordHash }) {
      if (accounts.has(email.toLowerCase())) return null;
      const id = newId();
      const account = { id, email: email.toLowerCase(), name, workspaceId: id, role: "owner" as const };
      accounts.set(account.email, { ...account, passwordHash });
      return account;
    },
    async byEmail(email) {
      return accounts.get(email.toLowerCase()) ?? null;
    },
    async setPassword(accountId, passwordHash) {
      for (const account of accounts.values())
        if (account.id === accountId) account.passwordHash = passwordHash;
    },
    async setName(accountId, name) {
      for (const account of accounts.values()) if (account.id === accountId) account.name = name;
    },
    async setEmail(accountId, email) {
      if (accounts.has(email)) return false;
      const account = [...accounts.values()].find(({ id }) => id === accountId);
      if (!account) return true;
      accounts.delete(account.email);
      account.email = email;
      accounts.set(email, account);
      return true;
    },
    async addSignIn({ tokenHash, ...signIn }) {
      signIns.set(tokenHash, signIn);
    },
    async bySignIn(tokenHash, nowMs) {
      const found = signIns.get(tokenHash);
      return found && found.expiresAtMs > nowMs ? byId(found.accountId) : null;
    },
    async removeSignIn(tokenHash) {
      signIns.delete(tokenHash);
    },
    async touchSignIn() {},
    signIns: async (accountId) =>
      [...signIns].flatMap(([hash, signIn]) =>
        signIn.accountId === accountId
          ? [{ id: idOf(hash), device: signIn.device ?? null, createdAtMs: null, usedAtMs: null }]
          : [],
      ),
    async endSignIn(accountId, id) {
      const found = [...signIns].find(
        ([hash, signIn]) => idOf(hash) === id && signIn.accountId === accountId,
      );
      return found !== undefined && signIns.delete(found[0]);
    },
    async setApiKey({ keyHash, accountId, label }) {
      const created = { hint: null, createdAtMs: 0, usedAtMs: null };
      keys.set(keyHash, { id: idOf(keyHash), name: label, scope: "admin", accountId, ...created });
    },
    async addApiKey({ keyHash, accountId, label: name, scope, hint, createdAtMs }) {
      keys.set(keyHash, { id: idOf(keyHash), name, scope, hint, createdAtMs, usedAtMs: null, accountId });
      return true;
    },
    async byApiKey(keyHash) {
      const key = keys.get(keyHash);
      const account = byId(key?.accountId);
      return key && account ? { ...account, scope: key.scope } : null;
    },
    async touchApiKey() {},
    apiKeys: async (accountId) => [...keys.values()].filter((key) => key.accountId === accountId),
    async removeApiKey(accountId, id) {
      const found = [...keys].find(([hash, key]) => idOf(hash) === id && key.accountId === accountId);
      return found !== undefined && keys.delete(found[0]);
    },
  };
  return { ...store, held: { signIns, keys } };
}
