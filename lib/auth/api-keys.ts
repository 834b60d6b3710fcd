import { createHash, randomBytes } from "node:crypto";
import type { Account, AccountStore, ApiKey, KeyHolder } from "./account-store.ts";
import { HASH_ID_LENGTH } from "./account-store.ts";
import type { KeyScope } from "./rights.ts";

/** A shorter key is refused, even one set by the environment. */
export const API_KEY_MIN = 16;
export const KEY_NAME_MAX = 60;
/** More than an installation has integrations; a script that makes one at every run meets it. */
export const API_KEYS_MAX = 50;
/** The label of the key from the environment; no other key may have it. */
export const OWNER_KEY_LABEL = "OWNER_API_KEY";

const KEY_PREFIX = "ovk_";
/** 192 bits. */
const KEY_BYTES = 24;
const HINT_LENGTH = 8;
const TOUCHED_EVERY_MS = 60_000;

/** Keys are long and random, so a plain hash is enough: they cannot all be tried, and looking one up stays cheap. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update("api key ").update(key).digest("hex");
}

export async function accountOfApiKey(
  { accounts, now }: { accounts: AccountStore; now(): number },
  key: string,
): Promise<KeyHolder | null> {
  if (key.length < API_KEY_MIN || key.length > 400) return null;
  const keyHash = hashApiKey(key);
  const holder = await accounts.byApiKey(keyHash);
  // When it was last used is nice to know, and no reason to wait or to fail.
  if (holder) accounts.touchApiKey(keyHash, now(), now() - TOUCHED_EVERY_MS).catch(() => {});
  return holder;
}

/** The key is given back once and never again. Null if the account has too many. */
export async function makeApiKey(
  { accounts, now }: { accounts: AccountStore; now(): number },
  account: Account,
  { name, scope }: { name: string; scope: KeyScope },
): Promise<(ApiKey & { key: string }) | null> {
  const key = `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString("base64url")}`;
  const keyHash = hashApiKey(key);
  const hint = key.slice(0, HINT_LENGTH);
  const createdAtMs = now();
  const row = { keyHash, accountId: account.id, label: name, scope, hint, createdAtMs };
  if (!(await accounts.addApiKey(row, API_KEYS_MAX))) return null;
  return { id: keyHash.slice(0, HASH_ID_LENGTH), name, scope, hint, createdAtMs, usedAtMs: null, key };
}
