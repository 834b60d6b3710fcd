import type { LeaderboardEntry } from "../leaderboard/leaderboard-store.ts";
import { packScore } from "../leaderboard/packed-score.ts";
import { type RangePartition, rangeOf, shardOf } from "./shards.ts";
import { sharesOf } from "./shares.ts";

/**
 * How a player gets from one range of the board to another, although no step can touch two shards at once.
 *
 * Every player has a *home*: the shard their id hashes to, whatever their score. A put first notes the total there, which
 * counts the player's *version* up and so decides the order of puts from all nodes. The home also keeps every range where
 * the player may still stand. Then, each step only after the one before was answered:
 *
 *   record   at home: the new total gets its version; learn which other ranges the player may stand in
 *   enter    the range of the total: the player stands there, unless something newer is known
 *   leave    the other ranges: the player is off, unless something newer is known
 *   settle   at home: forget the other ranges, unless something newer was recorded
 *
 * Enter comes before leave, so a player is never nowhere; until they have left, they may be listed twice, and readers keep
 * the higher version. A range remembers the version of who has left, so what arrives late or twice changes nothing: the
 * highest version that reached a range decides. A put that was cut off anywhere is mended by the next put of that player,
 * because the home forgets a range only once it was left. A removal is a record without a total, and only leaves; so does
 * the put of a removed player, which ends a removal that was cut off.
 *
 * A rebuild empties the ranges first, then the homes, and gives each the rebuild's id as its *epoch*. All steps after the
 * first carry the epoch of the home and do nothing in another. So a version that a home gave before it was emptied changes
 * nothing afterwards, and one that it gave later finds all ranges emptied already. What is refused this way was in the
 * truth before the rebuild read it. A rebuild that finds a total recorded since takes that to its end in place of its
 * own: who recorded it may have died.
 */
export interface RangeMoves {
  put(entries: readonly LeaderboardEntry[]): Promise<void>;
  remove(playerIds: readonly string[]): Promise<void>;
  restore(entries: readonly LeaderboardEntry[]): Promise<void>;
  /** Puts those who are not there yet, unless the rebuild was overtaken. */
  fill(rebuildId: string, entries: readonly LeaderboardEntry[]): Promise<void>;
  empty(rebuildId: string): Promise<void>;
}

/** The steps, each of which happens at once or not at all: Lua scripts, or a model of them. */
export interface RangeSteps {
  record(home: number, totals: readonly Total[], rebuildId: string | null): Promise<Recorded>;
  /** Records that these players are off the board. */
  strike(home: number, playerIds: readonly string[]): Promise<Recorded>;
  /** Lets removed players be put again. */
  readmit(home: number, playerIds: readonly string[]): Promise<unknown>;
  enter(range: number, epoch: string, entrants: readonly Entrant[]): Promise<unknown>;
  leave(range: number, epoch: string, leavers: readonly Versioned[]): Promise<unknown>;
  settle(home: number, epoch: string, settled: readonly Settled[]): Promise<unknown>;
  emptyRange(shard: number, rebuildId: string): Promise<unknown>;
  emptyHome(shard: number, rebuildId: string): Promise<unknown>;
}

export interface Total {
  playerId: string;
  packed: number;
  range: number;
}

export interface Recorded {
  /** Null if nothing was recorded, because the rebuild was overtaken. */
  epoch: string | null;
  /** In the order asked for. */
  players: RecordedPlayer[];
}

export interface RecordedPlayer {
  /** 0: never seen, so there is nothing to do. */
  version: number;
  /** The packed score with which to enter. Null: off the board, so only to leave. */
  packed: number | null;
  /** Ranges to leave. */
  others: number[];
}

export interface Versioned {
  playerId: string;
  version: number;
}

export interface Entrant extends Versioned {
  packed: number;
  entry: LeaderboardEntry;
}

export interface Settled extends Versioned {
  /** Where the player stands now; null: off the board. */
  range: number | null;
}

/** A player between record and settle. */
interface Move extends Settled, RecordedPlayer {
  epoch: string;
  /** Null in a removal. */
  entry: LeaderboardEntry | null;
}

export function rangeMoves(steps: RangeSteps, partition: RangePartition): RangeMoves {
  const byHome = <T extends { playerId: string }>(items: readonly T[]) =>
    sharesOf(items, ({ playerId }) => shardOf(playerId, partition.shards));
  const everyShard = Array.from({ length: partition.shards }, (_, shard) => shard);

  function record(entries: readonly LeaderboardEntry[], rebuildId: string | null): Promise<Move[]> {
    const totals = entries.map((entry) => {
      const packed = packScore(entry);
      return { playerId: entry.playerId, packed, range: rangeOf(packed, partition), entry };
    });
    return noted(totals, (home, share) => steps.record(home, share, rebuildId));
  }

  async function noted<W extends { playerId: string; entry: LeaderboardEntry | null }>(
    wanted: readonly W[],
    note: (home: number, share: W[]) => Promise<Recorded>,
  ): Promise<Move[]> {
    const moves = await Promise.all(
      byHome(wanted).map(async ({ shard, share }) => {
        const { epoch, players } = await note(shard, share);
        if (epoch === null) return [];
        return share.map(({ playerId, entry }, i): Move => {
          const recorded = players[i]!;
          const range = recorded.packed === null ? null : rangeOf(recorded.packed, partition);
          return { playerId, entry, epoch, range, ...recorded };
        });
      }),
    );
    return moves.flat();
  }

  async function follow(moves: readonly Move[]): Promise<void> {
    const entrants = moves.flatMap(({ entry, range, packed, ...move }) =>
      entry === null || range === null || packed === null ? [] : [{ ...move, entry, range, packed }],
    );
    await Promise.all(perRange(entrants).map((lot) => steps.enter(lot.range, lot.epoch, lot.share)));

    const movers = moves.filter(({ others }) => others.length > 0);
    const leavers = movers.flatMap((move) => move.others.map((range) => ({ ...move, range })));
    await Promise.all(perRange(leavers).map((lot) => steps.leave(lot.range, lot.epoch, lot.share)));
    await Promise.all(
      perEpoch(movers).flatMap(([epoch, ofEpoch]) =>
        byHome(ofEpoch).map(({ shard, share }) => steps.settle(shard, epoch, share)),
      ),
    );
  }

  return {
    put: async (entries) => follow(await record(entries, null)),
    fill: async (rebuildId, entries) => follow(await record(entries, rebuildId)),
    async remove(playerIds) {
      const wanted = playerIds.map((playerId) => ({ playerId, entry: null }));
      await follow(await noted(wanted, (home, share) => steps.strike(home, share.map(idOf))));
    },
    async restore(entries) {
      await Promise.all(byHome(entries).map(({ shard, share }) => steps.readmit(shard, share.map(idOf))));
      await follow(await record(entries, null));
    },
    async empty(rebuildId) {
      await Promise.all(everyShard.map((shard) => steps.emptyRange(shard, rebuildId)));
      await Promise.all(everyShard.map((shard) => steps.emptyHome(shard, rebuildId)));
    },
  };
}

function perRange<M extends { range: number; epoch: string }>(moves: readonly M[]) {
  return perEpoch(moves).flatMap(([epoch, ofEpoch]) =>
    sharesOf(ofEpoch, ({ range }) => range).map(({ shard, share }) => ({ range: shard, epoch, share })),
  );
}

/** Mostly one; homes are of different epochs while a rebuild begins. */
function perEpoch<M extends { epoch: string }>(moves: readonly M[]): [string, M[]][] {
  const epochs = [...new Set(moves.map(({ epoch }) => epoch))];
  return epochs.map((epoch) => [epoch, moves.filter((move) => move.epoch === epoch)]);
}

function idOf({ playerId }: { playerId: string }): string {
  return playerId;
}
