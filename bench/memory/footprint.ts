import { readFileSync } from "node:fs";
import { processTree } from "#tests/support/programs/process-tree.ts";

/** What a process and its descendants hold in memory, in bytes. */
export interface Footprint {
  /** Resident, added up: what `ps` and `top` say. */
  rss: number;
  /** The same with each shared page counted once over all processes of the machine. */
  pss: number;
  /** Resident bytes that are no copy of a file on the disk: what the machine cannot take back. */
  anonymous: number;
}

export function footprint(pid: number): Footprint {
  const parts = processTree(pid).map(rollup);
  const sum = (field: string) => parts.reduce((bytes, part) => bytes + (part.get(field) ?? 0), 0);
  return { rss: sum("Rss"), pss: sum("Pss"), anonymous: sum("Anonymous") };
}

/** Keeps the most of each that was seen, until `stop`. */
export function watchFootprint(pid: number, everyMs = 200): { stop(): Footprint } {
  const most = footprint(pid);
  const look = () => {
    const now = footprint(pid);
    for (const field of Object.keys(most) as (keyof Footprint)[])
      most[field] = Math.max(most[field], now[field]);
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

function rollup(pid: number): Map<string, number> {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return new Map(
      [...text.matchAll(/^(\w+):\s+(\d+) kB$/gm)].map(([, name, kb]) => [name!, Number(kb) * 1024]),
    );
  } catch {
    return new Map(); // it has ended
  }
}
