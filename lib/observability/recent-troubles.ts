/** The latest kinds of warnings and errors of this process, for its operator: what was logged, without its fields. */
export interface RecentTroubles {
  add(level: "warn" | "error", message: string, fields: Record<string, unknown>, times: number): void;
  /** Latest first. */
  list(): Trouble[];
}

export interface Trouble {
  level: "warn" | "error";
  message: string;
  code: string | null;
  times: number;
  atMs: number;
}

const MESSAGE_MAX = 160;
const CODE_MAX = 60;

/** @param most kinds; the one that was quiet for longest gives way */
export function createRecentTroubles(now: () => number, most: number): RecentTroubles {
  // In the order in which they were last heard of.
  const kinds = new Map<string, Trouble>();
  return {
    add(level, said, { err, from }, times) {
      // What a library writes may hold anything.
      const message =
        from === undefined ? said.slice(0, MESSAGE_MAX) : "A library had something to say; see the log";
      const trouble = { level, message, code: codeOf(err) };
      const kind = JSON.stringify(trouble);
      const before = kinds.get(kind)?.times ?? 0;
      kinds.delete(kind);
      kinds.set(kind, { ...trouble, times: before + times, atMs: now() });
      const [oldest] = kinds.keys();
      if (kinds.size > most && oldest !== undefined) kinds.delete(oldest);
    },
    list: () => [...kinds.values()].reverse(),
  };
}

/** A code or the name of a class. Never the error's own text, which may hold what somebody wrote. */
function codeOf(err: unknown): string | null {
  for (
    let at = err, depth = 0;
    at instanceof Object && depth < 5;
    at = (at as { cause?: unknown }).cause, depth++
  ) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && code !== "") return code.slice(0, CODE_MAX);
  }
  const { name } = (err ?? {}) as { name?: unknown };
  return typeof name === "string" ? name.slice(0, CODE_MAX) : null;
}
