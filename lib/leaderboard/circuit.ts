/**
 * Keeps callers from waiting for a store that does not answer. closed: calls go through. A call that fails or takes too
 * long opens the circuit: from then on only a probe asks the store now and then, on the session whose
 * call failed. The first probe that succeeds closes the circuit. Probes run by timer, so no caller ever pays for one.
 *
 * A store may have parts that fail apart, like the servers of a cluster. Each part's circuit opens and closes by itself.
 */
export interface Circuit {
  isOpen(sessionId: string): boolean;
  /** Whether any part's is. */
  anyOpen(): boolean;
  /** Rejects with the store's failure, or with a timeout. */
  run<T>(sessionId: string, call: () => Promise<T>): Promise<T>;
  /** Stops probing. */
  close(): void;
}

export interface CircuitOptions {
  probe(sessionId: string): Promise<unknown>;
  onOpen(cause: unknown): void;
  onClosed(): void;
  partOf(sessionId: string): string;
  timeoutMs: number;
  probeEveryMs: number;
}

export function createCircuit(options: CircuitOptions): Circuit {
  const { probe, partOf, timeoutMs, probeEveryMs } = options;
  /** The next probe of each part that is open. */
  const probes = new Map<string, ReturnType<typeof setTimeout>>();
  let ended = false;

  async function run<T>(sessionId: string, call: () => Promise<T>): Promise<T> {
    try {
      return await withTimeout(call(), timeoutMs);
    } catch (error) {
      trip(sessionId, error);
      throw error;
    }
  }

  function trip(sessionId: string, cause: unknown): void {
    if (ended || probes.has(partOf(sessionId))) return;
    probeLater(sessionId);
    options.onOpen(cause);
  }

  function probeLater(sessionId: string): void {
    if (ended) return;
    const timer = setTimeout(async () => {
      try {
        await withTimeout(probe(sessionId), timeoutMs);
      } catch {
        probeLater(sessionId);
        return;
      }
      if (ended) return;
      probes.delete(partOf(sessionId));
      options.onClosed();
    }, probeEveryMs);
    (timer as { unref?(): void }).unref?.();
    probes.set(partOf(sessionId), timer);
  }

  return {
    isOpen: (sessionId) => probes.has(partOf(sessionId)),
    anyOpen: () => probes.size > 0,
    run,
    close() {
      ended = true;
      for (const timer of probes.values()) clearTimeout(timer);
    },
  };
}

/** Above this a timer was late because this process was busy, not because the store is slow. */
const BUSY_MS = 100;

export async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dueAtMs = performance.now() + timeoutMs;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`no answer within ${timeoutMs} ms`));
    timer = setTimeout(() => {
      // The answer may lie there unread: timers come before what has arrived. What was lost to ourselves is given back.
      const busyMs = performance.now() - dueAtMs;
      timer = setTimeout(giveUp, busyMs > BUSY_MS ? Math.min(busyMs, timeoutMs) : 0);
    }, timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
