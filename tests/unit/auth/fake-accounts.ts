import type { Account, AccountStore } from "#lib/auth/account-store.ts";
import { newId } from "#lib/kernel/ids.ts";

/** An account store in memory; `lookups` counts the e-mails that were asked for. */
export function fakeAccounts() {
  const accounts = new Map<string, Account & { passwordHash: string }>();
  const signIns = new Map<string, { accountId: string; expiresAtMs: number }>();
  const keys = new Map<string, string>();
  const byId = (id: string | undefined): Account | null => {
    const found = [...accounts.values()].find((account) => account.id === id);
    return found ? { id: found.id, email: found.email, name: found.name } : null;
  };
  const store: AccountStore = {
    count: async () => accounts.size,
    async create({ email, name, passwordHash }) {
      if (accounts.has(email.toLowerCase())) return null;
      const account = { id: newId(), email: email.toLowerCase(), name };
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
    async setApiKey({ keyHash, accountId }) {
      keys.set(keyHash, accountId);
    },
    byApiKey: async (keyHash) => byId(keys.get(keyHash)),
  };
  return { ...store, signIns, keys };
}
