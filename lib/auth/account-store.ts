import type { KeyScope, Role } from "./rights.ts";

/** The port of host accounts, their sign-ins and API keys. Secrets arrive hashed; none is ever stored in the clear. */
export interface AccountStore {
  /** Of those who can sign in. */
  count(): Promise<number>;
  /** The owner of a workspace of their own. Null if the email is taken. Emails are compared in lower case. */
  create(account: { email: string; name: string; passwordHash: string }): Promise<Account | null>;
  byEmail(email: string): Promise<(Account & { passwordHash: string }) | null>;
  /** Ends all sign-ins of the account as well. */
  setPassword(accountId: string, passwordHash: string): Promise<void>;
  setName(accountId: string, name: string): Promise<void>;
  /** False if somebody else has this email. */
  setEmail(accountId: string, email: string): Promise<boolean>;

  addSignIn(signIn: NewSignIn): Promise<void>;
  /** The account of a sign-in that has not expired. */
  bySignIn(tokenHash: string, nowMs: number): Promise<Account | null>;
  removeSignIn(tokenHash: string): Promise<void>;
  /** Writes down that it is in use, if that was last done before `beforeMs`. */
  touchSignIn(tokenHash: string, nowMs: number, beforeMs: number): Promise<void>;
  /** Of one account, last used first. */
  signIns(accountId: string, nowMs: number): Promise<SignedInDevice[]>;
  /** False if the account has no such sign-in. */
  endSignIn(accountId: string, id: string): Promise<boolean>;

  /** The account's only key with this label: another one it had is valid no more. Repeating is harmless. */
  setApiKey(key: { keyHash: string; accountId: string; label: string }): Promise<void>;
  /** False if the account has `most` keys already. */
  addApiKey(key: NewApiKey, most: number): Promise<boolean>;
  byApiKey(keyHash: string): Promise<KeyHolder | null>;
  touchApiKey(keyHash: string, nowMs: number, beforeMs: number): Promise<void>;
  /** Oldest first. */
  apiKeys(accountId: string): Promise<ApiKey[]>;
  removeApiKey(accountId: string, id: string): Promise<boolean>;
}

export interface Account {
  id: string;
  email: string;
  name: string;
  /** Whose quizzes and sessions it works with: the id of the account that founded the workspace. */
  workspaceId: string;
  role: Role;
  /** Of the API key that asks; not there for a sign-in. */
  scope?: KeyScope;
}

export type KeyHolder = Account & { scope: KeyScope };

export interface NewSignIn {
  tokenHash: string;
  accountId: string;
  expiresAtMs: number;
  /** "iPhone, Safari" */
  device?: string;
}

/** A sign-in as its host sees it. The id is the beginning of the token's hash: it names the sign-in and opens nothing. */
export interface SignedInDevice {
  id: string;
  /** Null for sign-ins from before devices were listed. */
  device: string | null;
  createdAtMs: number | null;
  usedAtMs: number | null;
}

export interface NewApiKey {
  keyHash: string;
  accountId: string;
  label: string;
  scope: KeyScope;
  hint: string;
  createdAtMs: number;
}

export interface ApiKey {
  /** The beginning of the key's hash. */
  id: string;
  name: string;
  scope: KeyScope;
  /** Its first characters; null for a key that the environment gave. */
  hint: string | null;
  createdAtMs: number;
  usedAtMs: number | null;
}

/** So many characters of a hash name a sign-in or a key. */
export const HASH_ID_LENGTH = 20;
