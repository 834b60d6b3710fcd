import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";

export type { Logger } from "pino";

/**
 * One JSON line per event on stdout; whatever collects the logs ships them on. No transports: their worker threads do
 * not survive bundling. Secrets that slip into a field are cut out here.
 */
export function createLogger(
  { logLevel }: { logLevel: string },
  to?: DestinationStream,
  onError?: (error: unknown, message: string) => void,
): Logger {
  const options: LoggerOptions = {
    hooks: {
      logMethod(args, method, level) {
        const [fields, message] = args as unknown[];
        if (level >= ERROR_LEVEL && fields instanceof Object && "err" in fields)
          onError?.(fields.err, String(message));
        method.apply(this, args);
      },
    },
    level: logLevel,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
    redact: { paths: SECRET_PATHS, censor: "[redacted]" },
  };
  return to ? pino(options, to) : pino(options);
}

/** pino's number for `error`; `fatal` is above it. */
const ERROR_LEVEL = 50;

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
