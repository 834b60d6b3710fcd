import { createHash, randomBytes } from "node:crypto";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { AttemptLimit, AttemptLimiter } from "../limits/limiter.ts";
import { type Account, type AccountStore, HASH_ID_LENGTH } from "./account-store.ts";
import { HOST_COOKIE_SECONDS } from "./cookies.ts";
import type { KnownDevices } from "./known-devices.ts";
import { type PasswordLine, WAIT_MAX_MS } from "./password-line.ts";
import { verifyPassword } from "./passwords.ts";

export interface SignInDeps {
  accounts: AccountStore;
  limiter: AttemptLimiter;
  devices: KnownDevices;
  line: PasswordLine;
  now(): number;
}

export interface SignInRequest {
  email: string;
  password: string;
  address: string;
  /** The whole `Cookie` header: a device that has signed in before is known by it. */
  cookie: string | null;
  /** The name of the device in its host's list. */
  device?: string;
}

export const EMAIL_MAX = 254;
export const PASSWORD_MAX = 200;
/** Neither controls nor halves of surrogate pairs are part of any address, and Postgres takes neither. */
const NO_EMAIL = /[\p{Cc}\p{Cs}]/u;

/** A budget of password checks: some at once, then one at a time, so that using it up closes the door for seconds only. */
interface Budget {
  burst: AttemptLimit;
  after: AttemptLimit;
}

const WINDOW_MS = 15 * 60_000;
const ONE_EVERY_MS = 15_000;

/** Guesses at one account from one address. The owner, elsewhere, is not locked out by them. */
const PER_ACCOUNT: Budget = {
  burst: { name: "sign_in_account", attempts: 10, windowMs: WINDOW_MS },
  after: { name: "sign_in_account_after", attempts: 1, windowMs: ONE_EVERY_MS },
};
/** A whole school signs in from one address; this only bounds a machine that goes through accounts. */
const PER_ADDRESS: Budget = {
  burst: { name: "sign_in_address", attempts: 300, windowMs: WINDOW_MS },
  after: { name: "sign_in_address_after", attempts: 1, windowMs: ONE_EVERY_MS },
};
/** Of a device that has signed in before, whatever strangers do. */
const PER_DEVICE: Budget = {
  burst: { name: "sign_in_device", attempts: 10, windowMs: WINDOW_MS },
  after: { name: "sign_in_device_after", attempts: 1, windowMs: ONE_EVERY_MS },
};

export interface SignedIn {
  account: Account;
  token: string;
  /** The cookie by which this device is known from now on. */
  device: { name: string; value: string };
}

/**
 * A new sign-in: a random token for the cookie, stored as a hash. The refusal never tells which part was wrong. What is
 * turned away is not counted, so that a flood uses up no more than the checks it got.
 */
export async function signIn(deps: SignInDeps, request: SignInRequest): Promise<Result<SignedIn, Refusal>> {
  const email = request.email.slice(0, 1_000).trim();
  const checked = await checkPassword(deps, { ...request, email });
  return checked.ok ? ok(await openSignIn(deps, checked.value, { ...request, email })) : checked;
}

/** The account this password belongs to. Counted and queued like every password check. */
export async function checkPassword(
  deps: SignInDeps,
  request: SignInRequest,
): Promise<Result<Account, Refusal>> {
  const device = deps.devices.read(request.email, request.cookie);
  const outcome = await deps.line.run(device === null ? "stranger" : "known", async () => {
    const counted = await count(deps.limiter, budgetsOf(request.email, request.address, device));
    return counted.ok ? check(deps, request, counted.value) : counted;
  });
  return outcome ?? lineFull();
}

/** A new sign-in of an account, without asking for its password. */
export async function openSignIn(
  { accounts, devices, now }: Pick<SignInDeps, "accounts" | "devices" | "now">,
  account: Account,
  { email, cookie, device }: Pick<SignInRequest, "email" | "cookie" | "device">,
): Promise<SignedIn> {
  const token = randomBytes(32).toString("base64url");
  await accounts.addSignIn({
    tokenHash: hashSignIn(token),
    accountId: account.id,
    expiresAtMs: now() + HOST_COOKIE_SECONDS * 1000,
    ...(device === undefined ? {} : { device }),
  });
  return { account, token, device: devices.cookieFor(email, cookie) };
}

function budgetsOf(email: string, address: string, device: string | null): [Budget, string][] {
  if (device !== null) return [[PER_DEVICE, device]];
  const pair = createHash("sha256").update(`${email.toLowerCase()} ${address}`).digest("base64url");
  return [
    [PER_ACCOUNT, pair],
    [PER_ADDRESS, address],
  ];
}

/** Counts one check in each budget; in none after the first that is used up. Gives back what a success forgets. */
async function count(
  limiter: AttemptLimiter,
  budgets: [Budget, string][],
): Promise<Result<[Budget, string], Refusal>> {
  for (const [{ burst, after }, key] of budgets) {
    if ((await limiter.consume(burst, key)).allowed) continue;
    const attempt = await limiter.consume(after, key);
    if (!attempt.allowed) return tooMany(attempt.retryAfterMs);
  }
  return ok(budgets[0] as [Budget, string]);
}

async function check(
  { accounts, limiter }: SignInDeps,
  { email, password }: SignInRequest,
  [{ burst }, key]: [Budget, string],
): Promise<Result<Account, Refusal>> {
  const possible = password.length <= PASSWORD_MAX && isPossibleEmail(email);
  const found = possible ? await accounts.byEmail(email) : null;
  const matches = await verifyPassword(password.slice(0, PASSWORD_MAX), found?.passwordHash ?? null);
  if (!found || !matches) return refuse("bad_sign_in");
  await limiter.reset(burst, key);
  const { passwordHash: _, ...account } = found;
  return ok(account);
}

/** Whether an account could have it. */
export function isPossibleEmail(email: string): boolean {
  return email.length <= EMAIL_MAX && !NO_EMAIL.test(email);
}

/** The account a sign-in cookie stands for; null when it is unknown, ended or expired. */
export async function accountOfSignIn(
  { accounts, now }: Pick<SignInDeps, "accounts" | "now">,
  token: string,
): Promise<Account | null> {
  if (token.length !== 43) return null;
  const tokenHash = hashSignIn(token);
  const account = await accounts.bySignIn(tokenHash, now());
  // When it was last used is nice to know, and no reason to wait or to fail.
  if (account) accounts.touchSignIn(tokenHash, now(), now() - TOUCHED_EVERY_MS).catch(() => {});
  return account;
}

const TOUCHED_EVERY_MS = 3_600_000;

/** How a sign-in is called in its host's list. */
export function signInId(token: string): string {
  return hashSignIn(token).slice(0, HASH_ID_LENGTH);
}

export async function signOut({ accounts }: Pick<SignInDeps, "accounts">, token: string): Promise<void> {
  await accounts.removeSignIn(hashSignIn(token));
}

function hashSignIn(token: string): string {
  return createHash("sha256").update("sign-in ").update(token).digest("hex");
}

function tooMany(retryAfterMs: number): Result<never, Refusal> {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  const wait = seconds === 1 ? "a second" : `${seconds} seconds`;
  return comeBack(
    refuse("too_many_requests", `Too many attempts to sign in. Try again in ${wait}.`),
    retryAfterMs,
  );
}

function lineFull(): Result<never, Refusal> {
  const sentence = "Too many people are signing in right now. Try again in a few seconds.";
  return comeBack(refuse("overloaded", sentence), WAIT_MAX_MS.stranger);
}

function comeBack({ error }: { error: Refusal }, retryAfterMs: number): Result<never, Refusal> {
  return { ok: false, error: { ...error, retryAfterMs } };
}
