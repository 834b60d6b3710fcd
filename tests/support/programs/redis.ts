import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { removeFolder, temporaryFolder } from "../folders.ts";
import { eventually } from "../waiting.ts";
import { type Child, startChild } from "./child.ts";
import { redisBinaries } from "./parts.ts";
import { freePort } from "./ports.ts";

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
  /** By redis-cli. */
  command(...args: string[]): Promise<string>;
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
    async command(...args) {
      return (await execute(redisBinaries().cli, ["-p", String(port), ...args])).stdout.trim();
    },
  };
}

export interface TestRedisCluster {
  /** "127.0.0.1:port" of every member. */
  readonly nodes: string[];
  readonly members: readonly TestRedis[];
  /** The member that now has the slot of this key. */
  masterOf(key: string): Promise<TestRedis>;
  /** One that follows it. */
  replicaOf(master: TestRedis): Promise<TestRedis>;
  stop(): Promise<void>;
}

/** A private Redis Cluster. A master that is gone for `nodeTimeoutMs` is replaced by its replica, if it has one. */
export async function startRedisCluster(
  masters = 3,
  { replicas = 0, nodeTimeoutMs = 5_000 } = {},
): Promise<TestRedisCluster> {
  const members = await Promise.all(
    Array.from({ length: masters * (1 + replicas) }, () =>
      startRedis({
        "cluster-enabled": "yes",
        "cluster-config-file": "nodes.conf",
        "cluster-node-timeout": String(nodeTimeoutMs),
        // One part that is lost does not stop the others.
        "cluster-require-full-coverage": "no",
        // A replica that was not connected to its master lately may take over all the same.
        "cluster-replica-validity-factor": "0",
      }),
    ),
  );
  const nodes = members.map((member) => `127.0.0.1:${member.port}`);
  const cli = async (...args: string[]) => (await execute(redisBinaries().cli, args)).stdout;
  const ask = (port: number, ...args: string[]) => cli("-p", String(port), ...args);
  await cli("--cluster", "create", ...nodes, "--cluster-replicas", String(replicas), "--cluster-yes");
  for (const { port } of members) {
    // Each node learns of the others by gossip, a little after the command returns.
    await eventually(async () => {
      const state = await ask(port, "cluster", "info");
      if (!state.includes("cluster_state:ok")) throw new Error(`Redis Cluster is not ready.\n${state}`);
      const replication = await ask(port, "info", "replication");
      if (replication.includes("role:slave") && !replication.includes("master_link_status:up"))
        throw new Error(`A replica of the Redis Cluster does not follow.\n${replication}`);
    });
  }
  /** Asks the first member that answers. */
  async function askAny(...args: string[]): Promise<string> {
    for (const { port } of members) {
      const text = await ask(port, ...args).catch(() => "");
      if (text !== "") return text;
    }
    throw new Error("no member of the Redis Cluster answers");
  }
  /** Each line is of one member: id, address, flags, master's id, … slots. */
  const lines = async () =>
    (await askAny("cluster", "nodes"))
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
  const memberAt = (line: string[] | undefined) =>
    members.find(({ port }) => line?.[1]?.startsWith(`127.0.0.1:${port}@`))!;
  return {
    nodes,
    members,
    async masterOf(key) {
      const slot = Number(await askAny("cluster", "keyslot", key));
      const holds = (range: string) => {
        const [from, to = from] = range.split("-").map(Number);
        return slot >= from! && slot <= to!;
      };
      return memberAt(
        (await lines()).find((line) => line[2]!.includes("master") && line.slice(8).some(holds)),
      );
    },
    async replicaOf(master) {
      const all = await lines();
      const id = all.find((line) => memberAt(line) === master)?.[0];
      return memberAt(all.find((line) => line[3] === id && !line[2]!.includes("fail")));
    },
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
