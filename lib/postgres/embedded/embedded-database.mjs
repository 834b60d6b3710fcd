// How the embedded Postgres is opened: little memory, and every commit on the disk. Plain JavaScript, since a thread
// gets no loader that understands types.

import { fsyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/**
 * PGlite's own 128 MB are all touched at the start and stay in memory. Most data folders are smaller than this cache,
 * and the machine's file cache holds the rest.
 */
const LITTLE_MEMORY = ["-c", "shared_buffers=16MB"];

/** PGlite's way to start Postgres, but for `-F`, which switches flushing off. */
const START = PGlite.defaultStartParams.filter((param) => param !== "-F");

/** `fdatasync`, which Postgres would choose, never leaves PGlite (0.5.14); `fsync` does. */
const FLUSHED = ["-c", "fsync=on", "-c", "wal_sync_method=fsync"];

export function openDatabase(dataDir) {
  return PGlite.create({
    fs: new FlushingFiles(dataDir),
    startParams: [...START, ...LITTLE_MEMORY, ...FLUSHED],
  });
}

/** The files of a folder. What Postgres asks to be flushed is flushed, where PGlite's own says yes and does nothing. */
class FlushingFiles extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun, flushStreams] } };
  }
}

function flushStreams({ FS }) {
  const files = FS.filesystems.NODEFS;
  files.stream_ops.fsync = (stream) => {
    // A failure reaches Postgres as one of the disk, and it stops rather than believe what is not stored.
    files.tryFSOperation(() => fsyncSync(stream.nfd));
    return 0;
  };
}
