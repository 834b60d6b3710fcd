import { stat } from "node:fs/promises";
import { loadConfig } from "#lib/config/load.ts";
import { restoreBackup } from "#lib/runtime/restore.ts";
import type { Asked } from "./asked.ts";
import { instant, print } from "./print.ts";
import { CtlTrouble } from "./trouble.ts";

/** Into what the environment names: DATABASE_URL, or DATA_DIR. */
export async function restore(asked: Asked): Promise<void> {
  const [path, ...more] = asked.rest;
  if (!path || more.length > 0) throw new CtlTrouble("Usage: npm run ctl -- restore FILE [--replace]");
  if (!(await stat(path).catch(() => null))?.isFile()) throw new CtlTrouble(`There is no file ${path}.`);
  const config = loadConfig();
  const { head, rows, notes } = await restoreBackup(config, path, { replace: asked.replace ?? false });
  print(asked, { rows, atMs: head.atMs, migration: head.migration, notes }, () =>
    [
      `Restored ${rows.toLocaleString("en")} rows of ${instant(head.atMs)} UTC into ${config.databaseUrl ? "the database" : config.dataDir}. Start the servers.`,
      ...notes,
    ].join("\n"),
  );
}
