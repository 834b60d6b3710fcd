import { join } from "node:path";
import { removeFolder, temporaryFolder } from "./folders.ts";
import { patience, START_MS } from "./patience.ts";
import { type Child, startChild } from "./programs/child.ts";
import { freePort } from "./programs/ports.ts";
import { copyFirstStart, keepFirstStart } from "./setup/first-start.ts";
import { eventually } from "./waiting.ts";

export interface TestServer {
  readonly url: string;
  /** Of the live socket, `ws://…/ws`. */
  readonly wsUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly ownerEmail: string;
  readonly ownerPassword: string;
  readonly ownerApiKey: string;
  readonly dataDir: string;
  /** What Prometheus reads. */
  metrics(): Promise<string>;
  /** Everything it printed since it was last started. */
  logs(): string;
  /** SIGTERM, as a supervisor sends it; resolves to the exit code. The data folder is removed. */
  stop(): Promise<number | null>;
  /** SIGKILL to all its processes; port and data stay for `restart`. */
  kill(): Promise<void>;
  /** To all its processes: "SIGSTOP" and "SIGCONT" make it hang and recover. */
  signal(name: NodeJS.Signals): void;
  /** Ends it if it still runs (SIGTERM) and starts it again on the same port and data. */
  restart(): Promise<void>;
}

export interface ServerOptions {
  /** Overrides and additions, such as DATABASE_URL and REDIS_URL. Without them the server runs embedded. */
  env?: Record<string, string>;
  /** The development server instead of the built one. */
  dev?: boolean;
  /** An open file that stdout goes to, instead of `logs`. */
  stdout?: number;
}

const OWNER = {
  OWNER_EMAIL: "owner@example.com",
  OWNER_PASSWORD: "a long enough password",
  OWNER_API_KEY: "ovation_test_owner_key_0123456789abcdef",
};

const METRICS_TOKEN = "ovation_test_metrics_0123456789";
/** What a scraper of a test's server sends. */
export const METRICS_HEADERS = { Authorization: `Bearer ${METRICS_TOKEN}` };

/** Once after the build, before tests run side by side: what embedded servers start from. */
export function prepareServers(): Promise<void> {
  return keepFirstStart(OWNER, async (dataDir) => (await startServer({ env: { DATA_DIR: dataDir } })).stop());
}

/**
 * Starts Ovation as a process of its own, the way `npm start` does, and waits until it is ready. It sees only the
 * environment given here, none of the one the tests run in.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = options.env?.PORT ? Number(options.env.PORT) : await freePort();
  const ownFolder = options.env?.DATA_DIR ? undefined : temporaryFolder("server");
  const env = { ...environment(port, ownFolder), ...options.env };
  const host = env.HOST ?? "127.0.0.1";
  const url = `http://${host}:${port}`;
  if (ownFolder && !options.env?.DATABASE_URL) copyFirstStart(OWNER, ownFolder);
  let child = await start();

  async function start(): Promise<Child> {
    const args = [join(import.meta.dirname, "../../scripts/start.mjs"), ...(options.dev ? ["--dev"] : [])];
    const started = startChild(process.execPath, args, { env, folder: ownFolder, stdout: options.stdout });
    await ready(`${url}/readyz`, started);
    return started;
  }

  const stop = async () => {
    // A paused process would never get the SIGTERM.
    if (child.running) child.signalAll("SIGCONT");
    return child.stop("SIGTERM");
  };
  return {
    url,
    wsUrl: `ws://${host}:${port}/ws`,
    port,
    get pid() {
      return child.pid;
    },
    ownerEmail: env.OWNER_EMAIL ?? "",
    ownerPassword: env.OWNER_PASSWORD ?? "",
    ownerApiKey: env.OWNER_API_KEY ?? "",
    dataDir: env.DATA_DIR ?? "",
    metrics: async () => (await fetch(`${url}/metrics`, { headers: METRICS_HEADERS })).text(),
    logs: () => child.logs(),
    kill: () => child.kill(),
    signal: (name) => child.signalAll(name),
    async restart() {
      await stop();
      child = await start();
    },
    async stop() {
      const code = await stop();
      if (ownFolder) await removeFolder(ownFolder);
      return code;
    },
  };
}

function environment(port: number, dataDir = ""): Record<string, string | undefined> {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    METRICS_TOKEN,
    ...OWNER,
  };
}

async function ready(url: string, child: Child): Promise<void> {
  try {
    await eventually(
      async () => {
        if (!child.running) return;
        const response = await fetch(url, { signal: AbortSignal.timeout(patience(10_000)) });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${url} says ${response.status}`);
      },
      { everyMs: 50, withinMs: START_MS },
    );
    if (!child.running) throw new Error(`it exited with code ${await child.exited}`);
  } catch (error) {
    await child.kill();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The server did not become ready: ${reason}.\n${child.logs()}`);
  }
}
