import { and, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { type IdempotencyStore, type IdempotentRequest, KEYS_KEPT } from "../auth/idempotency-store.ts";
import type { Database } from "./connection/client.ts";
import { idempotencyKeys as keys } from "./schema.ts";

export function postgresIdempotencyStore(db: Database): IdempotencyStore {
  async function makeRoom(accountId: string): Promise<void> {
    const older = db
      .select({ key: keys.key })
      .from(keys)
      .where(eq(keys.accountId, accountId))
      .orderBy(desc(keys.claimedAtMs), desc(keys.key))
      .offset(KEYS_KEPT);
    await db.delete(keys).where(and(eq(keys.accountId, accountId), inArray(keys.key, older)));
  }

  async function known({ accountId, key }: IdempotentRequest) {
    const [row] = await db
      .select()
      .from(keys)
      .where(and(eq(keys.accountId, accountId), eq(keys.key, key)));
    return row;
  }

  return {
    async claim(request, { forgetBeforeMs, abandonedBeforeMs }) {
      const free = or(
        lt(keys.claimedAtMs, forgetBeforeMs),
        and(isNull(keys.status), lt(keys.claimedAtMs, abandonedBeforeMs)),
      );
      const claimed = await db
        .insert(keys)
        .values(request)
        .onConflictDoUpdate({
          target: [keys.accountId, keys.key],
          set: { ...request, status: null, body: null },
          ...(free ? { setWhere: free } : {}),
        })
        .returning({ key: keys.key });
      if (claimed.length > 0) {
        await makeRoom(request.accountId);
        return { outcome: "claimed" };
      }
      const row = await known(request);
      // It was released just now: the next try gets it.
      if (!row) return { outcome: "known", requestHash: request.requestHash, reply: null };
      const reply = row.status === null ? null : { status: row.status, body: row.body };
      return { outcome: "known", requestHash: row.requestHash, reply };
    },

    async keep(request, reply) {
      await db.update(keys).set(reply).where(claimOf(request));
    },

    async release(request) {
      await db.delete(keys).where(claimOf(request));
    },

    async removeOld(beforeMs) {
      await db.delete(keys).where(lt(keys.claimedAtMs, beforeMs));
    },
  };
}

/** The row, while this request has it. */
function claimOf({ accountId, key, claimedAtMs }: IdempotentRequest) {
  return and(
    eq(keys.accountId, accountId),
    eq(keys.key, key),
    eq(keys.claimedAtMs, claimedAtMs),
    isNull(keys.status),
  );
}
