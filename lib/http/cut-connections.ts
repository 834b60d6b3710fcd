import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { CutReason } from "./connections.ts";

/** A line for each reason at most once in this time. */
const TOLD_EVERY_MS = 60_000;
/** In that time. A phone in a tunnel stops in the middle of a request, too. Browsers open silent connections all day. */
const TOLD_FROM: Record<CutReason, number> = {
  too_many_waiting: 1,
  full: 1,
  slow_headers: 20,
  silent: 1_000,
};

/** Counts connections that were cut, and says so in the log without being flooded itself. */
export function reportCutConnections(
  logger: Logger,
  metrics: Pick<Metrics, "connectionCut">,
  clock: Clock,
): (reason: CutReason, address: string) => void {
  const periods = new Map<CutReason, { sinceMs: number; count: number }>();
  return (reason, address) => {
    metrics.connectionCut(reason);
    const nowMs = clock.now();
    let period = periods.get(reason);
    if (!period || nowMs - period.sinceMs >= TOLD_EVERY_MS) {
      period = { sinceMs: nowMs, count: 0 };
      periods.set(reason, period);
    }
    period.count += 1;
    if (period.count === TOLD_FROM[reason])
      logger.warn(
        { reason, address, count: period.count },
        "Cutting connections that do not finish a request",
      );
  };
}
