import type { z } from "zod";
import type { Sampler } from "../kernel/trace.ts";
import { misspelled } from "./misspelled.ts";
import { type ClusterNode, VARIABLES, type VariableName } from "./variables.ts";

/** How this server runs. Read once at the start (load.ts) and passed on; nothing else looks at the environment. */
export interface Config {
  development: boolean;
  port: number;
  host: string;
  /** An origin, without a trailing slash; null when not told. */
  publicUrl: string | null;
  /** Null: the embedded database, kept in `dataDir`. */
  databaseUrl: string | null;
  /** Null: one node, leaderboard and limits in this process. */
  redis: { url: string } | { cluster: ClusterNode[] } | null;
  dataDir: string;
  /** Null: made on first start and kept in `dataDir` (secrets.ts). */
  authSecret: string | null;
  logLevel: LogLevel;
  /** Null: text at a terminal, and JSON anywhere else. */
  logFormat: "json" | "text" | null;
  /** A call of the database that takes longer is a line of the log. */
  slowCallMs: number;
  /** Whether the log may hold the names of players. */
  logNames: boolean;
  /** Whether webhooks may lead to this machine and to private networks. */
  webhooksAllowPrivate: boolean;
  /** Serves /metrics to anyone who can reach it. Null: no such port. */
  metricsPort: number | null;
  /** Opens /metrics on the public port. Null: it is not there. */
  metricsToken: string | null;
  sentryDsn: string | null;
  /** Which part of the errors is sent, from 0 to 1. */
  sentrySampleRate: number;
  /** What Sentry knows this version by; null: `ovation@` and the version of package.json. */
  sentryRelease: string | null;
  /** The OpenTelemetry collector that spans are sent to. Null: nothing is traced. */
  otlp: {
    endpoint: string;
    headers: Readonly<Record<string, string>>;
    serviceName: string;
    sampler: Sampler;
  } | null;
  /** Null: no mail is sent. */
  mail: { url: string; from: string } | null;
  /** In rooms with more players than this, answers go by the open socket. */
  socketAnswersAbove: number;
  /** How long a host's close of a question waits for phones that have neither answered nor passed. */
  closeGraceMs: number;
  /** How many reverse proxies before this server may be believed about addresses. */
  trustedProxies: number;
  ownerEmail: string | null;
  ownerPassword: string | null;
  ownerApiKey: string | null;
}

export type LogLevel = z.output<(typeof VARIABLES)["LOG_LEVEL"]["schema"]>;

/** Something in the environment is wrong; the message has one sentence per problem. */
export class BadConfig extends Error {
  readonly code = "bad_config";
}

type Environment = Record<string, string | undefined>;

/** Reads all variables, or throws a `BadConfig` that tells everything that is wrong at once. */
export function readConfig(env: Environment): Config {
  const problems = misspelled(env).map(
    ({ name, meant }) => `Unknown variable ${name}${meant ? `; did you mean ${meant}?` : "."}`,
  );

  function read<Name extends VariableName>(name: Name) {
    type Value = z.output<(typeof VARIABLES)[Name]["schema"]>;
    const given = env[name]?.trim();
    // Compose files and CI pass variables that are set to nothing.
    if (!given) return null;
    const parsed = VARIABLES[name].schema.safeParse(given);
    if (parsed.success) return parsed.data as Value;
    problems.push(problemOf(name, given));
    return null;
  }

  const redisUrl = read("REDIS_URL");
  const redisCluster = read("REDIS_CLUSTER");
  if (env.REDIS_URL?.trim() && env.REDIS_CLUSTER?.trim()) {
    problems.push("REDIS_URL and REDIS_CLUSTER are both set; keep the one that names your Redis.");
  }
  const otlpEndpoint = read("OTEL_EXPORTER_OTLP_ENDPOINT");
  const otlp = {
    headers: read("OTEL_EXPORTER_OTLP_HEADERS") ?? {},
    serviceName: read("OTEL_SERVICE_NAME") ?? "ovation",
    sampler: {
      name: read("OTEL_TRACES_SAMPLER") ?? "always_on",
      ratio: read("OTEL_TRACES_SAMPLER_ARG") ?? 1,
    },
  };
  const smtpUrl = read("SMTP_URL");
  const mailFrom = read("MAIL_FROM");
  if (smtpUrl && !mailFrom && !env.MAIL_FROM?.trim())
    problems.push("SMTP_URL is set without MAIL_FROM; say from which address mails come.");
  const config: Config = {
    development: env.NODE_ENV === "development",
    port: read("PORT") ?? 3000,
    host: read("HOST") ?? "0.0.0.0",
    publicUrl: read("PUBLIC_URL"),
    databaseUrl: read("DATABASE_URL"),
    redis: redisCluster ? { cluster: redisCluster } : redisUrl ? { url: redisUrl } : null,
    dataDir: read("DATA_DIR") ?? ".data",
    authSecret: read("AUTH_SECRET"),
    logLevel: read("LOG_LEVEL") ?? "info",
    logFormat: read("LOG_FORMAT"),
    slowCallMs: read("SLOW_STATEMENT_MS") ?? 1_000,
    logNames: read("LOG_NAMES") ?? false,
    webhooksAllowPrivate: read("WEBHOOKS_ALLOW_PRIVATE") ?? false,
    metricsPort: read("METRICS_PORT"),
    metricsToken: read("METRICS_TOKEN"),
    sentryDsn: read("SENTRY_DSN"),
    sentrySampleRate: read("SENTRY_SAMPLE_RATE") ?? 1,
    sentryRelease: read("SENTRY_RELEASE"),
    otlp: otlpEndpoint === null ? null : { endpoint: otlpEndpoint, ...otlp },
    mail: smtpUrl && mailFrom ? { url: smtpUrl, from: mailFrom } : null,
    socketAnswersAbove: read("SOCKET_ANSWERS_ABOVE") ?? 300,
    closeGraceMs: read("CLOSE_GRACE_MS") ?? 2_000,
    trustedProxies: read("TRUSTED_PROXIES") ?? 0,
    ownerEmail: read("OWNER_EMAIL")?.toLowerCase() ?? null,
    ownerPassword: read("OWNER_PASSWORD"),
    ownerApiKey: read("OWNER_API_KEY"),
  };
  if (problems.length > 0) throw new BadConfig(problems.join("\n"));
  return config;
}

function problemOf(name: VariableName, given: string): string {
  const { accepts, ...rest } = VARIABLES[name];
  if ("secret" in rest) return `${name} must be ${accepts}; ${described(given)}.`;
  return `${name} must be ${accepts}; it is “${given.slice(0, 100)}”.`;
}

/** Tells a secret apart from another without showing it. */
function described(secret: string): string {
  const scheme = /^([a-z][a-z0-9+.-]{0,11}):\/\//i.exec(secret)?.[1];
  const length = secret.length === 1 ? "1 character" : `${secret.length} characters`;
  return scheme
    ? `what was given starts with ${scheme}:// and has ${length}`
    : `what was given has ${length}`;
}
