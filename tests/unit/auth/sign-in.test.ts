import { beforeAll, describe, expect, test } from "vitest";
import { memoryLimiter } from "#lib/auth/memory-limiter.ts";
import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { accountOfSignIn, signIn, signOut } from "#lib/auth/sign-in.ts";
import { fakeAccounts } from "./fake-accounts.ts";

const now = () => 1_000_000;
const right = { email: "ada@example.com", password: "right password" };
/** The real cost is half a second a guess; what is tested here does not depend on it. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(right.password, CHEAP);
});

async function server() {
  const accounts = fakeAccounts();
  await accounts.create({ email: right.email, name: "Ada", passwordHash });
  return { accounts, limiter: memoryLimiter(), now };
}

describe("passwords", () => {
  test("[SEC4] are kept as scrypt with their cost, each with its own salt", async () => {
    const stored = await hashPassword(right.password);
    expect(stored).toMatch(/^scrypt\$131072\$8\$1\$/);
    expect(await verifyPassword(right.password, stored)).toBe(true);
    expect(await verifyPassword("wrong", stored)).toBe(false);
    expect(passwordHash).not.toBe(await hashPassword(right.password, CHEAP));
  }, 20_000);

  test("[SEC4] nobody's password is checked at the full cost too", async () => {
    const startedAtMs = performance.now();
    expect(await verifyPassword("", null)).toBe(false);
    expect(performance.now() - startedAtMs).toBeGreaterThan(100);
  });

  test("[SEC4] a burst of sign-ins waits in a short line, then is turned away", async () => {
    const burst = Array.from({ length: 100 }, () =>
      verifyPassword("wrong", passwordHash).then(
        () => "checked",
        (e) => e.code,
      ),
    );
    const outcomes = await Promise.all(burst);
    expect(outcomes.filter((each) => each === "checked")).toHaveLength(42);
    expect(outcomes.filter((each) => each === "password_queue_full")).toHaveLength(58);
    expect(await verifyPassword(right.password, passwordHash)).toBe(true);
  });
});

test("[SEC5] the refusal is the same for an unknown e-mail and a wrong password", async () => {
  const deps = await server();
  const unknown = await signIn(deps, { email: "eve@example.com", password: "x", address: "a" });
  const wrong = await signIn(deps, { ...right, password: "x", address: "a" });
  expect(unknown).toEqual(wrong);
  expect(wrong).toMatchObject({ ok: false, error: { code: "bad_sign_in" } });
});

test("[SEC5] 2,000 wrong passwords cost ten guesses, and lock nobody else out", async () => {
  const deps = await server();
  const codes = new Map<string, number>();
  const guess = async () => {
    const outcome = await signIn(deps, { ...right, password: "wrong", address: "attacker" });
    const code = outcome.ok ? "ok" : outcome.error.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  };
  for (let i = 0; i < 2_000; i++) await guess();
  expect(Object.fromEntries(codes)).toEqual({ bad_sign_in: 10, too_many_requests: 1_990 });
  expect(await signIn(deps, { ...right, address: "home" })).toMatchObject({ ok: true });
});

test("[SEC5] a success forgets the failures before it", async () => {
  const deps = await server();
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) await signIn(deps, { ...right, password: "wrong", address: "home" });
    expect(await signIn(deps, { ...right, email: " ADA@example.com", address: "home" })).toMatchObject({
      ok: true,
    });
  }
});

test("[SEC6] a sign-in is a random token of which the store has only a hash; it ends", async () => {
  const deps = await server();
  const signedIn = await signIn(deps, { ...right, address: "home" });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  const { token } = signedIn.value;
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(JSON.stringify([...deps.accounts.signIns])).not.toContain(token);
  expect(await accountOfSignIn(deps, token)).toMatchObject({ email: right.email });
  expect(await accountOfSignIn(deps, "x".repeat(43))).toBeNull();
  const later = { ...deps, now: () => now() + 31 * 24 * 3600_000 };
  expect(await accountOfSignIn(later, token)).toBeNull();
  await signOut(deps, token);
  expect(await accountOfSignIn(deps, token)).toBeNull();
});
