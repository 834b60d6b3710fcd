import { type Random, seededRandom } from "#lib/kernel/random.ts";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import { packScore } from "#lib/leaderboard/packed-score.ts";
import { shardOf } from "#lib/redis/shards.ts";
import { emptyShard, type Safeguard, type ShardModel } from "./range-moves-model.ts";

/** The board of a simulation of moves: its shards, the players as the truth has them, and the messages on their way. */
export const PARTITION = { shards: 3, maxScore: 8 };
const PLAYERS = 3;

export interface Board {
  random: Random;
  faults: boolean;
  /** A player's changes come one after the other, as their answers do. Otherwise several nodes change one player at once. */
  ordered: boolean;
  missing: Safeguard | undefined;
  shards: ShardModel[];
  people: Person[];
  flights: Flight[];
  rebuilds: number;
  rebuilding: string | null;
  /** How many times anything was emptied. */
  emptied: number;
  over: boolean;
  steps: number;
  violations: string[];
}

/** A player as the truth has them. */
export interface Person {
  entry: LeaderboardEntry;
  removed: boolean;
  busy: boolean;
  /** Never put, or the last change was cut off: the board may lag behind the truth. */
  cut: boolean;
  /** Put or filled in to the end in this epoch, and nobody began to take them off: must be seen. */
  standing: boolean;
  /** How many removals reached the board. */
  strikes: number;
  /** How many changes reached the board from lost connections. */
  overtaken: number;
}

/** A message to a shard, or the answer to one. */
export interface Flight {
  node: Node;
  answer: boolean;
  /** May arrive at any time after its connection was lost. The others order changes: they arrive before the close. */
  late: boolean;
  lost: boolean;
  arrive(): void;
  fail(): void;
}

export interface Node {
  alive: boolean;
}

export function newBoard(seed: number, missing: Safeguard | undefined): Board {
  const people = Array.from({ length: PLAYERS }, (_, i) => ({
    entry: { playerId: `p${i}`, name: "", seq: i + 1, score: 0, correctTimeMs: 0 },
    removed: false,
    busy: false,
    cut: true,
    standing: false,
    strikes: 0,
    overtaken: 0,
  }));
  return {
    random: seededRandom(seed),
    faults: seed % 3 !== 0,
    ordered: seed % 2 === 0,
    missing,
    shards: Array.from({ length: PARTITION.shards }, emptyShard),
    people,
    flights: [],
    rebuilds: 0,
    rebuilding: null,
    emptied: 0,
    over: false,
    steps: 0,
    violations: [],
  };
}

export function truthOf({ entry, removed }: Person): number | null {
  return removed ? null : packScore(entry);
}

export function seen({ shards }: Board, { entry }: Person) {
  return shards.flatMap((shard, range) => {
    const row = shard.range.get(entry.playerId);
    return row && row.total !== null ? [{ ...row, range }] : [];
  });
}

export function heldOff(board: Board, person: Person): boolean {
  return homeOf(board, person).removals.has(person.entry.playerId);
}

export function homeOf({ shards }: Board, { entry }: Person): ShardModel {
  return shards[shardOf(entry.playerId, PARTITION.shards)]!;
}

/** As the store says it: all shards marked, all of one epoch. Without any rebuild so far, the first counts as one. */
export function isComplete(board: Board): boolean {
  return epochs(board).size === 1 && board.shards.every(({ complete }) => complete || board.rebuilds === 0);
}

export function epochs({ shards }: Board): Set<string> {
  return new Set(shards.flatMap(({ rangeEpoch, homeEpoch }) => [rangeEpoch, homeEpoch]));
}
