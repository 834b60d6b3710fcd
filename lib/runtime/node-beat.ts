import { hostname } from "node:os";
import { performance } from "node:perf_hooks";
import { type NodeFacts, type PartFacts, type PartName, ROOMS_TOLD_MAX } from "../operator/node-facts.ts";
import { BEAT_EVERY_MS, type NodeStore } from "../operator/node-store.ts";

/** The live sockets of this node, which are made after the runtime. */
export interface LiveSockets {
  stats(): { sockets: NodeFacts["sockets"]; rooms: number; sessions: NodeFacts["sessions"] };
  /** Sends everybody away to come back on another node, and takes no more; or takes them again. */
  rest(resting: boolean): void;
}

export interface NodeBeat {
  /** From now on this node is told of. */
  start(sockets: LiveSockets): void;
  /** What it says of itself now. */
  facts(): NodeFacts;
  /** At once, so that what was just asked of this node need not wait for its next beat. */
  beatNow(): Promise<void>;
  /** Says goodbye. */
  stop(): Promise<void>;
}

interface Deps {
  id: string;
  store: NodeStore;
  version: string;
  now(): number;
  /** By how much the event loop is late. */
  lateMs(): number;
  parts(): Record<PartName, Pick<PartFacts, "state" | "why">>;
  queues(): NodeFacts["queues"];
  pool(): NodeFacts["pool"];
  troubles(): NodeFacts["troubles"];
  disk(): NodeFacts["disk"];
  draining(): boolean;
  /** An operator wants the node empty, or back. */
  onDrain(asked: boolean): void;
  onError(error: unknown): void;
}

const LOOK_EVERY_MS = 500;

/**
 * Tells what this node is doing, every few seconds, and does what an operator asks of it. A beat that takes long is waited
 * for, so that a slow database is not asked twice; one that fails is made good by the next.
 */
export function createNodeBeat(deps: Deps): NodeBeat {
  const startedAtMs = deps.now();
  const since = new Map<PartName, { state: string; atMs: number | null }>();
  let sockets: LiveSockets | null = null;
  let usedBefore = performance.eventLoopUtilization();
  let used = 0;
  let lateMs = 0;
  let asked = false;
  let beating: Promise<void> | null = null;
  let timers: NodeJS.Timeout[] = [];

  function parts(): PartFacts[] {
    return Object.entries(deps.parts()).map(([name, part]) => {
      const key = name as PartName;
      const known = since.get(key);
      if (known?.state !== part.state)
        // What was well from the start has no instant worth telling.
        since.set(key, { state: part.state, atMs: known || part.state === "degraded" ? deps.now() : null });
      return { name: key, ...part, sinceMs: since.get(key)?.atMs ?? null };
    });
  }

  function facts(): NodeFacts {
    const live = sockets?.stats();
    const { rss, heapUsed } = process.memoryUsage();
    return {
      host: hostname().slice(0, 100),
      pid: process.pid,
      version: deps.version,
      runtime: process.version,
      startedAtMs,
      draining: deps.draining(),
      sockets: live?.sockets ?? { all: 0, players: 0, hosts: 0, presenters: 0 },
      rooms: live?.rooms ?? 0,
      loop: { lateMs: Math.round(lateMs), used: Math.round(used * 1_000) / 1_000 },
      memory: { rssBytes: rss, heapBytes: heapUsed },
      queues: deps.queues(),
      pool: deps.pool(),
      parts: parts(),
      sessions: (live?.sessions ?? []).slice(0, ROOMS_TOLD_MAX),
      troubles: deps.troubles(),
      disk: deps.disk(),
    };
  }

  async function beat(): Promise<void> {
    const usedNow = performance.eventLoopUtilization();
    used = performance.eventLoopUtilization(usedNow, usedBefore).utilization;
    usedBefore = usedNow;
    const told = facts();
    lateMs = 0;
    try {
      const { drainAsked } = await deps.store.beat(deps.id, told);
      if (drainAsked === asked) return;
      asked = drainAsked;
      deps.onDrain(asked);
      sockets?.rest(asked);
    } catch (error) {
      deps.onError(error);
    }
  }

  function beatNow(): Promise<void> {
    beating ??= beat().finally(() => {
      beating = null;
    });
    return beating;
  }

  return {
    start(live) {
      sockets = live;
      timers = [
        setInterval(() => void beatNow(), BEAT_EVERY_MS),
        setInterval(() => {
          lateMs = Math.max(lateMs, deps.lateMs());
          parts();
        }, LOOK_EVERY_MS),
      ];
      for (const timer of timers) timer.unref();
      void beatNow();
    },
    facts,
    async beatNow() {
      // One that is under way may have been before what is asked now.
      await beating;
      await beatNow();
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await beating;
      await deps.store.leave(deps.id).catch(deps.onError);
    },
  };
}
