/** Virtual time: things to do at instants, in order. Two at one instant happen in the order they were planned in. */
export interface Agenda {
  /** Milliseconds since the start. */
  now(): number;
  at(atMs: number, run: () => void): void;
  /** Runs until nothing is planned any more. */
  run(): void;
}

interface Entry {
  atMs: number;
  order: number;
  run: () => void;
}

export function createAgenda(): Agenda {
  /** A binary heap. */
  const heap: Entry[] = [];
  let nowMs = 0;
  let planned = 0;
  const before = (a: Entry, b: Entry) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  const entry = (i: number) => heap[i] as Entry;
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [entry(j), entry(i)];
  };

  function rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(entry(i), entry(parent))) return;
      swap(i, parent);
      i = parent;
    }
  }

  function sink(): void {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && before(entry(left), entry(least))) least = left;
      if (right < heap.length && before(entry(right), entry(least))) least = right;
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  }

  return {
    now: () => nowMs,
    at(atMs, run) {
      planned += 1;
      heap.push({ atMs: Math.max(atMs, nowMs), order: planned, run });
      rise(heap.length - 1);
    },
    run() {
      while (heap.length > 0) {
        const first = entry(0);
        const last = heap.pop() as Entry;
        if (heap.length > 0) {
          heap[0] = last;
          sink();
        }
        nowMs = first.atMs;
        first.run();
      }
    },
  };
}
