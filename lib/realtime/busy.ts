import { performance } from "node:perf_hooks";

/** Above this share of its time this process makes others wait. */
const BUSY_FROM = 0.8;

/** Says whether this process was busy since it was last asked. */
export function createBusyWatch(): () => boolean {
  let asked = performance.eventLoopUtilization();
  return function busy() {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, asked);
    asked = now;
    return utilization > BUSY_FROM;
  };
}
