import type { Retention } from "./retention.ts";

/** The port of what each workspace keeps, and of what is due by it. */
export interface RetentionStore {
  /** `KEEP_ALL` where nothing was ever chosen. */
  get(workspaceId: string): Promise<Retention>;
  set(workspaceId: string, retention: Retention): Promise<void>;
  /** What these rules would change of what is stored at this instant. */
  preview(workspaceId: string, retention: Retention, nowMs: number): Promise<RetentionPreview>;
  /** Sessions of all workspaces whose time has come, oldest first, at most `limit` of each. */
  due(nowMs: number, limit: number): Promise<{ names: string[]; deletions: string[] }>;
  /** Gives all players of a session neutral names, for good, and forgets what else tells who they were. False if there is none. */
  replaceNames(sessionId: string, nowMs: number): Promise<boolean>;
  /** When the names of a session were replaced; null while they stand. */
  namesReplacedAtMs(sessionId: string): Promise<number | null>;
}

export interface RetentionPreview {
  /** Sessions whose names would be replaced, and their players. What would be deleted is not among them. */
  names: { sessions: number; players: number };
  deletions: { sessions: number; players: number };
}
