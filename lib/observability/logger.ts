import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from "pino";
import { createCoalesce } from "./coalesce.ts";

export type { Logger } from "pino";

/**
 * One JSON line per event on stdout; whatever collects the logs ships them on. No transports: their worker threads do
 * not survive bundling. Secrets that slip into a field are cut out here. Warnings and errors of one kind are written once
 * a second, with how many there were (`repeated`).
 */
export function createLogger(
  { logLevel }: { logLevel: string },
  to?: DestinationStream,
  onError?: (error: unknown, message: string) => void,
): Logger {
  const coalesce = createCoalesce();
  const options: LoggerOptions = {
    hooks: {
      logMethod(args, method, level) {
        if (level < WARN_LEVEL) return method.apply(this, args);
        const { fields, message } = partsOf(args);
        coalesce(kindOf(level, fields, message), (times) => {
          if (level >= ERROR_LEVEL && "err" in fields) onError?.(fields.err, message);
          if (times === 1) method.apply(this, args);
          else method.call(this, { ...fields, repeated: times }, message);
        });
      },
    },
    serializers: { err: serializedError },
    level: logLevel,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
    redact: { paths: SECRET_PATHS, censor: "[redacted]" },
  };
  return to ? pino(options, to) : pino(options);
}

const MESSAGE_MAX = 1_000;

/** Drizzle puts what people wrote behind the statement that failed, however long it is. */
function serializedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const serialized = stdSerializers.err(error);
  const short = (text: string) =>
    text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, "").slice(0, 4 * MESSAGE_MAX);
  const { cause } = error;
  const why = cause instanceof Error ? [short(cause.message)] : [];
  serialized.message = [short(error.message), ...why].join(": ").slice(0, MESSAGE_MAX);
  serialized.stack = short(serialized.stack ?? "");
  delete (serialized as { params?: unknown }).params;
  return serialized;
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

const SECRETS = ["password", "token", "apiKey", "joinKey", "secret", "authorization", "cookie"];
const SECRET_PATHS = [
  ...SECRETS,
  ...SECRETS.map((name) => `*.${name}`),
  ...SECRETS.map((name) => `*.*.${name}`),
  'headers["set-cookie"]',
  '*.headers["set-cookie"]',
  // What the database driver adds to its errors: names and answers of players.
  "err.parameters",
  "err.args",
  "err.params",
  "err.cause.parameters",
  "err.cause.args",
];
