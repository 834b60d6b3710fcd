/**
 * Keeps callers from waiting for a store that does not answer. closed: calls go through. A call that fails or takes too
 * long opens the circuit: from then on nobody asks the store, but a probe does every now and then, on the session whose
 * call failed. The first probe that succeeds closes the circuit. Probes run by timer, so no caller ever pays for one.
 */
export interface Circuit {
  isOpen(): boolean;
  /** Rejects with the store's failure, or with a timeout. */
  run<T>(sessionId: string, call: () => Promise<T>): Promise<T>;
  /** Stops probing. */
  close(): void;
}

export interface CircuitOptions {
  probe(sessionId: string): Promise<unknown>;
  onChange(open: boolean, cause?: unknown): void;
  timeoutMs: number;
  probeEveryMs: number;
}

export function createCircuit({ probe, onChange, timeoutMs, probeEveryMs }: CircuitOptions): Circuit {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let open = false;
  let closed = false;

  async function run<T>(sessionId: string, call: () => Promise<T>): Promise<T> {
    try {
      return await withTimeout(call(), timeoutMs);
    } catch (error) {
      trip(sessionId, error);
      throw error;
    }
  }

  function trip(sessionId: string, cause: unknown): void {
    if (open || closed) return;
    open = true;
    probeLater(sessionId);
    onChange(true, cause);
  }

  function probeLater(sessionId: string): void {
    if (closed) return;
    timer = setTimeout(async () => {
      try {
        await withTimeout(probe(sessionId), timeoutMs);
      } catch {
        probeLater(sessionId);
        return;
      }
      if (closed) return;
      open = false;
      onChange(false);
    }, probeEveryMs);
    (timer as { unref?(): void }).unref?.();
  }

  return {
    isOpen: () => open,
    run,
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
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
