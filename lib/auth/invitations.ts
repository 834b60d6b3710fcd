import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type AttemptLimiter, INVITATIONS } from "../limits/limiter.ts";
import type { Account } from "./account-store.ts";
import { newLinkCode, readLinkCode, sameHash } from "./link-codes.ts";
import type { PasswordLine } from "./password-line.ts";
import { hashPassword } from "./passwords.ts";
import type { Invitation, PeopleStore, StoredInvitation } from "./people-store.ts";
import type { Role } from "./rights.ts";

/** Links by which somebody gets an account in a workspace (docs/decisions/043). */
export interface Invitations {
  invite(by: Account, whom: { email: string | null; role: Role }): Promise<Invitation & { code: string }>;
  /** What the link's holder may know before accepting. */
  read(asked: { code: string; address: string }): Promise<Result<OpenInvitation, Refusal>>;
  accept(asked: {
    code: string;
    address: string;
    account: { email: string; name: string; password: string };
  }): Promise<Result<Account, Refusal>>;
}

export interface OpenInvitation {
  email: string | null;
  role: Role;
  invitedByName: string;
  expiresAtMs: number;
}

export interface InvitationsDeps {
  people: PeopleStore;
  limiter: AttemptLimiter;
  line: PasswordLine;
  clock: { now(): number };
}

/** A link in a message is often opened after the weekend. */
export const INVITATION_FOR_MS = 7 * 24 * 3_600_000;

export function createInvitations({ people, limiter, line, clock }: InvitationsDeps): Invitations {
  async function find(code: string, address: string): Promise<Result<StoredInvitation, Refusal>> {
    const attempt = await limiter.consume(INVITATIONS, address);
    if (!attempt.allowed) return refuse("too_many_requests");
    const given = readLinkCode("invitation", code);
    const stored = given && (await people.invitation(given.id));
    if (!stored || !sameHash(stored.secretHash, given.secretHash)) return refuse("invitation_not_found");
    const spent = whySpent(stored, clock.now());
    return spent ? refuse("invitation_spent", spent) : ok(stored);
  }

  return {
    async invite(by, { email, role }) {
      const { id, secretHash, code } = newLinkCode("invitation");
      const createdAtMs = clock.now();
      const invitation = {
        id,
        email: email?.toLowerCase() ?? null,
        role,
        createdAtMs,
        expiresAtMs: createdAtMs + INVITATION_FOR_MS,
      };
      await people.invite({
        ...invitation,
        workspaceId: by.workspaceId,
        secretHash,
        invitedBy: by.id,
      });
      return { ...invitation, code };
    },

    async read({ code, address }) {
      const found = await find(code, address);
      if (!found.ok) return found;
      const { email, role, invitedByName, expiresAtMs } = found.value;
      return ok({ email, role, invitedByName, expiresAtMs });
    },

    async accept({ code, address, account: { password, ...account } }) {
      const found = await find(code, address);
      if (!found.ok) return found;
      const { id, email } = found.value;
      if (email !== null && email !== account.email.toLowerCase())
        return refuse("bad_request", `This invitation is for ${email}.`);
      // A hash costs as much as a check of a password, so it stands in the same line.
      const passwordHash = await line.run("stranger", () => hashPassword(password));
      if (passwordHash === null) return refuse("overloaded", LINE_FULL);
      const accepted = await people.accept(id, { ...account, passwordHash }, clock.now());
      if (accepted === "email_taken") return refuse("email_taken");
      if (accepted !== "spent") return ok(accepted);
      // It was used, revoked or ran out since it was looked at.
      const now = await find(code, address);
      return now.ok ? refuse("invitation_spent") : now;
    },
  };
}

const LINE_FULL = "Too many people are signing in right now. Try again in a few seconds.";

function whySpent({ usedAtMs, revokedAtMs, expiresAtMs }: StoredInvitation, nowMs: number): string | null {
  if (usedAtMs !== null)
    return "This invitation was already used. If that was you, sign in. If not, ask for a new one.";
  if (revokedAtMs !== null) return "This invitation was revoked. Ask the person who sent it for a new one.";
  if (expiresAtMs <= nowMs) return "This invitation has expired. Ask the person who sent it for a new one.";
  return null;
}
