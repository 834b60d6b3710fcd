import type { BoardFigures, Cost } from "./shape.ts";

/** A table for each store and size: milliseconds of one call, then CPU of Redis and of the caller. */
export function printBoards(results: readonly BoardFigures[]): void {
  const tables = new Map<string, BoardFigures[]>();
  for (const figures of results) {
    const title = `${figures.where}, ${figures.players.toLocaleString("en")} players`;
    tables.set(title, [...(tables.get(title) ?? []), figures]);
  }
  for (const [title, lines] of tables) {
    console.log(`\n${title} (milliseconds: wall | CPU of Redis + CPU of Node)`);
    console.table(lines.map(lineOf));
  }
}

function lineOf(figures: BoardFigures) {
  const { partition, shards, crossing, update, top, places, cuts, all, rebuild } = figures;
  return {
    board: `${shards} ${partition}`,
    crossing: partition === "range" ? `${Math.round(crossing * 100)} %` : "",
    "put 1,000": costOf(update),
    [`wave of ${update.players}`]: round(update.waveMs),
    "top 10": costOf(top),
    "200 places": costOf(places),
    "64 cuts": costOf(cuts),
    all: costOf(all),
    rebuild: costOf(rebuild),
  };
}

function costOf({ wallMs, redisMs, nodeMs }: Cost): string {
  return `${round(wallMs)} | ${round(redisMs)} + ${round(nodeMs)}`;
}

function round(ms: number): string {
  return ms >= 100 ? String(Math.round(ms)) : ms.toPrecision(2);
}
