import { createHash } from "node:crypto";
import type { Account, AccountStore } from "./account-store.ts";

/** Shorter ones are no keys, whoever made them. */
export const API_KEY_MIN = 16;

/** Keys are long and random, so a plain hash keeps them: nobody can try them all, and looking one up stays cheap. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update("api key ").update(key).digest("hex");
}

export async function accountOfApiKey(accounts: AccountStore, key: string): Promise<Account | null> {
  if (key.length < API_KEY_MIN || key.length > 400) return null;
  return accounts.byApiKey(hashApiKey(key));
}
