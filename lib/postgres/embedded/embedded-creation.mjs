// Makes the data folder of a new embedded Postgres, and ends: what that takes, 700 MB, would not be given back by a
// process that goes on. The folder gets its name when all of it is on the disk, so that one that was cut short, by a
// power cut even, is made anew.

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openDatabase } from "./embedded-database.mjs";

const folder = process.argv[2];
// Who waits for the folder has died.
process.once("disconnect", () => process.exit(1));

try {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  const db = await openDatabase(half);
  await db.close();
  for (const entry of readdirSync(half, { recursive: true })) flush(join(half, entry));
  flush(half);
  renameSync(half, folder);
  flush(dirname(folder));
  process.send({ type: "ready" }, () => process.exit());
} catch (error) {
  process.send({ type: "failed", reason: String(error?.message ?? error) }, () => process.exit(1));
}

function flush(path) {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}
