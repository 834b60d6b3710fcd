import { hostname } from "node:os";
import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import { prettyFactory } from "pino-pretty";
import { createCoalesce } from "./coalesce.ts";
import { ecsFields } from "./ecs.ts";
import type { RecentTroubles } from "./recent-troubles.ts";

export type { Logger } from "pino";

/**
 * One line per event: JSON in the Elastic Common Schema for what collects logs, or text for a person at a terminal. No transports: their worker threads do not survive bundling. Secrets that slip into a field are cut out
 * (ecs.ts). Warnings and errors of one kind are written once a second, with how many there were (`repeated`).
 */
export function createLogger(
  { logLevel, logFormat = "json" }: { logLevel: string; logFormat?: "json" | "text" },
  to: DestinationStream,
  onError?: (error: unknown, message: string, fields: Record<string, unknown>) => void,
  onTrouble?: RecentTroubles["add"],
): Logger {
  const coalesce = createCoalesce();
  const options: LoggerOptions = {
    hooks: {
      logMethod(args, method, level) {
        if (level < WARN_LEVEL) return method.apply(this, args);
        const { fields, message } = partsOf(args);
        coalesce(kindOf(level, fields, message), (times) => {
          if (level >= ERROR_LEVEL && "err" in fields) onError?.(fields.err, message, fields);
          onTrouble?.(level >= ERROR_LEVEL ? "error" : "warn", message, fields, times);
          if (times === 1) method.apply(this, args);
          else method.call(this, { ...fields, repeated: times }, message);
        });
      },
    },
    level: logLevel,
    messageKey: "message",
    base: logFormat === "json" ? SERVICE : {},
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ "log.level": level }), log: ecsFields },
  };
  return pino(options, logFormat === "text" ? asText(to) : to);
}

const SERVICE = {
  "ecs.version": "8.17.0",
  "service.name": "ovation",
  "service.node.name": hostname(),
};

function asText(to: DestinationStream): DestinationStream {
  const textOf = prettyFactory({
    colorize: process.stdout.isTTY,
    singleLine: true,
    messageKey: "message",
    timestampKey: "@timestamp",
    levelKey: "log\\.level",
    errorLikeObjectKeys: [],
    translateTime: "SYS:HH:MM:ss",
  });
  return { write: (line) => to.write(textOf(line)) };
}

/** pino's numbers; `fatal` is above both. */
const WARN_LEVEL = 40;
const ERROR_LEVEL = 50;

/** As it is called: with fields before the message, or with the message alone. */
function partsOf(args: readonly unknown[]): { fields: Record<string, unknown>; message: string } {
  const [first, second] = args;
  if (first instanceof Error) return { fields: { err: first }, message: String(second ?? first.message) };
  if (typeof first === "object" && first !== null)
    return { fields: first as Record<string, unknown>, message: String(second ?? "") };
  return { fields: {}, message: String(first) };
}

/** Lines are of one kind when they say the same of the same sort of error, whatever it was about. */
function kindOf(level: number, { err, error }: Record<string, unknown>, message: string): string {
  const { name, code, cause } = (err ?? {}) as { name?: unknown; code?: unknown; cause?: { code?: unknown } };
  return [level, message, name, code, cause?.code, error]
    .map((part) => String(part ?? "").slice(0, 200))
    .join("|");
}
