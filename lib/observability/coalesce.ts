/**
 * Says when a line may be written: the first of its kind at once, those that follow within the while as one line with
 * their number. Whatever makes a server fail a thousand times a second fills neither its disk nor anybody's screen.
 */
export type Coalesce = (
  kind: string,
  /** Called at once with 1, or later with how many lines it stands for; of those only the last one's is called. */
  write: (times: number) => void,
) => void;

export const EVERY_MS = 1_000;
/** Kinds that are counted at the same time; beyond them lines pass as they are, lest the table itself grow for ever. */
const KINDS_MAX = 500;

export function createCoalesce(everyMs = EVERY_MS): Coalesce {
  const waiting = new Map<string, { times: number; write: (times: number) => void }>();

  function open(kind: string): void {
    setTimeout(() => {
      const held = waiting.get(kind);
      waiting.delete(kind);
      if (!held || held.times === 0) return;
      open(kind);
      held.write(held.times);
    }, everyMs).unref();
    waiting.set(kind, { times: 0, write: () => {} });
  }

  return function coalesce(kind, write) {
    const held = waiting.get(kind);
    if (held) {
      held.times += 1;
      held.write = write;
      return;
    }
    if (waiting.size < KINDS_MAX) open(kind);
    write(1);
  };
}
