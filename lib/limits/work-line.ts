/** A line for work that takes long: few at a time, a bounded number waiting, and some lanes before others. */
export interface WorkLine<Lane extends string> {
  /** Runs `work` when its turn comes; null if the line is full or does not get there in time, and then nothing has run. */
  run<T>(lane: Lane, work: () => Promise<T>): Promise<T | null>;
}

export interface WorkLineRules<Lane extends string> {
  atOnce: number;
  /** In each lane. */
  waitingMax: number;
  /** The first lane goes first. */
  waitMaxMs: Record<Lane, number>;
}

export function createWorkLine<Lane extends string>(rules: WorkLineRules<Lane>): WorkLine<Lane> {
  let running = 0;
  const lanes = Object.keys(rules.waitMaxMs) as Lane[];
  const waiting = new Map(lanes.map((lane) => [lane, new Set<() => void>()]));

  function turn(lane: Lane): Promise<boolean> {
    if (running < rules.atOnce) {
      running += 1;
      return Promise.resolve(true);
    }
    const line = waiting.get(lane);
    if (!line || line.size >= rules.waitingMax) return Promise.resolve(false);
    return new Promise((resolve) => {
      const come = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        line.delete(come);
        resolve(false);
      }, rules.waitMaxMs[lane]);
      line.add(come);
    });
  }

  function next(): void {
    for (const line of waiting.values()) {
      for (const come of line) {
        line.delete(come);
        come();
        return;
      }
    }
    running -= 1;
  }

  return {
    async run(lane, work) {
      if (!(await turn(lane))) return null;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
