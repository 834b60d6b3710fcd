import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new empty folder for one test's process. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `ovation-${name}-`));
}

/** Retries, since a process that was just killed may still be closing files. */
export function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
