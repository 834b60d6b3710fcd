import { chownSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { removeFolder, temporaryFolder } from "../folders.ts";
import { WAIT_MS } from "../patience.ts";
import { eventually } from "../waiting.ts";
import { type Child, startChild } from "./child.ts";
import { postgresBinaries } from "./parts.ts";
import { freePort } from "./ports.ts";
import { unprivilegedUser } from "./unprivileged.ts";

export interface TestPostgres {
  /** Of the database `postgres`, as superuser, without a password. */
  readonly url: string;
  readonly port: number;
  /** A clean shutdown; the data is removed. */
  stop(): Promise<void>;
  /** The machine hangs: every process of the server stands still, connections stay open. */
  pause(): void;
  resume(): void;
  /** The server crashes; the data stays. `restart` brings it back with crash recovery. */
  kill(): Promise<void>;
  /** On the same port and data. */
  restart(): Promise<void>;
}

/**
 * A private Postgres server on 127.0.0.1. `fsync` is off: tests kill the server, never the machine, so the operating
 * system keeps what was written, and every commit is some milliseconds cheaper.
 */
export async function startPostgres({ fsync = false, maxConnections = 200 } = {}): Promise<TestPostgres> {
  const { initdb, postgres: server } = postgresBinaries();
  const port = await freePort();
  const folder = temporaryFolder("postgres");
  // Postgres refuses to run as root.
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const made = startChild(
    initdb,
    ["-D", data, "-U", "ovation", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { user, folder, env, cwd: folder },
  );
  if ((await made.exited) !== 0) throw new Error(`initdb failed.\n${made.logs()}`);

  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    fsync: fsync ? "on" : "off",
    max_connections: maxConnections,
    shared_buffers: "64MB",
  };
  const args = [
    "-D",
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const url = `postgres://ovation@127.0.0.1:${port}/postgres`;
  let child = await start();

  async function start(): Promise<Child> {
    // After a kill, the old backends may hold the shared memory for a moment, and then the new server gives up.
    return eventually(async () => {
      const started = startChild(server, args, { user, folder, env, cwd: folder });
      await ready(url, port, started);
      return started;
    });
  }

  return {
    url,
    port,
    pause: () => child.signalAll("SIGSTOP"),
    resume: () => child.signalAll("SIGCONT"),
    kill: () => child.kill(),
    async restart() {
      await child.stop("SIGINT");
      child = await start();
    },
    async stop() {
      // SIGINT: "fast shutdown", which does not wait for clients to leave.
      child.signalAll("SIGCONT");
      await child.stop("SIGINT");
      await removeFolder(folder);
    },
  };
}

/** A fresh, empty database on the server of `url`; or a copy of the database `template`, which must have no connections. */
export async function createDatabase(url: string, template = "template1"): Promise<string> {
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${name} template "${template}"`);
  } finally {
    await sql.end();
  }
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

async function ready(url: string, port: number, child: Child): Promise<void> {
  await eventually(async () => {
    if (!child.running) return;
    await accepts(port);
    const sql = postgres(url, { max: 1, connect_timeout: WAIT_MS / 1_000 });
    try {
      await sql`select 1`;
    } finally {
      await sql.end();
    }
  });
  if (!child.running) throw new Error(`Postgres did not start.\n${child.logs()}`);
}

/** A bare connection attempt, many times cheaper than the driver's retries while the server is still starting. */
function accepts(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}
