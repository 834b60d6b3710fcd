import { createHash, randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MAX_SOCKET_PATH } from "./socket-path.ts";

/**
 * Claims a data folder for one running server, and rejects with a sentence for the operator when that is not possible.
 *
 * The claim is a Unix socket in the folder on which the holder listens. Its file outlives a killed holder, but the
 * listening does not: the kernel ends it, so a claim is never stale, no process number can be mistaken for another,
 * and it holds between containers that share the folder.
 */
export async function claimDataDir(dataDir: string): Promise<{ release(): void }> {
  prepare(dataDir);
  const path = lockPath(dataDir);
  const holder = await holderOf(path);
  if (holder !== null) throw inUse(dataDir, holder);

  // Listening under a name of our own and moving it into place never deletes a claim that came in between unseen:
  // of several that start at once the last one to move has the name, and after a pause each looks who that is.
  const me = `${process.pid} ${randomUUID()}`;
  const own = `${path}.${me.slice(-OWN_NAME)}`;
  const server = await listen(own, me);
  renameSync(own, path);
  await sleep(SETTLE_MS);
  const winner = await holderOf(path);
  if (winner !== me) {
    server.close();
    throw inUse(dataDir, winner ?? "");
  }
  return {
    release() {
      rmSync(path, { force: true });
      server.close();
    },
  };
}

/** Far longer than it takes from finding the name free to moving one's own claim there. */
const SETTLE_MS = 150;
/** Characters of the random part of a name of our own. */
const OWN_NAME = 8;
const ANSWER_TIMEOUT_MS = 1_000;

function prepare(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `DATA_DIR ${dataDir} cannot be written to (${(error as NodeJS.ErrnoException).code}). ` +
        "Give this user write access to the folder, or set DATA_DIR to another one.",
      { cause: error },
    );
  }
}

/** In the folder itself; where that path is too long for a socket, in the temporary folder under the folder's hash. */
function lockPath(dataDir: string): string {
  const real = realpathSync(dataDir);
  const inside = join(real, "lock");
  if (Buffer.byteLength(inside) + 1 + OWN_NAME <= MAX_SOCKET_PATH) return inside;
  return join(tmpdir(), `ovation-${createHash("sha256").update(real).digest("hex").slice(0, 16)}.lock`);
}

/** What the process that listens there says, "" if it says nothing, or null if there is none. */
function holderOf(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(path);
    socket.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy());
    let connected = false;
    socket.once("connect", () => {
      connected = true;
    });
    socket.on("error", () => {});
    socket.once("close", () => resolve(connected ? said : null));
  });
}

function listen(path: string, greeting: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    rmSync(path, { force: true });
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(greeting);
    });
    server.once("error", reject);
    server.listen(path, () => resolve(server));
    // The claim alone keeps no process alive.
    server.unref();
  });
}

function inUse(dataDir: string, holder: string): Error {
  const pid = holder.split(" ")[0];
  const who = pid ? `another running server (process ${pid})` : "another running server";
  return new Error(
    `DATA_DIR ${dataDir} is in use by ${who}. Stop it first, or give this one a DATA_DIR of its own.`,
  );
}
