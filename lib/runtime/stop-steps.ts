import { inTime } from "../kernel/deadline.ts";
import type { Logger } from "../observability/logger.ts";

/** One thing to end at a stop, and how long it may take. */
export interface StopStep {
  /** For the log, after "while": "closing Redis". */
  doing: string;
  run(): Promise<unknown> | unknown;
  withinMs: number;
}

/**
 * Ends one thing after the other. What fails or takes too long is logged and left behind: a stop that waits for somebody
 * else never ends, and nothing that was acknowledged hangs on it.
 */
export async function stopInOrder(logger: Logger, steps: readonly StopStep[]): Promise<void> {
  for (const { doing, run, withinMs } of steps) {
    try {
      const done = await inTime(Promise.resolve(run()), withinMs);
      if (done === "late") logger.warn({ withinMs }, `Gave up waiting while ${doing}`);
    } catch (error) {
      logger.error({ err: error }, `Failed while ${doing}`);
    }
  }
}
