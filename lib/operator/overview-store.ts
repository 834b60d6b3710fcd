import type { Phase } from "../session/phases/phase.ts";

/** The port of what the database says of the whole installation. */
export interface OverviewStore {
  /** Sessions that have not ended, of all workspaces, the newest first; without rehearsals. */
  openSessions(limit: number): Promise<OpenSession[]>;
  /** What the database takes on its disk; null where it does not say. */
  databaseBytes(): Promise<number | null>;
  /** The workspace of the account that was here first; null in an empty database. */
  firstWorkspace(): Promise<string | null>;
}

export interface OpenSession {
  id: string;
  pin: string;
  title: string;
  phase: Phase;
  questions: number;
  /** Who has joined so far, also those who have left. */
  joined: number;
  host: string | null;
  createdAtMs: number;
}
