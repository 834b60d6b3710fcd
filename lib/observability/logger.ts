import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

/**
 * One JSON line per event on stdout; whatever collects the logs ships them on. No transports: their worker threads do
 * not survive bundling. Secrets that slip into a field are cut out here.
 */
export function createLogger({ logLevel }: { logLevel: string }, to?: DestinationStream): Logger {
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
    redact: { paths: SECRET_PATHS, censor: "[redacted]" },
  };
  return to ? pino(options, to) : pino(options);
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
