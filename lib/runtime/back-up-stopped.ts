import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Config } from "../config/config.ts";
import { backUpWithin } from "../postgres/backup/back-up.ts";
import { connectPostgres } from "../postgres/connection/client.ts";
import { claimDataDir } from "../postgres/embedded/data-dir-lock.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "../postgres/embedded/embedded.ts";
import { backupHead } from "./backup-head.ts";

/** A backup of an embedded database whose server does not run. The folder is claimed until the stream has ended. */
export async function backUpStopped(config: Pick<Config, "dataDir" | "authSecret">): Promise<Readable> {
  const lock = await claimDataDir(config.dataDir);
  const closing: (() => unknown)[] = [() => lock.release()];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
    closing.push(() => embedded.stop());
    const { db, close: disconnect } = await connectPostgres({
      url: embedded.url,
      poolSize: EMBEDDED_POOL_SIZE,
    });
    closing.push(disconnect);
    const backUp = backUpWithin(db.$client, join(config.dataDir, "backup.tmp"));
    const stream = await backUp(backupHead(config, Date.now()));
    stream.once("close", () => void close());
    return stream;
  } catch (error) {
    await close();
    throw error;
  }
}
