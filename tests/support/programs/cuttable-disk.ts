import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../folders.ts";

/** A disk of its own for one server, from which the power can be taken. */
export interface CuttableDisk {
  folder: string;
  /** The folder is then as the disk has it: what was written and not flushed is gone. Stop who writes first. */
  cut(): void;
  remove(): Promise<void>;
}

/** Null where this user may mount none: that takes root on Linux. */
export function cuttableDisk(megabytes: number): CuttableDisk | null {
  const own = temporaryFolder("disk");
  const [disk, later, folder] = [join(own, "disk"), join(own, "disk-later"), join(own, "mounted")];
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "ignore" });
  // Nothing is written by itself in the meantime.
  const mount = (image: string) => run("mount", "-o", "loop,commit=600", image, folder);
  try {
    mkdirSync(folder);
    writeFileSync(disk, "");
    truncateSync(disk, megabytes * 2 ** 20);
    run("mkfs.ext4", "-q", "-F", disk);
    mount(disk);
  } catch {
    rmSync(own, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    cut() {
      copyFileSync(disk, later);
      run("umount", "-l", folder);
      mount(later);
    },
    async remove() {
      run("umount", "-l", folder);
      await removeFolder(own);
    },
  };
}
