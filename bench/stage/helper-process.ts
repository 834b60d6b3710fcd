import { type ChildProcess, fork } from "node:child_process";

/** A process of the bench's own that says "ready", and ends when it is let go or the bench dies. */
export interface HelperProcess {
  pid: number;
  say(message: object): void;
  stop(): Promise<void>;
}

export async function startHelper(path: string, args: readonly (string | number)[]): Promise<HelperProcess> {
  const child: ChildProcess = fork(path, args.map(String));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${path} ended with code ${code}`)));
  });
  return {
    pid: child.pid ?? -1,
    say: (message) => void child.send(message),
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
