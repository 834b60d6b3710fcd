/** The port of host accounts, their sign-ins and API keys. Secrets arrive hashed; none is ever stored in the clear. */
export interface AccountStore {
  count(): Promise<number>;
  /** Null if the email is taken. Emails are compared in lower case. */
  create(account: { email: string; name: string; passwordHash: string }): Promise<Account | null>;
  byEmail(email: string): Promise<(Account & { passwordHash: string }) | null>;
  /** Ends all sign-ins of the account as well. */
  setPassword(accountId: string, passwordHash: string): Promise<void>;
  addSignIn(signIn: { tokenHash: string; accountId: string; expiresAtMs: number }): Promise<void>;
  /** The account of a sign-in that has not expired. */
  bySignIn(tokenHash: string, nowMs: number): Promise<Account | null>;
  removeSignIn(tokenHash: string): Promise<void>;
  /** The account's only key with this label: another one it had is valid no more. Repeating is harmless. */
  setApiKey(key: { keyHash: string; accountId: string; label: string }): Promise<void>;
  byApiKey(keyHash: string): Promise<Account | null>;
}

export interface Account {
  id: string;
  email: string;
  name: string;
}
