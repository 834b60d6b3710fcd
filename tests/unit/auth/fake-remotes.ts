import type { RemoteStore, StoredRemote, TakenBy } from "#lib/auth/remote-store.ts";

/** A store of remotes in memory; `rows` is what a thief of the database would have. */
export function fakeRemoteStore() {
  const rows = new Map<string, StoredRemote & Partial<Omit<TakenBy, "tokenHash">>>();
  const store: RemoteStore = {
    async offer(code) {
      rows.set(code.id, { ...code, tokenHash: null });
    },
    get: async (id) => rows.get(id) ?? null,
    async take(id, device, nowMs) {
      const row = rows.get(id);
      if (!row) return false;
      const free = row.tokenHash === null && row.codeUntilMs > nowMs;
      if (!free && row.tokenHash !== device.tokenHash) return false;
      rows.set(id, { ...row, ...device });
      return true;
    },
    paired: async (sessionId) =>
      [...rows.values()]
        .filter((row) => row.sessionId === sessionId && row.tokenHash !== null)
        .map(({ id, device = "", pairedAtMs = 0 }) => ({ id, device, pairedAtMs })),
    remove: async (sessionId, id) => rows.get(id)?.sessionId === sessionId && rows.delete(id),
  };
  return { ...store, rows };
}
