import { rmSync } from "node:fs";
import { createServer, connect as dial, type Socket } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "../folders.ts";

/** Lets Postgres be reached by a Unix socket, whose connections break on request. */
export interface UnixRelay {
  /** For `?host=`. */
  readonly folder: string;
  /** Passes nothing on any more. */
  pause(): void;
  /** Whether something was held back; whatever comes after it lies unread in the kernel. */
  full(): boolean;
  /** Closes every connection; those with something unread are reset. */
  cut(): void;
  stop(): Promise<void>;
}

export async function startUnixRelay(postgresPort: number): Promise<UnixRelay> {
  const folder = temporaryFolder("unix");
  const nears = new Set<Socket>();
  const fars = new Set<Socket>();
  const server = createServer({ highWaterMark: 1 }, (near) => {
    const far = dial(postgresPort, "127.0.0.1");
    nears.add(near);
    fars.add(far);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => near.write(bytes));
    near.on("close", () => far.destroy());
    far.on("close", () => near.end());
  });
  // The name is Postgres' own, with the port it would have.
  await new Promise<void>((resolve) => server.listen(join(folder, ".s.PGSQL.5432"), resolve));
  const cut = () => {
    for (const near of nears) near.destroy();
    nears.clear();
  };
  return {
    folder,
    pause() {
      for (const near of nears) near.pause();
    },
    full: () => [...nears].some((near) => near.readableLength > 0),
    cut,
    async stop() {
      cut();
      for (const far of fars) far.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
