import type { RangePartition } from "./shards.ts";

/**
 * Every key and channel name in Redis. What stands in braces decides the slot: keys that one script touches share it,
 * and the shards of one session do not, so that they spread over a cluster.
 */

/** The few purposes a key or channel can have, by its name. */
export type KeyFamily = (typeof FAMILIES)[keyof typeof FAMILIES] | "other";

export function familyOf(key: string): KeyFamily {
  return FAMILIES[key.slice(0, key.indexOf(":")) as keyof typeof FAMILIES] ?? "other";
}

const FAMILIES = { lb: "boards", presence: "presence", bus: "bus", limit: "limits", near: "near" } as const;

/** The number of shards is in the name: nodes that disagree about it have separate boards instead of a mixed one. */
export function boardKeys(sessionId: string, shard: number, shards: number): BoardKeys {
  const tag = `lb:{s:${sessionId}:${shard}of${shards}}`;
  return {
    board: `${tag}:board`,
    players: `${tag}:players`,
    removals: `${tag}:removals`,
    state: `${tag}:state`,
  };
}

export interface BoardKeys {
  /** zset: member (board-member.ts) -> packed score */
  board: string;
  /** hash: player id -> eight digits of join order, then the name */
  players: string;
  /** hash: id of a removed player, who stays out -> id of the rebuild under way at the removal, or '' */
  removals: string;
  /**
   * hash: `complete` -> run id of the server that was filled; `rebuild` -> id of the rebuild under way; `aside:` and a player
   * id -> total put during it for somebody removed before it
   */
  state: string;
}

/** The partition is in the name, as above. */
export function rangeKeys(sessionId: string, shard: number, partition: RangePartition): RangeKeys {
  const tag = `lb:{s:${sessionId}:range${shard}of${partition.shards}to${partition.maxScore}}`;
  return {
    board: `${tag}:board`,
    players: `${tag}:players`,
    homes: `${tag}:homes`,
    removals: `${tag}:removals`,
    state: `${tag}:state`,
  };
}

/** A shard is a range of scores, and the home of some players, whose totals may be in any range (range-moves.ts). */
export interface RangeKeys {
  /** zset of the range: member (board-member.ts) -> packed score */
  board: string;
  /** hash of the range: player id -> join order, '-', version, ':', name; just '-', version of who has left */
  players: string;
  /** hash: player id -> version, packed score ('-' if removed), ranges where the player may stand */
  homes: string;
  /** hash of the home: id of a removed player, who stays out -> epoch of the home at the removal */
  removals: string;
  /** hash: `complete` and `rebuild` as above; `ranges`, `homes` -> id of the last rebuild that emptied them */
  state: string;
}

/** Held by the node that rebuilds a session. On the server of its first shard, so that no other one is needed for it. */
export function rebuildLockKey(firstShard: { state: string }): string {
  return `${firstShard.state}:lock`;
}

export function presenceKeys(sessionId: string): PresenceKeys {
  const tag = `presence:{${sessionId}}`;
  return { nodes: `${tag}:nodes`, ever: `${tag}:ever`, ofNode: (nodeId) => `${tag}:node:${nodeId}` };
}

export interface PresenceKeys {
  /** set: ids of the nodes that have somebody of this session */
  nodes: string;
  /** set: ids of the players who ever were connected */
  ever: string;
  /** hash: player id -> 1, and the counts of hosts and presenters; expires when the node stops renewing it */
  ofNode(nodeId: string): string;
}

export function sessionChannel(sessionId: string): string {
  return `bus:{${sessionId}}`;
}

/** Where a node hears only itself. */
export function nodeChannel(nodeId: string): string {
  return `bus:{node:${nodeId}}`;
}

/** The limiter library appends a colon and the key. */
export function limiterPrefix(limitName: string): string {
  return `limit:${limitName}`;
}

/** hash: PIN -> id of a session that has had somebody at this address */
export function nearRoomsKey(address: string): string {
  return `near:${address}`;
}
