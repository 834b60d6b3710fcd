import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A free port, from the range below the kernel's ephemeral ones so that no client socket takes it first. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await canListen(port)) return port;
  }
  throw new Error("no free port found");
}

/** A Redis Cluster node also listens at its port + 10000; all of it stays below Linux's first ephemeral port, 32768. */
const FIRST = 12_000;
const LAST = 22_000;

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => {
      const { port: got } = probe.address() as AddressInfo;
      probe.close(() => resolve(got === port));
    });
  });
}
