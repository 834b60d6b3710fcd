import { createHash, randomBytes } from "node:crypto";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { AttemptLimit, AttemptLimiter } from "../session/limiter.ts";
import type { Account, AccountStore } from "./account-store.ts";
import { HOST_COOKIE_SECONDS } from "./cookies.ts";
import { PASSWORD_QUEUE_FULL, verifyPassword } from "./passwords.ts";

export interface SignInDeps {
  accounts: AccountStore;
  limiter: AttemptLimiter;
  now(): number;
}

export interface SignInRequest {
  email: string;
  password: string;
  address: string;
}

/** Guesses at one account from one address. The owner, elsewhere, is not locked out by them. */
const PER_ACCOUNT: AttemptLimit = { name: "sign_in_account", attempts: 10, windowMs: 15 * 60_000 };
/** A whole school signs in from one address; this only bounds a machine that goes through accounts. */
const PER_ADDRESS: AttemptLimit = { name: "sign_in_address", attempts: 300, windowMs: 15 * 60_000 };

/** A new sign-in: a random token for the cookie, stored as a hash. The refusal never tells which part was wrong. */
export async function signIn(
  { accounts, limiter, now }: SignInDeps,
  { email, password, address }: SignInRequest,
): Promise<Result<{ account: Account; token: string }, Refusal>> {
  const pair = createHash("sha256").update(`${email.trim().toLowerCase()} ${address}`).digest("base64url");
  const attempts = [await limiter.consume(PER_ACCOUNT, pair), await limiter.consume(PER_ADDRESS, address)];
  for (const attempt of attempts)
    if (!attempt.allowed) return refuse("too_many_requests", waitSentence(attempt.retryAfterMs));

  const found = password.length <= 200 && email.length <= 254 ? await accounts.byEmail(email.trim()) : null;
  let matches: boolean;
  try {
    matches = await verifyPassword(password.slice(0, 200), found?.passwordHash ?? null);
  } catch (error) {
    if ((error as { code?: unknown }).code !== PASSWORD_QUEUE_FULL) throw error;
    return refuse("overloaded", "Very many people are signing in right now. Try again in a moment.");
  }
  if (!found || !matches) return refuse("bad_sign_in");

  await limiter.reset(PER_ACCOUNT, pair);
  const token = randomBytes(32).toString("base64url");
  await accounts.addSignIn({
    tokenHash: hashSignIn(token),
    accountId: found.id,
    expiresAtMs: now() + HOST_COOKIE_SECONDS * 1000,
  });
  const { id, email: storedEmail, name } = found;
  return ok({ account: { id, email: storedEmail, name }, token });
}

/** The account a sign-in cookie stands for; null when it is unknown, ended or expired. */
export async function accountOfSignIn(
  { accounts, now }: Omit<SignInDeps, "limiter">,
  token: string,
): Promise<Account | null> {
  return token.length === 43 ? accounts.bySignIn(hashSignIn(token), now()) : null;
}

export async function signOut({ accounts }: Pick<SignInDeps, "accounts">, token: string): Promise<void> {
  await accounts.removeSignIn(hashSignIn(token));
}

function hashSignIn(token: string): string {
  return createHash("sha256").update("sign-in ").update(token).digest("hex");
}

function waitSentence(retryAfterMs: number): string {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  return `Too many attempts to sign in. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}
