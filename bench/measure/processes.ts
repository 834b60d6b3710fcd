import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { processTree } from "#tests/support/programs/process-tree.ts";

/** The processes of a run, by what they do. Each costs the two cores something, and only the first is ours to improve. */
export const PARTS = ["server", "generator", "postgres", "redis", "balancer"] as const;
export type Part = (typeof PARTS)[number];
export type Pids = Partial<Record<Part, readonly number[]>>;

/** CPU seconds used so far by each part, user and system together. */
export type CpuSeconds = Record<Part, number>;

/** Linux counts in hundredths of a second for user space, on every architecture. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

export function cpuSeconds(pids: Pids): CpuSeconds {
  const seconds = (part: Part) => (pids[part] ?? []).reduce((sum, pid) => sum + cpuOf(pid), 0);
  return Object.fromEntries(PARTS.map((part) => [part, seconds(part)])) as CpuSeconds;
}

export function cpuBetween(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  return Object.fromEntries(PARTS.map((part) => [part, after[part] - before[part]])) as CpuSeconds;
}

/** Resident memory of all these processes, in bytes. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(statOf(pid)?.[21] ?? 0) * PAGE_BYTES, 0);
}

/** The Postgres and Redis processes this process has started, found by their names. */
export function storePids(): Pick<Pids, "postgres" | "redis"> {
  const named = new Map<string, number[]>();
  for (const pid of processTree(process.pid)) {
    const name = commandOf(pid);
    named.set(name, [...(named.get(name) ?? []), pid]);
  }
  return { postgres: named.get("postgres") ?? [], redis: named.get("redis-server") ?? [] };
}

/** How many processes wanted a core, on average over the last minute: above 2, the figures are those of a busy machine. */
export function machineLoad(): number {
  return loadavg()[0] ?? Number.NaN;
}

/** Its own time and that of children that have ended: Postgres ends and starts backends as it likes. */
function cpuOf(pid: number): number {
  const stat = statOf(pid);
  if (!stat) return 0;
  return [11, 12, 13, 14].reduce((sum, field) => sum + Number(stat[field]), 0) / TICKS_PER_SECOND;
}

/** The fields of /proc/<pid>/stat after the name: [0] is the state. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null; // it has ended
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}
