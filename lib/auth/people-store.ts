import type { Account } from "./account-store.ts";
import type { Role } from "./rights.ts";

/** The port of who is in a workspace, and of the links by which somebody comes in. */
export interface PeopleStore {
  /** Owners first, then by name. */
  people(workspaceId: string): Promise<Person[]>;
  /** "last_owner": the workspace would have no owner left, so nothing is changed. */
  setRole(workspaceId: string, accountId: string, role: Role, nowMs: number): Promise<MemberChange>;
  /**
   * Ends sign-ins, keys and open invitations of the account and frees its email. What it made stays. Its links end with
   * it, or a removed person could come back by one of them.
   */
  remove(workspaceId: string, accountId: string, nowMs: number): Promise<MemberChange>;
  /** Signs everybody of a workspace out and ends their keys and its invitations; they may sign in again. */
  endAccess(workspaceId: string): Promise<void>;
  /** Deletes the workspace with all its accounts and all that is theirs, in one transaction. False if there is none. */
  removeWorkspace(workspaceId: string): Promise<boolean>;

  invite(invitation: NewInvitation): Promise<void>;
  /** Those that can still be used, newest first. */
  invitations(workspaceId: string, nowMs: number): Promise<Invitation[]>;
  /** Whatever became of it; null for none with this id. */
  invitation(id: string): Promise<StoredInvitation | null>;
  /** False if there is none that could still be used. */
  revoke(workspaceId: string, id: string, nowMs: number): Promise<boolean>;
  /** Makes the account and uses the invitation up, both or neither. "spent": it can be used no more. */
  accept(
    id: string,
    account: { email: string; name: string; passwordHash: string },
    nowMs: number,
  ): Promise<Account | "email_taken" | "spent">;
}

export type MemberChange = "done" | "not_found" | "last_owner";

export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAtMs: number;
}

export interface Invitation {
  id: string;
  /** The invited email; null if anybody with the link may accept. */
  email: string | null;
  role: Role;
  createdAtMs: number;
  expiresAtMs: number;
}

export interface NewInvitation extends Invitation {
  workspaceId: string;
  secretHash: string;
  invitedBy: string;
}

export interface StoredInvitation extends NewInvitation {
  /** Of the host who made it. */
  invitedByName: string;
  usedAtMs: number | null;
  revokedAtMs: number | null;
}
