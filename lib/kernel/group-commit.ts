/**
 * Groups calls that arrive together into one write. After a quiet time the first item waits `lingerMs` for company. A
 * write is followed by a pause of `paceMs` in which arrivals gather, and while writes are in flight they gather, too; so
 * a stream pays for few groups, and the cost per item falls as the load grows. A full group does not wait. When more
 * than `maxWaiting` items wait, further ones are refused at once instead of queueing without bound.
 */
export interface GroupCommit<T, R> {
  /** Resolves with this item's result once its group is written; rejects if the write fails or the queue is full. */
  submit(item: T): Promise<R>;
  /** Resolves when everything submitted before this call is written or failed; does not wait for what arrives meanwhile. */
  written(): Promise<void>;
  waiting(): number;
  /** Whether `submit` would refuse. */
  full(): boolean;
}

export interface GroupCommitOptions<T, R> {
  /** Writes a group; one result per item, in order. */
  write(group: readonly T[]): Promise<readonly R[]>;
  lingerMs?: number;
  /** The least time between the starts of two groups that are not full. */
  paceMs?: number;
  maxGroup?: number;
  maxWaiting?: number;
  /** Groups written at the same time. */
  maxInFlight?: number;
  onGroup?(facts: { items: number; tookMs: number }): void;
}

/** How groups are made unless told otherwise. bench/plan simulates these. */
export const GROUP_DEFAULTS = { lingerMs: 2, paceMs: 0, maxGroup: 500, maxWaiting: 20_000, maxInFlight: 2 };

/** `submit` rejects with it when the queue is full. Compare `code`: module instances may differ. */
export class QueueFull extends Error {
  readonly code = "queue_full";
}

/** A class, since there is one for each answer of a room: an object put together from parts costs three. */
class Waiting<T, R> {
  readonly item: T;
  readonly result: Promise<R>;
  resolve!: (result: R) => void;
  reject!: (error: unknown) => void;

  constructor(item: T) {
    this.item = item;
    this.result = new Promise<R>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

export function createGroupCommit<T, R>(options: GroupCommitOptions<T, R>): GroupCommit<T, R> {
  const { lingerMs, paceMs, maxGroup, maxWaiting, maxInFlight } = { ...GROUP_DEFAULTS, ...options };
  let queue: Waiting<T, R>[] = [];
  const inFlight = new Set<readonly Waiting<T, R>[]>();
  /** Runs while the first item lingers, and during the pause after a group. */
  let timer: ReturnType<typeof setTimeout> | null = null;

  function submit(item: T): Promise<R> {
    if (full()) return Promise.reject(new QueueFull("too many items are waiting to be written"));
    const waiting = new Waiting<T, R>(item);
    queue.push(waiting);
    if (queue.length >= maxGroup) flush();
    else if (timer === null && inFlight.size < maxInFlight) timer = setTimeout(timeIsUp, lingerMs);
    return waiting.result;
  }

  function full(): boolean {
    return queue.length >= maxWaiting;
  }

  function timeIsUp(): void {
    timer = null;
    flush();
  }

  function flush(): void {
    while (queue.length > 0 && inFlight.size < maxInFlight) {
      const group = queue.slice(0, maxGroup);
      queue = queue.slice(maxGroup);
      if (timer !== null) clearTimeout(timer);
      timer = paceMs > 0 ? setTimeout(timeIsUp, paceMs) : null;
      void write(group);
    }
  }

  async function write(group: Waiting<T, R>[]): Promise<void> {
    inFlight.add(group);
    const startedAt = performance.now();
    try {
      const results = await options.write(group.map((waiting) => waiting.item));
      group.forEach((waiting, i) => {
        waiting.resolve(results[i] as R);
      });
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    } finally {
      inFlight.delete(group);
      options.onGroup?.({ items: group.length, tookMs: performance.now() - startedAt });
      if (timer === null || queue.length >= maxGroup) flush();
    }
  }

  return {
    submit,
    written: async () => {
      await Promise.allSettled([...inFlight, queue].flat().map(({ result }) => result));
    },
    waiting: () => queue.length,
    full,
  };
}
