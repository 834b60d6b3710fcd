import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AttemptLimit, AttemptLimiter } from "#lib/limits/limiter.ts";

/** What every attempt limiter promises (docs/SPEC.md, LIM). */
export function limiterContract(
  adapter: string,
  open: () => Promise<{ limiter: AttemptLimiter; close(): Promise<void> }>,
) {
  describe(`limiter: ${adapter}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let limiter: AttemptLimiter;
    beforeAll(async () => {
      opened = await open();
      limiter = opened.limiter;
    });
    afterAll(() => opened.close());
    const guess: AttemptLimit = { name: "pin_guess", attempts: 3, windowMs: 60_000 };
    const allowed = async (limit: AttemptLimit, key: string) => (await limiter.consume(limit, key)).allowed;

    test("[LIM1] so many attempts are allowed, the next is refused and told when to come back", async () => {
      for (let i = 0; i < 3; i++) expect(await limiter.consume(guess, "a")).toEqual({ allowed: true });
      const refused = await limiter.consume(guess, "a");
      if (refused.allowed) throw new Error("the fourth attempt was allowed");
      expect(refused.retryAfterMs).toBeGreaterThan(50_000);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(60_000);
    });

    test("[LIM1] keys and limits count apart", async () => {
      for (let i = 0; i < 3; i++) await limiter.consume(guess, "b");
      expect(await allowed(guess, "b")).toBe(false);
      expect(await allowed(guess, "c")).toBe(true);
      expect(await allowed({ ...guess, name: "sign_in_account" }, "b")).toBe(true);
    });

    test("[LIM2] a reset forgets the attempts", async () => {
      for (let i = 0; i < 4; i++) await limiter.consume(guess, "d");
      await limiter.reset(guess, "d");
      expect(await allowed(guess, "d")).toBe(true);
      await limiter.reset(guess, "never seen");
    });

    test("[LIM1] after the window the attempts are forgotten", async () => {
      const short: AttemptLimit = { name: "sign_in_address", attempts: 1, windowMs: 1_000 };
      expect(await allowed(short, "e")).toBe(true);
      expect(await allowed(short, "e")).toBe(false);
      await sleep(1_100);
      expect(await allowed(short, "e")).toBe(true);
    });

    test("[LIM1] attempts at the same moment are all counted", async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => allowed(guess, "f")));
      expect(answers.filter(Boolean)).toHaveLength(3);
    });
  });
}
