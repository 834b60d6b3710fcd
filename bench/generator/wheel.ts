import { instantMs } from "../measure/instant.ts";

/** One timer for thousands of things to do at given instants, to a few milliseconds. */
export interface Wheel {
  at(dueAtMs: number, item: number): void;
  clear(): void;
}

const SLOT_MS = 4;

export function createWheel(run: (item: number) => void): Wheel {
  const slots = new Map<number, number[]>();
  let next = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  function turn(): void {
    const current = Math.floor(instantMs() / SLOT_MS);
    for (; next < current; next++) {
      const items = slots.get(next);
      if (!items) continue;
      slots.delete(next);
      for (const item of items) run(item);
    }
    if (slots.size === 0) stop();
  }

  function stop(): void {
    if (timer) clearInterval(timer);
    timer = null;
  }

  return {
    at(dueAtMs, item) {
      const nowSlot = Math.floor(instantMs() / SLOT_MS);
      const slot = Math.max(nowSlot, Math.floor(dueAtMs / SLOT_MS));
      const items = slots.get(slot);
      if (items) items.push(item);
      else slots.set(slot, [item]);
      if (timer) return;
      next = nowSlot;
      timer = setInterval(turn, SLOT_MS);
    },
    clear() {
      slots.clear();
      stop();
    },
  };
}
