/**
 * Groups calls that arrive together into one write. The first item waits `lingerMs` for company; while writes are in
 * flight, arrivals gather, so groups grow with the load and the cost per item falls. When more than `maxWaiting` items
 * wait, further ones are refused at once instead of queueing without bound.
 */
export interface GroupCommit<T, R> {
  /** Resolves with this item's result once its group is written; rejects if the write fails or the queue is full. */
  submit(item: T): Promise<R>;
  /** Resolves when everything submitted before this call is written or failed, whatever arrives meanwhile. */
  written(): Promise<void>;
  waiting(): number;
}

export interface GroupCommitOptions<T, R> {
  /** Writes a group; one result per item, in order. */
  write(group: readonly T[]): Promise<readonly R[]>;
  lingerMs?: number;
  maxGroup?: number;
  maxWaiting?: number;
  /** Groups written at the same time. */
  maxInFlight?: number;
  onGroup?(facts: { items: number; tookMs: number }): void;
}

/** What `submit` rejects with when the queue is full. Compare `code`: module instances may differ. */
export class QueueFull extends Error {
  readonly code = "queue_full";
}

interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

export function createGroupCommit<T, R>(options: GroupCommitOptions<T, R>): GroupCommit<T, R> {
  const { lingerMs = 2, maxGroup = 500, maxWaiting = 20_000, maxInFlight = 2 } = options;
  let queue: Waiting<T, R>[] = [];
  let inFlight = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const pending = new Set<Promise<R>>();

  function submit(item: T): Promise<R> {
    if (queue.length >= maxWaiting)
      return Promise.reject(new QueueFull("too many items are waiting to be written"));
    const result = new Promise<R>((resolve, reject) => {
      queue.push({ item, resolve, reject });
    });
    pending.add(result);
    if (queue.length >= maxGroup) flush();
    else if (timer === null && inFlight < maxInFlight) timer = setTimeout(flush, lingerMs);
    return result.finally(() => pending.delete(result));
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    while (queue.length > 0 && inFlight < maxInFlight) {
      const group = queue.slice(0, maxGroup);
      queue = queue.slice(maxGroup);
      void write(group);
    }
  }

  async function write(group: Waiting<T, R>[]): Promise<void> {
    inFlight++;
    const startedAt = performance.now();
    try {
      const results = await options.write(group.map((waiting) => waiting.item));
      group.forEach((waiting, i) => {
        waiting.resolve(results[i] as R);
      });
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    } finally {
      inFlight--;
      options.onGroup?.({ items: group.length, tookMs: performance.now() - startedAt });
      if (queue.length > 0) flush();
    }
  }

  return {
    submit,
    written: async () => {
      await Promise.allSettled(pending);
    },
    waiting: () => queue.length,
  };
}
