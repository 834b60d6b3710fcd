import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Child, startChild } from "./child.ts";
import { removeFolder, temporaryFolder } from "./folders.ts";
import { redisBinaries } from "./parts.ts";
import { freePort } from "./ports.ts";
import { eventually } from "./waiting.ts";

const execute = promisify(execFile);

export interface TestRedis {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
  /** A crash. Nothing is kept on disk, so `restart` comes back empty. */
  kill(): Promise<void>;
  /** The machine hangs: connections stay open, nothing answers. */
  pause(): void;
  resume(): void;
  /** On the same port, empty. */
  restart(): Promise<void>;
}

/** A private Redis on 127.0.0.1 that keeps nothing on disk. */
export async function startRedis(settings: Record<string, string> = {}): Promise<TestRedis> {
  const port = await freePort();
  const folder = temporaryFolder("redis");
  let child = await startNode(port, folder, settings);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => child.kill(),
    pause: () => child.signalAll("SIGSTOP"),
    resume: () => child.signalAll("SIGCONT"),
    async restart() {
      await child.kill();
      child = await startNode(port, folder, settings);
    },
    async stop() {
      await child.kill();
      await removeFolder(folder);
    },
  };
}

/** A private Redis Cluster without replicas; `nodes` are "127.0.0.1:port". */
export async function startRedisCluster(masters = 3): Promise<{ nodes: string[]; stop(): Promise<void> }> {
  const members = await Promise.all(
    Array.from({ length: masters }, () =>
      startRedis({
        "cluster-enabled": "yes",
        "cluster-config-file": "nodes.conf",
        "cluster-node-timeout": "5000",
      }),
    ),
  );
  const nodes = members.map((member) => `127.0.0.1:${member.port}`);
  const cli = (...args: string[]) => execute(redisBinaries().cli, args);
  await cli("--cluster", "create", ...nodes, "--cluster-replicas", "0", "--cluster-yes");
  for (const { port } of members) {
    // Each node learns of the others by gossip, a little after the command returns.
    await eventually(async () => {
      const { stdout } = await cli("-p", String(port), "cluster", "info");
      if (!stdout.includes("cluster_state:ok")) throw new Error(`Redis Cluster is not ready.\n${stdout}`);
    });
  }
  return {
    nodes,
    stop: async () => void (await Promise.all(members.map((member) => member.stop()))),
  };
}

async function startNode(port: number, folder: string, settings: Record<string, string>): Promise<Child> {
  const { server, cli } = redisBinaries();
  const all = { port: String(port), bind: "127.0.0.1", save: "", appendonly: "no", dir: folder, ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const child = startChild(server, args, { folder, cwd: folder });
  await eventually(async () => {
    if (!child.running) return;
    const { stdout } = await execute(cli, ["-p", String(port), "ping"]);
    if (stdout.trim() !== "PONG") throw new Error(`Redis is not ready: ${stdout}`);
  });
  if (!child.running) throw new Error(`Redis did not start.\n${child.logs()}`);
  return child;
}
