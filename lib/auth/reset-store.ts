import type { Account } from "./account-store.ts";

/** The port of the links by which one chooses a new password. An account has one at a time. */
export interface ResetStore {
  /** Takes the place of the account's earlier link. */
  offer(reset: NewReset): Promise<void>;
  /** Whatever became of it; null for none with this id. */
  get(id: string): Promise<StoredReset | null>;
  /** Writes the password, ends all sign-ins of the account and uses the link up: all of it or nothing. Null: it was spent. */
  use(id: string, passwordHash: string, nowMs: number): Promise<Account | null>;
}

export interface NewReset {
  id: string;
  accountId: string;
  secretHash: string;
  expiresAtMs: number;
}

export interface StoredReset extends NewReset {
  email: string;
  usedAtMs: number | null;
}
