import { expect, test } from "vitest";
import { KEYS_KEPT } from "#lib/auth/idempotency-store.ts";
import type { StoreContext } from "./store-context.ts";

const LIMITS = { forgetBeforeMs: 0, abandonedBeforeMs: 0 };

export function idempotencyStoreSuite(context: () => StoreContext): void {
  const request = async (key = "one", claimedAtMs = 1_000) => ({
    accountId: await context().newAccount(),
    key,
    requestHash: "hash",
    claimedAtMs,
  });

  test("[API12] of ten who bring a key at once one gets it, and the others hear the first reply", async () => {
    const { idempotency } = context();
    const asked = await request();
    const claims = await Promise.all(Array.from({ length: 10 }, () => idempotency.claim(asked, LIMITS)));
    expect(claims.filter(({ outcome }) => outcome === "claimed")).toHaveLength(1);
    expect(claims).toContainEqual({ outcome: "known", requestHash: "hash", reply: null });
    await idempotency.keep(asked, { status: 201, body: '{"id":"a"}' });
    const again = { ...asked, requestHash: "other", claimedAtMs: 2_000 };
    expect(await idempotency.claim(again, LIMITS)).toEqual({
      outcome: "known",
      requestHash: "hash",
      reply: { status: 201, body: '{"id":"a"}' },
    });
    // Another account's keys are its own.
    expect((await idempotency.claim(await request(), LIMITS)).outcome).toBe("claimed");
  });

  test("[API12] a key is new again after a refusal, after its day, and when its node died", async () => {
    const { idempotency } = context();
    const asked = await request();
    const claim = (claimedAtMs: number, limits = LIMITS) =>
      idempotency.claim({ ...asked, claimedAtMs }, limits).then(({ outcome }) => outcome);
    expect(await claim(1_000)).toBe("claimed");
    await idempotency.release(asked);
    expect(await claim(2_000)).toBe("claimed");
    expect(await claim(3_000, { forgetBeforeMs: 0, abandonedBeforeMs: 2_000 })).toBe("known");
    expect(await claim(3_000, { forgetBeforeMs: 0, abandonedBeforeMs: 2_001 })).toBe("claimed");
    // Who was taken for dead changes nothing any more.
    await idempotency.keep({ ...asked, claimedAtMs: 2_000 }, { status: 200, body: "late" });
    await idempotency.keep({ ...asked, claimedAtMs: 3_000 }, { status: 201, body: "first" });
    expect(await claim(9_000, { forgetBeforeMs: 3_000, abandonedBeforeMs: 9_000 })).toBe("known");
    expect(await claim(9_000, { forgetBeforeMs: 3_001, abandonedBeforeMs: 0 })).toBe("claimed");
    await idempotency.removeOld(9_001);
    expect(await claim(9_500)).toBe("claimed");
  });

  test("[API12] of an account only the newest keys stay", async () => {
    const { idempotency, db } = context();
    const asked = await request("first", 1);
    await idempotency.claim(asked, LIMITS);
    await db.$client`insert into idempotency_keys (account_id, key, request_hash, claimed_at_ms)
      select ${asked.accountId}, 'k' || i, 'hash', 1 + i from generate_series(1, ${KEYS_KEPT}) i`;
    expect((await idempotency.claim(asked, LIMITS)).outcome).toBe("known");
    await idempotency.claim({ ...asked, key: "newest", claimedAtMs: 99_999 }, LIMITS);
    expect((await idempotency.claim({ ...asked, claimedAtMs: 100_000 }, LIMITS)).outcome).toBe("claimed");
    expect((await idempotency.claim({ ...asked, key: "newest" }, LIMITS)).outcome).toBe("known");
  });
}
