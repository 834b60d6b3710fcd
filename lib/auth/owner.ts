import { randomInt } from "node:crypto";
import type { Account, AccountStore } from "./account-store.ts";
import { hashApiKey, OWNER_KEY_LABEL } from "./api-keys.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";

export interface OwnerConfig {
  ownerEmail: string | null;
  ownerPassword: string | null;
  ownerApiKey: string | null;
}

export type Owner =
  /** `password` only when it was made up: show it once. */
  | { created: true; account: Account; password?: string | undefined }
  /** The account is null when the environment names no owner and there are hosts already. */
  | { created: false; account: Account | null; password?: undefined };

/** For a server that was told nothing. The address receives no mail; it is only a name to sign in with. */
export const DEFAULT_OWNER_EMAIL = "host@localhost";

/**
 * Makes sure somebody can sign in: the owner the environment names, or one made up on the first start. The environment
 * stays in charge: a changed OWNER_PASSWORD becomes the owner's password, and OWNER_API_KEY is accepted from then on.
 * Any number of nodes may do this at once.
 */
export async function ensureOwner({
  accounts,
  config,
}: {
  accounts: AccountStore;
  config: OwnerConfig;
}): Promise<Owner> {
  const owner = await findOrCreate(accounts, config, isNamed(config));
  if (owner.account && config.ownerApiKey) {
    await accounts.setApiKey({
      keyHash: hashApiKey(config.ownerApiKey),
      accountId: owner.account.id,
      label: OWNER_KEY_LABEL,
    });
  }
  return owner;
}

async function findOrCreate(accounts: AccountStore, config: OwnerConfig, named: boolean): Promise<Owner> {
  const email = config.ownerEmail ?? DEFAULT_OWNER_EMAIL;
  const known = await accounts.byEmail(email);
  if (known) return keepPassword(accounts, known, config.ownerPassword);
  if (!named && (await accounts.count()) > 0) return { created: false, account: null };

  const password = config.ownerPassword ?? readablePassword();
  const account = await accounts.create({
    email,
    name: nameOf(email),
    passwordHash: await hashPassword(password),
  });
  if (account)
    return { created: true, account, password: config.ownerPassword === null ? password : undefined };
  // Another node was first.
  const first = await accounts.byEmail(email);
  if (!first) throw new Error(`The owner ${email} can neither be created nor found.`);
  return keepPassword(accounts, first, config.ownerPassword);
}

async function keepPassword(
  accounts: AccountStore,
  { passwordHash, ...account }: Account & { passwordHash: string },
  password: string | null,
): Promise<Owner> {
  if (password !== null && !(await verifyPassword(password, passwordHash))) {
    await accounts.setPassword(account.id, await hashPassword(password));
  }
  return { created: false, account };
}

/** The account that the environment names, by its e-mail; null if it names none. */
export function ownerOfEnvironment(config: OwnerConfig): string | null {
  if (config.ownerEmail !== null) return config.ownerEmail;
  return isNamed(config) ? DEFAULT_OWNER_EMAIL : null;
}

function isNamed({ ownerEmail, ownerPassword, ownerApiKey }: OwnerConfig): boolean {
  return ownerEmail !== null || ownerPassword !== null || ownerApiKey !== null;
}

function nameOf(email: string): string {
  const [local = ""] = email.split("@");
  return local.slice(0, 60) || "Host";
}

/** Letters and digits that are not confused when read off a terminal: 16 of them, about 78 bits. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

function readablePassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join(""),
  );
  return groups.join("-");
}
