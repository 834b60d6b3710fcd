import { and, asc, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { RemoteStore } from "../../auth/remote-store.ts";
import type { Database } from "../connection/client.ts";
import { remotes } from "../schema.ts";

export function postgresRemoteStore(db: Database): RemoteStore {
  return {
    async offer(code, forgetBeforeMs) {
      const forgotten = and(
        eq(remotes.sessionId, code.sessionId),
        isNull(remotes.tokenHash),
        lt(remotes.codeUntilMs, forgetBeforeMs),
      );
      await db.delete(remotes).where(forgotten);
      await db.insert(remotes).values(code);
    },

    async get(id) {
      const [row] = await db.select(STORED).from(remotes).where(eq(remotes.id, id));
      return row ?? null;
    },

    async take(id, device, nowMs) {
      const free = and(isNull(remotes.tokenHash), gt(remotes.codeUntilMs, nowMs));
      const taken = await db
        .update(remotes)
        .set(device)
        .where(and(eq(remotes.id, id), or(free, eq(remotes.tokenHash, device.tokenHash))))
        .returning({ id: remotes.id });
      return taken.length > 0;
    },

    async paired(sessionId) {
      const rows = await db
        .select({ id: remotes.id, device: remotes.device, pairedAtMs: remotes.pairedAtMs })
        .from(remotes)
        .where(and(eq(remotes.sessionId, sessionId), isNotNull(remotes.tokenHash)))
        .orderBy(asc(remotes.pairedAtMs), asc(remotes.id));
      return rows.map(({ id, device, pairedAtMs }) => ({
        id,
        device: device ?? "",
        pairedAtMs: pairedAtMs ?? 0,
      }));
    },

    async remove(sessionId, id) {
      const removed = await db
        .delete(remotes)
        .where(and(eq(remotes.id, id), eq(remotes.sessionId, sessionId)))
        .returning({ id: remotes.id });
      return removed.length > 0;
    },
  };
}

const STORED = {
  id: remotes.id,
  sessionId: remotes.sessionId,
  codeHash: remotes.codeHash,
  codeUntilMs: remotes.codeUntilMs,
  tokenHash: remotes.tokenHash,
};
