/**
 * What the first start of a server leaves in its data folder: database, tables, owner, sample quizzes. It keeps a core
 * busy for seconds, so a server makes it once for a build, and test servers start as if for the second time, on a copy.
 * tests/system/process/start.test.ts starts on empty folders.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { removeFolder } from "../folders.ts";

const ROOT = join(import.meta.dirname, "../../..");
const KEPT = join(ROOT, ".cache/first-starts");

/** With another owner, or by another build, a first start leaves something else. */
type Owner = Record<string, string>;

/** `start` starts a server on that folder and stops it. Not called if a copy is there. */
export async function keepFirstStart(
  owner: Owner,
  start: (dataDir: string) => Promise<unknown>,
): Promise<void> {
  const kept = folderOf(owner);
  if (existsSync(kept)) return;
  mkdirSync(KEPT, { recursive: true });
  const old = readdirSync(KEPT).filter((name) => !name.startsWith(basename(kept)));
  await Promise.all(old.map((name) => removeFolder(join(KEPT, name))));
  const making = `${kept}.${process.pid}`;
  await start(making);
  try {
    renameSync(making, kept);
  } catch (error) {
    await removeFolder(making);
    // Another run was first.
    if (!existsSync(kept)) throw error;
  }
}

/** Into an empty folder. If nothing is kept, the server there has a first start of its own. */
export function copyFirstStart(owner: Owner, dataDir: string): void {
  const kept = folderOf(owner);
  if (existsSync(kept)) cpSync(kept, dataDir, { recursive: true });
}

function folderOf(owner: Owner): string {
  const stamp = join(ROOT, ".next/ovation-build.json");
  const build = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  return join(
    KEPT,
    createHash("sha256")
      .update(JSON.stringify([build, owner]))
      .digest("hex")
      .slice(0, 16),
  );
}
