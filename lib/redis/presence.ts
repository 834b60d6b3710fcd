import { newId } from "../kernel/ids.ts";
import type { Presence, PresenceCounts } from "../session/live/presence.ts";
import { NOBODY, type RoomCrowd, roomCrowd } from "../session/live/room-crowd.ts";
import type { RedisClient } from "./client.ts";
import { presenceKeys } from "./keys.ts";
import { redisScripts } from "./scripts.ts";

/*
 * Each node knows its own sockets for certain and mirrors them to Redis, in one hash per session that expires unless
 * the node renews it. So what a dead node had written is gone by itself within `deadAfterMs`, and the first of the others
 * to notice says so. Changes are gathered for a moment and written together; a write that failed is made good by writing
 * everything again.
 */
export interface RedisPresenceOptions {
  nodeId?: string;
  flushAfterMs?: number;
  renewEveryMs?: number;
  deadAfterMs?: number;
  ttlSeconds?: number;
  /** Another node of this session has died, and its people do not count any more. Called on one of the others. */
  onNodeGone?(sessionId: string): void;
  onError?(error: unknown): void;
}

/** Sessions renewed at once: enough for the network, few for Redis. */
const RENEWED_AT_ONCE = 50;

interface Mirrored {
  crowd: RoomCrowd;
  /** Players whose state is to be written. */
  changed: Set<string>;
  /** Redis has nothing of this, or not what it should: write everything. */
  all: boolean;
  timer: NodeJS.Timeout | null;
  writing: Promise<void> | null;
}

export function redisPresence(redis: RedisClient, options: RedisPresenceOptions = {}): Presence {
  const { nodeId = newId(), flushAfterMs = 50, renewEveryMs = 2_000, deadAfterMs = 6_000 } = options;
  const ttlSeconds = options.ttlSeconds ?? 24 * 3600;
  const scripts = redisScripts(redis);
  const sessions = new Map<string, Mirrored>();

  function mirrored(sessionId: string): Mirrored {
    let it = sessions.get(sessionId);
    if (!it) {
      it = { crowd: roomCrowd(), changed: new Set(), all: true, timer: null, writing: null };
      sessions.set(sessionId, it);
    }
    return it;
  }

  function changed(sessionId: string, it: Mirrored, playerId: string | null): void {
    if (playerId !== null) it.changed.add(playerId);
    it.timer ??= setTimeout(() => void flush(sessionId, it), flushAfterMs);
  }

  /** Writes what has changed so far. Never rejects; what could not be written stays to be written. */
  async function flush(sessionId: string, it: Mirrored): Promise<void> {
    while (it.writing) await it.writing;
    if (!it.timer) return;
    clearTimeout(it.timer);
    it.timer = null;
    it.writing = write(sessionId, it).finally(() => {
      it.writing = null;
    });
    await it.writing;
  }

  async function write(sessionId: string, it: Mirrored): Promise<void> {
    const all = it.all;
    const connected = it.crowd.connected();
    const playerIds = all ? it.crowd.everConnected() : it.changed;
    const players = [...playerIds].flatMap((id) => [id, connected.has(id) ? "1" : "0"]);
    const { hosts, presenters } = it.crowd.counts();
    const { ofNode, nodes, ever } = presenceKeys(sessionId);
    it.changed = new Set();
    it.all = false;
    try {
      await scripts.presence_write(
        [ofNode(nodeId), nodes, ever],
        [deadAfterMs, ttlSeconds, nodeId, all ? 1 : 0, hosts, presenters, ...players],
      );
    } catch (error) {
      it.all = true;
      options.onError?.(error);
    }
  }

  async function renewAll(): Promise<void> {
    const all = [...sessions];
    for (let i = 0; i < all.length && !closed; i += RENEWED_AT_ONCE)
      await Promise.all(all.slice(i, i + RENEWED_AT_ONCE).map(([sessionId, it]) => renew(sessionId, it)));
  }

  /** Never rejects: in a cluster, the server of one session may be away while those of the others are there. */
  async function renew(sessionId: string, it: Mirrored): Promise<void> {
    const { hosts, presenters, players } = it.crowd.counts();
    try {
      if (!it.all) it.all = !(await sayAlive(sessionId));
    } catch (error) {
      it.all = true;
      options.onError?.(error);
      return;
    }
    if (sessions.get(sessionId) !== it) return;
    if (it.all) changed(sessionId, it, null);
    else if (players + hosts + presenters === 0 && !it.timer && !it.writing) forget(sessionId);
  }

  /** False if what this node had written is lost. Looks after the other nodes, too. */
  async function sayAlive(sessionId: string): Promise<boolean> {
    const { ofNode, nodes } = presenceKeys(sessionId);
    const [kept, ...nodeIds] = (await scripts.presence_renew(
      [ofNode(nodeId), nodes],
      [deadAfterMs, nodeId],
    )) as [number, ...string[]];
    const others = nodeIds.filter((id) => id !== nodeId);
    if (others.length > 0) {
      const buried = await scripts.presence_bury([nodes, ...others.map(ofNode)], others);
      if (buried !== 0) options.onNodeGone?.(sessionId);
    }
    return kept === 1;
  }

  /** The last one of this session has left this node. Redis keeps who was ever here. */
  function forget(sessionId: string): void {
    sessions.delete(sessionId);
    withdraw(sessionId).catch(() => {});
  }

  async function withdraw(sessionId: string): Promise<void> {
    const { ofNode, nodes } = presenceKeys(sessionId);
    await Promise.all([redis.unlink(ofNode(nodeId)), redis.srem(nodes, nodeId)]);
  }

  /** The nodes that have somebody of the session; rejects if what this node knows cannot be written. */
  async function nodesOf(sessionId: string): Promise<string[]> {
    const it = sessions.get(sessionId);
    if (it) await flush(sessionId, it);
    if (it?.all) throw new Error("presence is not written yet");
    const nodeIds = await redis.smembers(presenceKeys(sessionId).nodes);
    if (!it || nodeIds.includes(nodeId)) return nodeIds;
    // Redis came back empty, and the next renewal has not noticed yet.
    it.all = true;
    changed(sessionId, it, null);
    await flush(sessionId, it);
    return [...nodeIds, nodeId];
  }

  function here(sessionId: string): PresenceCounts {
    return sessions.get(sessionId)?.crowd.counts() ?? NOBODY;
  }

  let renewing: Promise<void> | null = null;
  let closed = false;
  const timer = setInterval(() => {
    renewing ??= renewAll().finally(() => {
      renewing = null;
    });
  }, renewEveryMs);
  timer.unref();

  return {
    enter(sessionId, who) {
      const it = mirrored(sessionId);
      if (it.crowd.enter(who)) changed(sessionId, it, who.role === "player" ? who.playerId : null);
    },
    leave(sessionId, who) {
      const it = sessions.get(sessionId);
      if (it?.crowd.leave(who)) changed(sessionId, it, who.role === "player" ? who.playerId : null);
    },
    async counts(sessionId): Promise<PresenceCounts> {
      try {
        const nodeIds = await nodesOf(sessionId);
        const keys = presenceKeys(sessionId);
        const counted = await scripts.presence_count([keys.nodes, ...nodeIds.map(keys.ofNode)], nodeIds);
        const [players = 0, hosts = 0, presenters = 0] = counted as number[];
        // A node that was held up may have been forgotten by Redis for a moment; its own sockets are there all the same.
        const own = here(sessionId);
        return {
          players: Math.max(players, own.players),
          hosts: Math.max(hosts, own.hosts),
          presenters: Math.max(presenters, own.presenters),
        };
      } catch (error) {
        options.onError?.(error);
        return here(sessionId);
      }
    },
    here,
    async players(sessionId) {
      const crowd = sessions.get(sessionId)?.crowd;
      const connected = new Set(crowd?.connected());
      const everConnected = new Set(crowd?.everConnected());
      try {
        const nodeIds = await nodesOf(sessionId);
        const keys = presenceKeys(sessionId);
        const [everCount, ...ofNodes] = await Promise.all([
          redis.scard(keys.ever),
          ...nodeIds.filter((id) => id !== nodeId).map((id) => redis.hkeys(keys.ofNode(id))),
        ]);
        for (const id of ofNodes.flat()) if (!id.startsWith("#")) connected.add(id);
        // Mostly no other node has seen anyone new since, and thousands of names need not travel again.
        if (everCount !== everConnected.size) {
          for (const id of await redis.smembers(keys.ever)) everConnected.add(id);
          crowd?.remember(everConnected);
        }
      } catch (error) {
        options.onError?.(error);
      }
      return { connected, everConnected };
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await renewing;
      const open = [...sessions];
      sessions.clear();
      for (const [, it] of open) if (it.timer) clearTimeout(it.timer);
      await Promise.all(open.map(([, it]) => it.writing));
      await Promise.allSettled(open.map(([sessionId]) => withdraw(sessionId)));
    },
  };
}
