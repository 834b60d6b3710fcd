/**
 * Processes that tests start. Each leads its own process group and has a guard: a shell that reads from a pipe this
 * process holds. However this process dies, even by SIGKILL, the pipe ends and the guard kills the group and removes
 * its folder. No Postgres or server outlives a test run.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { WAIT_MS } from "../patience.ts";
import { processTree } from "./process-tree.ts";

export interface Child {
  readonly pid: number;
  readonly running: boolean;
  /** Resolves to the exit code, or null after a signal. */
  readonly exited: Promise<number | null>;
  /** Everything written to stdout and stderr so far. */
  logs(): string;
  /** To the leader only, as a supervisor does. */
  signal(name: NodeJS.Signals): void;
  /** To the leader and all its descendants. */
  signalAll(name: NodeJS.Signals): void;
  /** Asks politely, and kills what does not end. Resolves to the exit code. */
  stop(name?: NodeJS.Signals): Promise<number | null>;
  /** SIGKILL for all of them, at once. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Whom to run as; needs root. */
  user?: { uid: number; gid: number };
  /** An open file that stdout goes to; without it what is said can be read from `logs`. */
  stdout?: number | undefined;
  /** Removed if this process dies without stopping the child. */
  folder?: string;
}

export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): Child {
  const child = spawn(command, args, {
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    cwd: options.cwd,
    ...options.user,
    detached: true,
    stdio: ["ignore", options.stdout ?? "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  let running = true;
  const exited = new Promise<number | null>((resolve) => {
    const end = (code: number | null) => {
      running = false;
      resolve(code);
    };
    child.once("exit", end);
    child.once("error", (error) => {
      output += `${command}: ${error.message}\n`;
      end(null);
    });
  });
  const pid = child.pid ?? -1;
  guard(child, options.folder);

  const signalAll = (name: NodeJS.Signals) => {
    // The group alone is not enough: each Postgres backend leads a session of its own.
    for (const each of running ? processTree(pid) : []) send(each, name);
    send(-pid, name);
  };
  const kill = async () => {
    if (pid > 0) signalAll("SIGKILL");
    await exited;
  };
  return {
    pid,
    get running() {
      return running;
    },
    exited,
    logs: () => output,
    signal: (name) => running && send(pid, name),
    signalAll,
    kill,
    async stop(name = "SIGTERM") {
      if (running) send(pid, name);
      const inTime = await Promise.race([exited.then(() => true), sleep(WAIT_MS, false, { ref: false })]);
      await kill();
      if (!inTime) throw new Error(`${command} ignored ${name} for ${WAIT_MS} ms.\n${output.slice(-4000)}`);
      return exited;
    },
  };
}

/** `read` fails when the pipe ends without a line: this process died. A line means the child ended first. */
const GUARD = 'read -r ended || { kill -s KILL -- "-$0"; [ -z "$1" ] || rm -rf -- "$1"; } 2>/dev/null';

function guard(child: ChildProcess, folder = ""): void {
  if (!child.pid) return;
  const watcher = spawn("/bin/sh", ["-c", GUARD, String(child.pid), folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  watcher.stdin.on("error", () => {});
  (watcher.stdin as unknown as { unref?(): void }).unref?.();
  child.once("exit", () => watcher.stdin.end("ended\n"));
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
