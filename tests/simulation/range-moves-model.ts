import type { Entrant, Recorded, Settled, Total, Versioned } from "#lib/redis/range-moves.ts";

/**
 * The shards of one session as the Lua scripts see them (lib/redis/scripts/range_*.lua), in memory. Each method is one
 * script: it happens at once. tests/contracts/leaderboard/leaderboard-range-model.test.ts holds it against the scripts themselves.
 */
export interface ShardModel {
  /** The half that is a range of the board. */
  range: Map<string, { version: number; total: number | null }>;
  rangeEpoch: string;
  /** The half that is home to some players. */
  homes: Map<string, { version: number; total: number | null; ranges: number[] }>;
  homeEpoch: string;
  /** Who is removed, and the epoch of the home at the removal. */
  removals: Map<string, string>;
  /** Totals put during a rebuild for who was removed before it. */
  aside: Map<string, { packed: number; range: number }>;
  rebuild: string | null;
  complete: boolean;
}

/** What the moves rest on. The simulation must find out when one is missing. */
const SAFEGUARDS = [
  "a range remembers versions",
  "a range remembers who left",
  "a range takes its own epoch only",
  "settling asks for the version",
  "settling asks for the epoch",
  "a home remembers ranges",
  "a rebuild ends what it finds",
  "a rebuild takes what was put meanwhile",
] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

export function emptyShard(): ShardModel {
  return {
    range: new Map(),
    rangeEpoch: "",
    homes: new Map(),
    homeEpoch: "",
    removals: new Map(),
    aside: new Map(),
    rebuild: null,
    complete: false,
  };
}

export function shardScripts(shard: ShardModel, missing?: Safeguard) {
  const has = (safeguard: Safeguard) => safeguard !== missing;
  const newer = (playerId: string, version: number) =>
    !has("a range remembers versions") || version > (shard.range.get(playerId)?.version ?? 0);
  const ofRange = (epoch: string) => !has("a range takes its own epoch only") || epoch === shard.rangeEpoch;

  return {
    record(totals: readonly Total[], rebuildId: string | null): Recorded {
      const current = shard.homeEpoch === rebuildId && shard.rebuild === rebuildId;
      if (rebuildId !== null && !current) return { epoch: null, players: [] };
      const players = totals.map(({ playerId, ...total }) => {
        let { packed, range } = total;
        const was = shard.homes.get(playerId) ?? { version: 0, total: null, ranges: [] };
        const removal = shard.removals.get(playerId);
        if (removal !== undefined && removal !== shard.homeEpoch) {
          if (rebuildId !== null) {
            shard.removals.delete(playerId);
            if (has("a rebuild takes what was put meanwhile"))
              ({ packed, range } = shard.aside.get(playerId) ?? total);
          } else if (shard.rebuild !== null) shard.aside.set(playerId, total);
        }
        if (shard.removals.has(playerId)) return { version: was.version, packed: null, others: was.ranges };
        if (rebuildId !== null && was.total !== null)
          return has("a rebuild ends what it finds")
            ? { version: was.version, packed: was.total, others: was.ranges.slice(1) }
            : { version: was.version, packed: null, others: [] };
        const others = has("a home remembers ranges") ? was.ranges.filter((each) => each !== range) : [];
        const version = was.version + 1;
        shard.homes.set(playerId, { version, total: packed, ranges: [range, ...others] });
        return { version, packed, others };
      });
      return { epoch: shard.homeEpoch, players };
    },
    strike(playerIds: readonly string[]): Recorded {
      const players = playerIds.map((playerId) => {
        shard.removals.set(playerId, shard.homeEpoch);
        const was = shard.homes.get(playerId);
        if (!was) return { version: 0, packed: null, others: [] };
        shard.homes.set(playerId, { version: was.version + 1, total: null, ranges: was.ranges });
        return { version: was.version + 1, packed: null, others: was.ranges };
      });
      return { epoch: shard.homeEpoch, players };
    },
    readmit(playerIds: readonly string[]): void {
      for (const playerId of playerIds) shard.removals.delete(playerId);
    },
    enter(epoch: string, entrants: readonly Entrant[]): number {
      if (!ofRange(epoch)) return -1;
      const taken = entrants.filter(({ playerId, version, packed }) => {
        if (!newer(playerId, version)) return false;
        shard.range.set(playerId, { version, total: packed });
        return true;
      });
      return taken.length;
    },
    leave(epoch: string, leavers: readonly Versioned[]): number {
      if (!ofRange(epoch)) return -1;
      let gone = 0;
      for (const { playerId, version } of leavers) {
        if (!newer(playerId, version)) continue;
        if (typeof shard.range.get(playerId)?.total === "number") gone++;
        if (has("a range remembers who left")) shard.range.set(playerId, { version, total: null });
        else shard.range.delete(playerId);
      }
      return gone;
    },
    settle(epoch: string, settled: readonly Settled[]): number {
      if (has("settling asks for the epoch") && epoch !== shard.homeEpoch) return -1;
      const known = settled.filter(({ playerId, version, range }) => {
        const was = shard.homes.get(playerId);
        if (!was || (has("settling asks for the version") && was.version !== version)) return false;
        shard.homes.set(playerId, { ...was, ranges: range === null ? [] : [range] });
        return true;
      });
      return known.length;
    },
    emptyRange(rebuildId: string): number {
      shard.range.clear();
      shard.complete = false;
      shard.rebuild = rebuildId;
      shard.rangeEpoch = rebuildId;
      return 1;
    },
    emptyHome(rebuildId: string): number {
      if (shard.rebuild !== rebuildId) return 0;
      shard.homes.clear();
      shard.aside.clear();
      shard.homeEpoch = rebuildId;
      return 1;
    },
    markComplete(rebuildId: string): boolean {
      if (shard.rebuild !== rebuildId) return false;
      shard.rebuild = null;
      shard.aside.clear();
      shard.complete = true;
      return true;
    },
  };
}
