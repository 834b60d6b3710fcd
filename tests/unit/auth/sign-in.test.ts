import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createKnownDevices } from "#lib/auth/known-devices.ts";
import { AT_ONCE, CHECKS_WAITING_MAX, createPasswordLine, WAIT_MAX_MS } from "#lib/auth/password-line.ts";
import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { accountOfSignIn, signIn, signOut } from "#lib/auth/sign-in.ts";
import { memoryLimiter } from "#lib/limits/memory-limiter.ts";
import { fakeAccounts } from "./fake-accounts.ts";

const now = () => 1_000_000;
const right = { email: "ada@example.com", password: "right password", cookie: null };
/** The real cost is half a second a guess; what is tested here does not depend on it. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(right.password, CHEAP);
});

/** A browser that is not known. */
const nowhere = { cookie: null, address: "a" };

async function server() {
  const accounts = fakeAccounts();
  await accounts.create({ email: right.email, name: "Ada", passwordHash });
  const devices = createKnownDevices("a secret of some length");
  return { accounts, limiter: memoryLimiter(), devices, line: createPasswordLine(), now };
}

describe("passwords", () => {
  test("[SEC4] are kept as scrypt with their cost, each with its own salt", async () => {
    const stored = await hashPassword(right.password);
    expect(stored).toMatch(/^scrypt\$131072\$8\$1\$/);
    expect(await verifyPassword(right.password, stored)).toBe(true);
    expect(await verifyPassword("wrong", stored)).toBe(false);
    expect(passwordHash).not.toBe(await hashPassword(right.password, CHEAP));
  });

  test("[SEC4] nobody's password is checked at the full cost too", async () => {
    const startedAtMs = performance.now();
    expect(await verifyPassword("", null)).toBe(false);
    expect(performance.now() - startedAtMs).toBeGreaterThan(100);
  });
});

describe("[SEC4] the line of password checks", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Work that ends when it is told to. */
  function works() {
    const started: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) => () =>
      new Promise<string>((resolve) => {
        started.push(name);
        ends.push(() => resolve(name));
      });
    const endOne = async () => {
      await vi.advanceTimersByTimeAsync(0);
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    };
    return { started, work, endOne };
  }

  test("[SEC4] two at a time, and devices that are known go first", async () => {
    vi.useFakeTimers();
    const { started, work, endOne } = works();
    const line = createPasswordLine();
    const strangers = Array.from({ length: 5 }, (_, i) => line.run("stranger", work(`stranger ${i}`)));
    const known = line.run("known", work("known"));
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toEqual(["stranger 0", "stranger 1"]);
    await endOne();
    expect(started.at(-1)).toBe("known");
    for (let i = 0; i < 6; i++) await endOne();
    expect(await known).toBe("known");
    expect(await Promise.all(strangers)).toHaveLength(5);
  });

  test("[SEC4] a line that is full turns away at once, and no stranger waits for more than five seconds", async () => {
    vi.useFakeTimers();
    const { started, work, endOne } = works();
    const line = createPasswordLine();
    const burst = Array.from({ length: 300 }, (_, i) => line.run("stranger", work(`${i}`)));
    const turnedAway = await Promise.all(burst.slice(AT_ONCE + CHECKS_WAITING_MAX));
    expect(new Set(turnedAway)).toEqual(new Set([null]));
    const known = line.run("known", work("known"));
    await vi.advanceTimersByTimeAsync(WAIT_MAX_MS.stranger);
    const waited = await Promise.all(burst.slice(AT_ONCE, AT_ONCE + CHECKS_WAITING_MAX));
    expect(new Set(waited)).toEqual(new Set([null]));
    expect(started).toHaveLength(AT_ONCE);
    await endOne();
    await endOne();
    await endOne();
    expect(await known).toBe("known");
    const next = line.run("stranger", work("next"));
    await endOne();
    expect(await next).toBe("next");
  });

  test("[SEC4] work that fails makes room like any other", async () => {
    const line = createPasswordLine();
    const failing = () => Promise.reject(new Error("no database"));
    for (let i = 0; i < 5; i++) await expect(line.run("known", failing)).rejects.toThrow("no database");
    expect(await line.run("stranger", async () => "done")).toBe("done");
  });
});

test("[SEC5] the refusal is the same for an unknown e-mail and a wrong password", async () => {
  const deps = await server();
  const unknown = await signIn(deps, { ...nowhere, email: "eve@example.com", password: "x" });
  const wrong = await signIn(deps, { ...right, password: "x", address: "a" });
  expect(unknown).toEqual(wrong);
  expect(wrong).toMatchObject({ ok: false, error: { code: "bad_sign_in" } });
});

describe("[SEC5] who is held up, and for how long", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  async function guessing(deps: Awaited<ReturnType<typeof server>>, guesses: number, email = right.email) {
    const codes: Record<string, number> = {};
    for (let i = 0; i < guesses; i++) {
      const outcome = await signIn(deps, { ...right, email, password: "wrong", address: "attacker" });
      const code = outcome.ok ? "ok" : outcome.error.code;
      codes[code] = (codes[code] ?? 0) + 1;
    }
    return codes;
  }

  test("[SEC5] 2,000 wrong passwords get eleven checks, and lock nobody else out", async () => {
    const deps = await server();
    expect(await guessing(deps, 2_000)).toEqual({ bad_sign_in: 11, too_many_requests: 1_989 });
    expect(await signIn(deps, { ...right, address: "home" })).toMatchObject({ ok: true });
  });

  test("[SEC5] what is turned away is not counted: other accounts can sign in from that address", async () => {
    const deps = await server();
    await deps.accounts.create({ email: "ben@example.com", name: "Ben", passwordHash });
    await guessing(deps, 2_000, "ben@example.com");
    expect(await signIn(deps, { ...right, address: "attacker" })).toMatchObject({ ok: true });
  });

  test("[SEC5] a device that has signed in before passes, at the attacker's own address", async () => {
    const deps = await server();
    const first = await signIn(deps, { ...right, address: "home" });
    if (!first.ok) throw new Error(first.error.code);
    const { name, value } = first.value.device;
    await guessing(deps, 50);
    const stranger = await signIn(deps, { ...right, address: "attacker" });
    expect(stranger).toMatchObject({ ok: false, error: { code: "too_many_requests" } });
    const known = { ...right, address: "attacker", cookie: `a=b; ${name}=${value}` };
    expect(await signIn(deps, known)).toMatchObject({ ok: true, value: { device: { name, value } } });
  });

  test("[SEC5] a known device has no more guesses than others", async () => {
    const deps = await server();
    const { name, value } = deps.devices.cookieFor(right.email, null);
    const codes = [];
    for (let i = 0; i < 20; i++) {
      const guess = { ...right, password: "wrong", address: `${i}`, cookie: `${name}=${value}` };
      const outcome = await signIn(deps, guess);
      codes.push(outcome.ok ? "ok" : outcome.error.code);
    }
    expect(codes.filter((code) => code === "bad_sign_in")).toHaveLength(11);
  });

  test("[SEC5] a new device at that address is let in a quarter of a minute after the flood, and is told when", async () => {
    vi.useFakeTimers();
    const deps = await server();
    await guessing(deps, 300);
    const refused = await signIn(deps, { ...right, address: "attacker" });
    if (refused.ok) throw new Error("it was let in");
    expect(refused.error.retryAfterMs).toBeLessThanOrEqual(15_000);
    expect(refused.error.message).toBe("Too many attempts to sign in. Try again in 15 seconds.");
    vi.advanceTimersByTime((refused.error.retryAfterMs ?? 0) + 1);
    expect(await signIn(deps, { ...right, address: "attacker" })).toMatchObject({ ok: true });
  });

  test("[SEC5] a cookie of another account, or one that was made up, is no known device", () => {
    const devices = createKnownDevices("a secret of some length");
    const { name, value } = devices.cookieFor(right.email, null);
    expect(devices.read(" ADA@example.com", `${name}=${value}`)).toBe(value.split(".")[0]);
    expect(devices.read("eve@example.com", `${name}=${value}`)).toBeNull();
    const ofEve = devices.cookieFor("eve@example.com", null);
    expect(devices.read(right.email, `${name}=${ofEve.value}`)).toBeNull();
    expect(createKnownDevices("another secret").read(right.email, `${name}=${value}`)).toBeNull();
    const otherFirst = `${value.startsWith("x") ? "y" : "x"}${value.slice(1)}`;
    for (const forged of ["", ".", value.slice(0, -1), `${value}x`, otherFirst, "é".repeat(5_000)])
      expect(devices.read(right.email, `${name}=${forged}`), forged).toBeNull();
  });

  test("[SEC5] an e-mail that no database takes is a wrong one", async () => {
    const deps = await server();
    for (const email of ["ada@example.com\0", "\ud800@example.com"])
      expect(await signIn(deps, { ...right, email, address: "home" })).toMatchObject({
        error: { code: "bad_sign_in" },
      });
  });
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
  expect(JSON.stringify([...deps.accounts.held.signIns])).not.toContain(token);
  expect(await accountOfSignIn(deps, token)).toMatchObject({ email: right.email });
  expect(await accountOfSignIn(deps, "x".repeat(43))).toBeNull();
  const later = { ...deps, now: () => now() + 31 * 24 * 3600_000 };
  expect(await accountOfSignIn(later, token)).toBeNull();
  await signOut(deps, token);
  expect(await accountOfSignIn(deps, token)).toBeNull();
});
