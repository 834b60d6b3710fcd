import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type AttemptLimiter, RESET_LINKS, RESET_MAILS, RESET_MAILS_TO } from "../limits/limiter.ts";
import type { Account, AccountStore } from "./account-store.ts";
import { newLinkCode, readLinkCode, sameHash } from "./link-codes.ts";
import type { PasswordLine } from "./password-line.ts";
import { hashPassword } from "./passwords.ts";
import type { ResetStore, StoredReset } from "./reset-store.ts";
import { isPossibleEmail } from "./sign-in.ts";

/** Links by which somebody who forgot their password chooses a new one. */
export interface PasswordResets {
  /** A link that an owner hands on, for somebody of the workspace. */
  offer(account: Pick<Account, "id">): Promise<{ code: string; expiresAtMs: number }>;
  /**
   * A link to mail to the account with this email; null if there is none. The caller replies the same in both cases, or
   * emails could be tried out.
   */
  forgotten(asked: {
    email: string;
    address: string;
  }): Promise<Result<{ to: string; code: string } | null, Refusal>>;
  /** What the link's holder may know before choosing. */
  read(asked: { code: string; address: string }): Promise<Result<{ email: string }, Refusal>>;
  use(asked: { code: string; address: string; password: string }): Promise<Result<Account, Refusal>>;
}

interface Deps {
  resets: ResetStore;
  accounts: Pick<AccountStore, "byEmail">;
  /** Whether the settings of the server give this account its password. */
  isSetByEnvironment(email: string): boolean;
  limiter: AttemptLimiter;
  line: PasswordLine;
  clock: { now(): number };
}

/** Somebody hands it on, who may reach the other only tomorrow. */
const OFFERED_FOR_MS = 24 * 3_600_000;
/** It was asked for just now, and mails are read by others, too. */
const MAILED_FOR_MS = 3_600_000;

export function createPasswordResets(deps: Deps): PasswordResets {
  const { resets, accounts, isSetByEnvironment, limiter, line, clock } = deps;

  async function make(accountId: string, forMs: number) {
    const { code, ...link } = newLinkCode("password reset");
    const expiresAtMs = clock.now() + forMs;
    await resets.offer({ ...link, accountId, expiresAtMs });
    return { code, expiresAtMs };
  }

  async function find(code: string, address: string): Promise<Result<StoredReset, Refusal>> {
    if (!(await limiter.consume(RESET_LINKS, address)).allowed) return refuse("too_many_requests");
    const given = readLinkCode("password reset", code);
    const stored = given && (await resets.get(given.id));
    // An earlier link of an account is gone, so one that is not known may be that.
    if (!stored || !sameHash(stored.secretHash, given.secretHash)) return refuse("reset_not_found");
    if (stored.usedAtMs !== null)
      return refuse("reset_spent", "This link was already used. Sign in with your new password.");
    return stored.expiresAtMs > clock.now() ? ok(stored) : refuse("reset_spent");
  }

  return {
    offer: ({ id }) => make(id, OFFERED_FOR_MS),

    async forgotten({ email, address }) {
      if (!(await limiter.consume(RESET_MAILS, address)).allowed) return refuse("too_many_requests");
      const wanted = email.trim().toLowerCase();
      if (!isPossibleEmail(wanted) || isSetByEnvironment(wanted)) return ok(null);
      const account = await accounts.byEmail(wanted);
      if (!account) return ok(null);
      // Told like any other: who asks too often has the mails already.
      if (!(await limiter.consume(RESET_MAILS_TO, account.id)).allowed) return ok(null);
      const { code } = await make(account.id, MAILED_FOR_MS);
      return ok({ to: account.email, code });
    },

    async read({ code, address }) {
      const found = await find(code, address);
      return found.ok ? ok({ email: found.value.email }) : found;
    },

    async use({ code, address, password }) {
      const found = await find(code, address);
      if (!found.ok) return found;
      const passwordHash = await line.run("stranger", () => hashPassword(password));
      if (passwordHash === null)
        return refuse("overloaded", "Very many people are signing in right now. Try again in a few seconds.");
      const account = await resets.use(found.value.id, passwordHash, clock.now());
      return account ? ok(account) : refuse("reset_spent");
    },
  };
}
