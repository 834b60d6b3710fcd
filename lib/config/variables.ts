import { z } from "zod";
import { SAMPLERS } from "../kernel/trace.ts";

/**
 * The variables Ovation reads, each with what it accepts. The sentences are what an operator reads when one is wrong:
 * they follow "PORT must be …". `secret` values are never echoed.
 */
export const VARIABLES = {
  PORT: {
    accepts: "a port number from 0 to 65535",
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  },
  HOST: {
    accepts: "an address of this machine, such as 0.0.0.0 (all) or 127.0.0.1 (this machine only)",
    schema: z.string().regex(/^[\w.:%[\]-]+$/),
  },
  PUBLIC_URL: {
    accepts: "the address people use, such as https://quiz.example.com, without a path",
    schema: z.string().transform(origin),
  },
  DATABASE_URL: {
    accepts: "a Postgres address, such as postgres://user:password@host:5432/ovation",
    secret: true,
    schema: z.string().regex(/^postgres(ql)?:\/\/\S+$/),
  },
  REDIS_URL: {
    accepts: "a Redis address, such as redis://host:6379 or rediss://user:password@host:6379",
    secret: true,
    schema: z.string().refine((text) => isUrl(text, ["redis:", "rediss:"])),
  },
  REDIS_CLUSTER: {
    accepts: "a list of cluster nodes, such as host1:6379,host2:6379",
    schema: z.string().transform(clusterNodes),
  },
  DATA_DIR: { accepts: "a folder", schema: z.string() },
  AUTH_SECRET: {
    accepts: "at least 16 characters, such as the output of `openssl rand -base64 32`",
    secret: true,
    schema: z.string().min(16),
  },
  LOG_LEVEL: {
    accepts: "one of trace, debug, info, warn, error, fatal, silent",
    schema: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
  },
  LOG_FORMAT: {
    accepts: "json (for what collects logs) or text (for a terminal)",
    schema: z.enum(["json", "text"]),
  },
  SLOW_STATEMENT_MS: {
    accepts: "a number of milliseconds from 1 to 600000",
    schema: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .refine((ms) => ms >= 1 && ms <= 600_000),
  },
  LOG_NAMES: {
    accepts: "1 to write the names of players into the log, or 0",
    schema: z.enum(["0", "1"]).transform((text) => text === "1"),
  },
  WEBHOOKS_ALLOW_PRIVATE: {
    accepts: "1 to let webhooks lead to this machine and to private networks, also without encryption, or 0",
    schema: z.enum(["0", "1"]).transform((text) => text === "1"),
  },
  METRICS_PORT: {
    accepts: "a port number from 1 to 65535, for /metrics alone",
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535),
  },
  METRICS_TOKEN: {
    accepts: "16 to 200 characters without spaces",
    secret: true,
    schema: z.string().regex(/^\S{16,200}$/),
  },
  SENTRY_DSN: {
    accepts: "the address Sentry gives you, starting with https://",
    secret: true,
    schema: z.string().refine((text) => isUrl(text, ["https:", "http:"])),
  },
  SENTRY_SAMPLE_RATE: {
    accepts: "which part of the errors is sent, from 0 to 1, such as 0.1",
    schema: z.string().transform(ratio),
  },
  SENTRY_RELEASE: {
    accepts: "1 to 200 characters without spaces and slashes, such as ovation@1.2.0",
    schema: z.string().regex(/^[^\s/\\]{1,200}$/),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    accepts:
      "the address of an OpenTelemetry collector that takes OTLP over HTTP, such as http://collector:4318",
    schema: z.string().refine((text) => isUrl(text, ["https:", "http:"])),
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    accepts: "headers for the collector, such as api-key=secret,tenant=quiz",
    secret: true,
    schema: z.string().transform(headerList),
  },
  OTEL_SERVICE_NAME: {
    accepts: "1 to 100 characters",
    schema: z.string().max(100),
  },
  OTEL_TRACES_SAMPLER: {
    accepts: `one of ${SAMPLERS.join(", ")}`,
    schema: z.enum(SAMPLERS),
  },
  OTEL_TRACES_SAMPLER_ARG: {
    accepts: "which part of the traces is kept, from 0 to 1, such as 0.1",
    schema: z.string().transform(ratio),
  },
  SMTP_URL: {
    accepts: "the address of a mail server, such as smtp://user:password@mail.example.org:587 or smtps://…",
    secret: true,
    schema: z.string().refine((text) => isUrl(text, ["smtp:", "smtps:"])),
  },
  MAIL_FROM: {
    accepts: "a sender, such as quiz@example.org or Ovation <quiz@example.org>",
    schema: z
      .string()
      .max(300)
      .refine((text) => /^[^<>\p{Cc}]*(<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u.test(text)),
  },
  SOCKET_ANSWERS_ABOVE: {
    accepts: "a number of players from 0 (always the socket) to 1000000 (always the server action)",
    schema: z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .refine((players) => players <= 1_000_000),
  },
  CLOSE_GRACE_MS: {
    accepts: "a number of milliseconds from 500 to 30000",
    schema: z
      .string()
      .regex(/^\d{3,5}$/)
      .transform(Number)
      .refine((ms) => ms >= 500 && ms <= 30_000),
  },
  TRUSTED_PROXIES: {
    accepts: "how many reverse proxies stand before this server, from 0 (none) to 9",
    schema: z.string().regex(/^\d$/).transform(Number),
  },
  OWNER_EMAIL: {
    accepts: "an e-mail address",
    schema: z
      .string()
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+$/),
  },
  OWNER_PASSWORD: {
    accepts: "8 to 200 characters",
    secret: true,
    schema: z.string().min(8).max(200),
  },
  OWNER_API_KEY: {
    accepts: "16 to 200 characters without spaces",
    secret: true,
    schema: z.string().regex(/^\S{16,200}$/),
  },
} as const satisfies Record<string, { accepts: string; schema: z.ZodType; secret?: true }>;

export type VariableName = keyof typeof VARIABLES;

export const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[];

/** Those that `NAME_FILE` may give, too (load.ts). */
export const SECRET_NAMES = VARIABLE_NAMES.filter((name) => "secret" in VARIABLES[name]);

/** An address without path, query or trailing slash; how browsers write it in `Origin`. */
function origin(text: string, context: z.RefinementCtx): string {
  const parts = isUrl(text, ["http:", "https:"]) ? new URL(text) : null;
  if (parts && parts.pathname === "/" && !parts.search && !parts.hash && !parts.username) return parts.origin;
  context.addIssue({ code: "custom" });
  return z.NEVER;
}

export interface ClusterNode {
  host: string;
  port: number;
}

function clusterNodes(text: string, context: z.RefinementCtx): ClusterNode[] {
  const nodes = text
    .split(",")
    .map((each) => /^(?<host>[\w.-]+|\[[0-9a-f:]+\]):(?<port>\d{1,5})$/i.exec(each.trim()));
  const found = nodes.flatMap((node) => {
    const { host = "", port = "" } = node?.groups ?? {};
    return host && Number(port) <= 65_535 ? [{ host: host.replace(/^\[|\]$/g, ""), port: Number(port) }] : [];
  });
  if (found.length === nodes.length) return found;
  context.addIssue({ code: "custom" });
  return z.NEVER;
}

function ratio(text: string, context: z.RefinementCtx): number {
  if (/^(0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(text)) return Number(text);
  context.addIssue({ code: "custom" });
  return z.NEVER;
}

/** Pairs with commas between them, percent-encoded, as OpenTelemetry writes them. */
function headerList(text: string, context: z.RefinementCtx): Record<string, string> {
  try {
    const pairs = text.split(",").map((pair) => {
      const [, name = "", value = ""] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
      return [name.toLowerCase(), decodeURIComponent(value)] as const;
    });
    new Headers(pairs.map(([name, value]) => [name, value]));
    return Object.fromEntries(pairs);
  } catch {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== "";
}
