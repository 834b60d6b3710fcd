import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A control group whose processes get only so much memory, files' pages included, and no swap. */
export interface SmallMachine {
  /** Where a process writes its id to be in it. */
  procs: string;
  /** The most that was taken so far, in bytes, the machine's file cache included. */
  most(): number;
  /** How many processes the kernel has killed for want of memory. */
  killed(): number;
  remove(): void;
}

const V1 = "/sys/fs/cgroup/memory";
const V2 = "/sys/fs/cgroup";

/** Null where this user may make none: that takes root on Linux. */
export function smallMachine(bytes: number): SmallMachine | null {
  const v1 = existsSync(join(V1, "memory.limit_in_bytes"));
  const folder = join(v1 ? V1 : V2, `ovation-${process.pid}`);
  const write = (name: string, value: string) => writeFileSync(join(folder, name), value);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const fieldOf = (name: string, field: string) =>
    Number(new RegExp(`^${field} (\\d+)$`, "m").exec(read(name))?.[1] ?? 0);
  try {
    mkdirSync(folder);
    if (v1) {
      write("memory.limit_in_bytes", String(bytes));
      if (existsSync(join(folder, "memory.memsw.limit_in_bytes")))
        write("memory.memsw.limit_in_bytes", String(bytes));
    } else {
      write("memory.max", String(bytes));
      write("memory.swap.max", "0");
    }
  } catch {
    return null;
  }
  return {
    procs: join(folder, "cgroup.procs"),
    most: () => Number(read(v1 ? "memory.max_usage_in_bytes" : "memory.peak")),
    killed: () => fieldOf(v1 ? "memory.oom_control" : "memory.events", "oom_kill"),
    remove: () => rmdirSync(folder),
  };
}
