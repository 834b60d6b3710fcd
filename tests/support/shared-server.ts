import { startServer, type TestServer } from "./server.ts";

/** What a test may do with a server that others use after it. */
export type SharedServer = Omit<TestServer, "stop" | "kill" | "signal" | "restart">;

let started: Promise<TestServer> | undefined;

/**
 * A server with the usual settings, one for all the files that a worker runs: a start keeps a core busy for seconds. For files
 * that leave nothing behind that others notice: what they list they recognize as their own, and they use up no budget. The
 * others start one (./server.ts). It ends with its worker (./child.ts).
 */
export function sharedServer(): Promise<SharedServer> {
  started ??= startServer();
  return started;
}
