import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/** What the figures were taken on; without it they mean little. */
export function machine() {
  return {
    at: new Date().toISOString(),
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}
