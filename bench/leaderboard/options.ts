import { parseArgs } from "node:util";
import type { Partition, Where } from "./shape.ts";

export interface BoardOptions {
  stores: Where[];
  partitions: Partition[];
  shards: number[];
  players: number[];
  /** For each kind of call. */
  budgetMs: number;
  json: string | null;
}

const USAGE = `Usage: npm run bench:leaderboard -- [--players 1000,10000,100000] [--large] [--shards 1,4,8,16]
    [--partition hash,range] [--cluster] [--budget-ms 400] [--json file]
  --large    1,000,000 players too
  --cluster  a private Redis Cluster of three masters too`;

/** A sentence for the person who started the bench. */
export class BoardBenchTrouble extends Error {}

export function readBoardOptions(args: readonly string[]): BoardOptions {
  const given = parsed(args);
  const players = numbers("players", given.players ?? "1000,10000,100000", 2_000_000);
  return {
    stores: given.cluster ? ["redis", "cluster"] : ["redis"],
    partitions: (given.partition ?? "hash,range").split(",").map((name) => {
      if (name === "hash" || name === "range") return name;
      throw new BoardBenchTrouble(`--partition is hash, range or both; it is “${name}”.\n${USAGE}`);
    }),
    shards: numbers("shards", given.shards ?? "1,4,8,16", 64),
    players: given.large ? [...players, 1_000_000] : players,
    budgetMs: numbers("budget-ms", given["budget-ms"] ?? "400", 60_000)[0]!,
    json: given.json ?? null,
  };
}

function numbers(name: string, given: string, max: number): number[] {
  return given.split(",").map((text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= max) return value;
    throw new BoardBenchTrouble(`--${name} takes whole numbers up to ${max}; it is “${given}”.\n${USAGE}`);
  });
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        players: text,
        shards: text,
        partition: text,
        json: text,
        "budget-ms": text,
        large: flag,
        cluster: flag,
      },
    }).values;
  } catch (error) {
    throw new BoardBenchTrouble(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
