/** What a node says of itself every few seconds. Bounded, and without anything that people wrote. */
export interface NodeFacts {
  /** The name of its machine. */
  host: string;
  pid: number;
  /** Of the product, and of Node. */
  version: string;
  runtime: string;
  startedAtMs: number;
  draining: boolean;
  sockets: { all: number; players: number; hosts: number; presenters: number };
  rooms: number;
  /** Since the last beat: how late the event loop was at the most, and what part of a core it used. */
  loop: { lateMs: number; used: number };
  memory: { rssBytes: number; heapBytes: number };
  /** What waits to be done. */
  queues: { answers: number; storeCalls: number; eventStreams: number };
  pool: { size: number; connections: number };
  parts: PartFacts[];
  /** The largest of its rooms. */
  sessions: RoomFacts[];
  /** The latest kinds of warnings and errors in its log, latest first. */
  troubles: TroubleFacts[];
  /** Of an embedded database. */
  disk: { sizeBytes: number; freeBytes: number } | null;
}

export const PARTS = ["database", "writes", "boards", "notices"] as const;
export type PartName = (typeof PARTS)[number];

export interface PartFacts {
  name: PartName;
  state: "ok" | "degraded" | "unused";
  /** Why, where that is known: "disk_full". */
  why: string | null;
  /** By the node's own clock; null while it has always been so. */
  sinceMs: number | null;
}

export interface RoomFacts {
  id: string;
  players: number;
  hosts: number;
  presenters: number;
}

export interface TroubleFacts {
  level: "warn" | "error";
  message: string;
  /** Of the error: "ECONNREFUSED", "TypeError". */
  code: string | null;
  times: number;
  atMs: number;
}

export const ROOMS_TOLD_MAX = 100;
export const TROUBLES_KEPT_MAX = 20;
