/**
 * The fields of a log line by their names in the Elastic Common Schema, and what the schema does not know under
 * `ovation.*`. The index template (ops/logs/index-template.json) has each of them; any other field becomes a label.
 * https://www.elastic.co/docs/reference/ecs
 */
const NAMES: Readonly<Record<string, string>> = {
  action: "event.action",
  outcome: "event.outcome",
  reason: "event.reason",
  traceId: "trace.id",
  hostId: "user.id",
  method: "http.request.method",
  status: "http.response.status_code",
  route: "http.route",
  from: "log.logger",
  sessionId: "session.id",
  playerId: "player.id",
  playerName: "player.name",
  before: "ovation.before",
  phase: "ovation.phase",
  question: "ovation.question",
  command: "ovation.command",
  operation: "ovation.operation",
  part: "ovation.part",
  bytesIn: "source.bytes",
  bytesOut: "destination.bytes",
  role: "ovation.role",
  door: "ovation.door",
  closeCode: "ovation.close_code",
  count: "ovation.count",
  repeated: "ovation.repeated",
  statement: "ovation.statement",
  players: "ovation.players",
  seconds: "ovation.seconds",
};

/** Bounds what one field of a line may take. */
const TEXT_MAX = 1_000;

const NS_PER_MS = 1_000_000;

/** The fields given to a logger, in the form of the line. */
export function ecsFields(given: Record<string, unknown>): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  const labels: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    if (name === "err") Object.assign(line, errorFields(value));
    else if (name === "tookMs") line["event.duration"] = Math.round(Number(value) * NS_PER_MS);
    else if (NAMES[name] !== undefined) line[NAMES[name]] = value;
    else labels[name] = isSecret(name) ? REDACTED : textOf(value);
  }
  if (Object.keys(labels).length > 0) line.labels = labels;
  return line;
}

const SECRETS = new Set([
  "password",
  "token",
  "apikey",
  "joinkey",
  "secret",
  "authorization",
  "cookie",
  "pin",
]);
const REDACTED = "[redacted]";

function isSecret(name: string): boolean {
  return SECRETS.has(name.toLowerCase()) || name.toLowerCase() === "set-cookie";
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.slice(0, TEXT_MAX);
  const withoutSecrets = (name: string, part: unknown) => (isSecret(name) ? REDACTED : part);
  return (JSON.stringify(value, withoutSecrets) ?? String(value)).slice(0, TEXT_MAX);
}

/** Drizzle puts what people wrote behind the statement that failed, however long it is. */
function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { "error.message": textOf(error) };
  const why = error.cause instanceof Error ? [withoutParams(error.cause.message)] : [];
  const code = codeOf(error) ?? codeOf(error.cause);
  return {
    "error.type": error.name,
    "error.message": [withoutParams(error.message), ...why].join(": ").slice(0, TEXT_MAX),
    "error.stack_trace": withoutParams(error.stack ?? "").slice(0, 4 * TEXT_MAX),
    ...(code === null ? {} : { "error.code": code }),
  };
}

function withoutParams(text: string): string {
  return text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, "");
}

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" || typeof code === "number" ? String(code) : null;
}
