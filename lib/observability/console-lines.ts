import { format, stripVTControlCharacters } from "node:util";
import type { Logger } from "./logger.ts";

type Level = "error" | "warn" | "info" | "debug";

const LEVELS: Record<"error" | "warn" | "info" | "log" | "debug", Level> = {
  error: "error",
  warn: "warn",
  // Next's own messages are of no use to an operator.
  info: "debug",
  log: "debug",
  debug: "debug",
};

/**
 * From now on what libraries say on the console, Next first of all, and Node's own warnings become lines of the log like
 * any other. `levelOf` may lower one. Returns the function that undoes it.
 */
export function consoleToLogger(
  logger: Pick<Logger, Level>,
  levelOf: (level: Level) => Level = (level) => level,
): () => void {
  const before = { ...console };
  for (const [name, level] of Object.entries(LEVELS)) {
    console[name as keyof typeof LEVELS] = (...args: unknown[]) => {
      const err = args.find((arg) => arg instanceof Error);
      const said = plain(args.filter((arg) => arg !== err));
      logger[levelOf(level)]({ from: "console", ...(err ? { err } : {}) }, said || messageOf(err));
    };
  }
  // Without a listener of our own Node writes them to stderr.
  const heard = process.listeners("warning");
  const onWarning = (warning: Error) => logger.warn({ from: "node", err: warning }, warning.message);
  process.removeAllListeners("warning").on("warning", onWarning);

  return () => {
    Object.assign(console, before);
    process.removeListener("warning", onWarning);
    for (const listener of heard) process.on("warning", listener);
  };
}

/** Without colors, and without the sign by which Next marks its lines. */
function plain(args: readonly unknown[]): string {
  return stripVTControlCharacters(format(...args))
    .replace(/^\s*[✓⨯⚠○▲»]\s*/u, "")
    .trim();
}

function messageOf(err: unknown): string {
  return err instanceof Error ? err.message : "";
}
