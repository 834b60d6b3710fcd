/**
 * What the leaderboard costs in Redis: `npm run bench:leaderboard`. Both partitions, 1 to 16 shards, 1,000 to 100,000
 * players (a million with --large), on a private Redis, and with --cluster on a private cluster of three masters too.
 * Times depend on what else the machine does; compare CPU, and lines of one run (docs/decisions/008).
 */
import { writeFileSync } from "node:fs";
import { measureBoard } from "./leaderboard/measure-board.ts";
import { BoardBenchTrouble, readBoardOptions } from "./leaderboard/options.ts";
import { printBoards } from "./leaderboard/print-boards.ts";
import type { BoardFigures } from "./leaderboard/shape.ts";
import { openStore } from "./leaderboard/stores.ts";

try {
  const options = readBoardOptions(process.argv.slice(2));
  const results: BoardFigures[] = [];
  for (const where of options.stores) {
    const store = await openStore(where);
    try {
      // The first calls pay for compiling.
      await measureBoard(store, { where, partition: "hash", shards: 1, players: 1_000 }, 100);
      await measureBoard(store, { where, partition: "range", shards: 4, players: 1_000 }, 100);
      for (const players of options.players)
        for (const partition of options.partitions)
          for (const shards of options.shards) {
            progress(`${where}: ${players} players, ${shards} ${partition} shards`);
            results.push(await measureBoard(store, { where, partition, shards, players }, options.budgetMs));
          }
    } finally {
      await store.close();
    }
  }
  progress("");
  printBoards(results);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof BoardBenchTrouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
