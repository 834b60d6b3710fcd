/** The port that knows who is connected, over all nodes. A node that dies stops being counted within seconds. */
export interface Presence {
  /** Called for each socket; a player may have several. Never throws, never waits. */
  enter(sessionId: string, who: Presentee): void;
  leave(sessionId: string, who: Presentee): void;
  counts(sessionId: string): Promise<PresenceCounts>;
  /** Those on this node alone; asks no other node. */
  here(sessionId: string): PresenceCounts;
  /** Player ids connected now, and those that ever were, for the early close of a question. */
  players(sessionId: string): Promise<{ connected: ReadonlySet<string>; everConnected: ReadonlySet<string> }>;
  close(): Promise<void>;
}

export type Presentee = { role: "player"; playerId: string } | { role: "host" | "presenter" };

export interface PresenceCounts {
  players: number;
  hosts: number;
  presenters: number;
}
