/**
 * So many at once, the others in line, and the line served in turns: one of each key after the other, so that a key with
 * four hundred in line delays another's first one by a single turn. When the line is full, the key with most in it loses its
 * last. A caller that was let in calls the given function when its work is done; between two turns everything else that
 * waits for this process comes first.
 */
export interface FairGate {
  /** Resolves with the function that makes room, or with "full". Rejects never. */
  enter(key: string): Promise<(() => void) | "full">;
  waiting(): number;
}

export interface FairGateOptions {
  atOnce: number;
  waitingMax: number;
  /** Calls back soon, after what is ready to happen now. */
  soon?(run: () => void): void;
}

type Turn = (outcome: (() => void) | "full") => void;

export function createFairGate({ atOnce, waitingMax, soon = setImmediate }: FairGateOptions): FairGate {
  /** In the order of their next turns. */
  const lines = new Map<string, Turn[]>();
  let inside = 0;
  let waiting = 0;

  function leave(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      soon(() => {
        inside -= 1;
        letIn();
      });
    };
  }

  function letIn(): void {
    while (inside < atOnce) {
      const [next] = lines;
      if (!next) return;
      const [key, line] = next;
      const turn = line.shift();
      lines.delete(key);
      if (line.length > 0) lines.set(key, line);
      waiting -= 1;
      inside += 1;
      turn?.(leave());
    }
  }

  /** Makes room in a full line. False if the newcomer's own line is the longest, so that it is the one to go. */
  function dropLast(newcomer: string): boolean {
    let longest = lines.get(newcomer)?.length ?? 0;
    let from: Turn[] | null = null;
    for (const line of lines.values()) {
      if (line.length <= longest) continue;
      longest = line.length;
      from = line;
    }
    // Longer than another one, so it does not become empty.
    const last = from?.pop();
    if (!last) return false;
    waiting -= 1;
    last("full");
    return true;
  }

  return {
    enter(key) {
      if (inside < atOnce && waiting === 0) {
        inside += 1;
        return Promise.resolve(leave());
      }
      if (waiting >= waitingMax && !dropLast(key)) return Promise.resolve("full");
      return new Promise((resolve) => {
        const line = lines.get(key) ?? [];
        line.push(resolve);
        lines.set(key, line);
        waiting += 1;
      });
    },
    waiting: () => waiting,
  };
}
