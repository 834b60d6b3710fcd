import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a server holds at one moment, its garbage collected (vitals-preload.mjs). */
export interface Vitals {
  /** Milliseconds since the epoch. */
  atMs: number;
  rssKb: number;
  heapKb: number;
  /** Buffers outside the heap. */
  externalKb: number;
  /** Armed timers, sockets and other handles that keep the process alive. */
  timers: number;
  handles: number;
  /** Event listeners on the process and on all handles. */
  listeners: number;
  /** How late the event loop ran since the last look, in 99 of 100 cases. */
  loopDelayP99Ms: number;
}

const WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Asks a server for its vitals, and waits until it has written them. */
export async function takeVitals(folder: string, pid: number): Promise<Vitals> {
  const file = join(folder, `${pid}.jsonl`);
  const before = linesOf(file).length;
  process.kill(pid, "SIGUSR2");
  const giveUpAtMs = performance.now() + WITHIN_MS;
  while (performance.now() < giveUpAtMs) {
    const lines = linesOf(file);
    if (lines.length > before) return JSON.parse(lines.at(-1) as string);
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`server ${pid} did not say how it is`);
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}
