import { seqText } from "./board-member.ts";
import type { RedisClient } from "./client.ts";
import type { RangeKeys } from "./keys.ts";
import type { RangeSteps, Recorded } from "./range-moves.ts";
import type { Script, ScriptName } from "./scripts.ts";

/** The steps of range-moves.ts on the shards of one session. */
export function redisRangeSteps(
  redis: RedisClient,
  scripts: Record<ScriptName, Script>,
  shards: readonly RangeKeys[],
  ttlSeconds: number,
): RangeSteps {
  const keysOf = (shard: number) => {
    const { board, players, homes, removals, state } = shards[shard]!;
    return [board, players, homes, removals, state];
  };
  return {
    async record(home, totals, rebuildId) {
      const args = totals.flatMap(({ playerId, packed, range }) => [playerId, packed, range]);
      return readRecorded(await scripts.range_record(keysOf(home), [ttlSeconds, rebuildId ?? "", ...args]));
    },
    async strike(home, playerIds) {
      return readRecorded(await scripts.range_strike(keysOf(home), [ttlSeconds, ...playerIds]));
    },
    readmit: (home, playerIds) => redis.hdel(shards[home]!.removals, ...playerIds),
    enter(range, epoch, entrants) {
      const args = entrants.flatMap(({ playerId, version, packed, entry }) => [
        ...[playerId, version, seqText(entry.seq), packed, entry.name],
      ]);
      return scripts.range_enter(keysOf(range), [ttlSeconds, epoch, ...args]);
    },
    leave(range, epoch, leavers) {
      const args = leavers.flatMap(({ playerId, version }) => [playerId, version]);
      return scripts.range_leave(keysOf(range), [ttlSeconds, epoch, ...args]);
    },
    settle(home, epoch, settled) {
      const args = settled.flatMap(({ playerId, version, range }) => [playerId, version, range ?? ""]);
      return scripts.range_settle([shards[home]!.homes, shards[home]!.state], [epoch, ...args]);
    },
    emptyRange: (shard, rebuildId) => scripts.range_empty(keysOf(shard), [ttlSeconds, rebuildId, "ranges"]),
    emptyHome: (shard, rebuildId) => scripts.range_empty(keysOf(shard), [ttlSeconds, rebuildId, "homes"]),
  };
}

function readRecorded(reply: unknown): Recorded {
  const [epoch, ...flat] = reply as [string, ...(string | number)[]];
  if (epoch === "-") return { epoch: null, players: [] };
  const players: Recorded["players"] = [];
  for (let i = 0; i < flat.length; i += 3) {
    const [version, packed, others] = flat.slice(i, i + 3).map(String) as [string, string, string];
    players.push({
      version: Number(version),
      packed: packed === "" ? null : Number(packed),
      others: others === "" ? [] : others.split(",").map(Number),
    });
  }
  return { epoch, players };
}
