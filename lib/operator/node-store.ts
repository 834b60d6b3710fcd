import type { NodeFacts } from "./node-facts.ts";

/** The port by which nodes know of each other: in Postgres where several share it, in the process of an embedded one. */
export interface NodeStore {
  /** Says that the node is there, and what it is doing. Tells what an operator wants of it. */
  beat(id: string, facts: NodeFacts): Promise<{ drainAsked: boolean }>;
  /** All that were heard of in the last hour, longest first. */
  list(): Promise<KnownNode[]>;
  /**
   * Asks a node to send everybody away and take no more, or not any longer. Not the last one that takes any, unless
   * `force` says so.
   */
  askDrain(id: string, asked: boolean, options: { force: boolean }): Promise<DrainOutcome>;
  /** It says goodbye. */
  leave(id: string): Promise<void>;
}

export type DrainOutcome = "asked" | "unknown" | "silent" | "last";

export interface KnownNode {
  id: string;
  facts: NodeFacts;
  drainAsked: boolean;
  /** How long ago it was heard of. */
  silentMs: number;
}

export const BEAT_EVERY_MS = 3_000;
/** A node that was not heard of for so long is gone, or frozen: it did not say goodbye. */
export const SILENT_AFTER_MS = 5 * BEAT_EVERY_MS;
/** Then it is forgotten. */
export const KNOWN_MS = 3_600_000;
