import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../folders.ts";

/** A disk of its own for one server, so that it can be full. */
export interface SmallDisk {
  folder: string;
  /** Takes all the room that is left. */
  fill(): void;
  free(): void;
  remove(): Promise<void>;
}

/** Null where this user may mount none: that takes root on Linux. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = temporaryFolder("disk");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => takeAll(filler),
    free: () => rmSync(filler),
    async remove() {
      execFileSync("umount", ["-l", folder], { stdio: "ignore" });
      await removeFolder(folder);
    },
  };
}

function takeAll(path: string): void {
  const file = openSync(path, "w");
  try {
    // In ever smaller pieces, to the last page.
    for (let bytes = 1024 * 1024; bytes >= 4096; bytes /= 2) {
      const piece = Buffer.alloc(bytes, 1);
      try {
        for (;;) writeSync(file, piece);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}
