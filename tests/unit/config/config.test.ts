import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "#lib/config/config.ts";
import { withSecretsFromFiles } from "#lib/config/load.ts";
import { VARIABLE_NAMES } from "#lib/config/variables.ts";

const problems = (env: Record<string, string>) => thrown(() => readConfig(env));

function thrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect((error as { code?: string }).code).toBe("bad_config");
    return (error as Error).message;
  }
  return "";
}

test("[CFG1] an empty environment is a fine one", () => {
  expect(readConfig({})).toEqual({
    development: false,
    port: 3000,
    host: "0.0.0.0",
    publicUrl: null,
    databaseUrl: null,
    redis: null,
    dataDir: ".data",
    authSecret: null,
    logLevel: "info",
    logFormat: null,
    slowCallMs: 1_000,
    logNames: false,
    webhooksAllowPrivate: false,
    metricsPort: null,
    metricsToken: null,
    sentryDsn: null,
    sentrySampleRate: 1,
    sentryRelease: null,
    otlp: null,
    socketAnswersAbove: 300,
    closeGraceMs: 2_000,
    trustedProxies: 0,
    ownerEmail: null,
    ownerPassword: null,
    ownerApiKey: null,
    mail: null,
  });
  expect(readConfig({ REDIS_URL: "", PORT: " " })).toEqual(readConfig({}));
});

test("[CFG1] every variable is read", () => {
  const config = readConfig({
    NODE_ENV: "development",
    PORT: "8080",
    HOST: "::1",
    PUBLIC_URL: "https://quiz.example.com/",
    DATABASE_URL: "postgres://u:p@db/ovation",
    REDIS_CLUSTER: "a:6379, [::1]:6380",
    SOCKET_ANSWERS_ABOVE: "0",
    CLOSE_GRACE_MS: "500",
    OWNER_EMAIL: "Ada@Example.com",
  });
  expect(config).toMatchObject({
    development: true,
    port: 8080,
    publicUrl: "https://quiz.example.com",
    redis: {
      cluster: [
        { host: "a", port: 6379 },
        { host: "::1", port: 6380 },
      ],
    },
    socketAnswersAbove: 0,
    closeGraceMs: 500,
    ownerEmail: "ada@example.com",
  });
});

test.each([
  ["PORT", "99999", "PORT must be a port number from 0 to 65535; it is “99999”."],
  ["PORT", "80a", "PORT must be a port number from 0 to 65535; it is “80a”."],
  ["PUBLIC_URL", "quiz.example.com", "PUBLIC_URL must be the address people use"],
  ["PUBLIC_URL", "https://example.com/quiz", "without a path; it is “https://example.com/quiz”."],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of trace, debug"],
  ["REDIS_CLUSTER", "a:6379,b", "REDIS_CLUSTER must be a list of cluster nodes"],
  ["OWNER_EMAIL", "ada", "OWNER_EMAIL must be an e-mail address; it is “ada”."],
  ["SOCKET_ANSWERS_ABOVE", "-1", "SOCKET_ANSWERS_ABOVE must be a number of players"],
  ["CLOSE_GRACE_MS", "499", "CLOSE_GRACE_MS must be a number of milliseconds"],
  ["CLOSE_GRACE_MS", "30001", "CLOSE_GRACE_MS must be a number of milliseconds"],
])("[CFG2] %s=%s is refused in one sentence", (name, value, sentence) => {
  expect(problems({ [name]: value })).toContain(sentence);
  expect(problems({ [name]: value }).split("\n")).toHaveLength(1);
});

test("[CFG2] all problems are told at once", () => {
  expect(problems({ PORT: "x", LOG_LEVEL: "y", REDIS_URI: "z" }).split("\n")).toHaveLength(3);
});

test.each([
  ["DATABASE_URL", "mysql://root:hunter2hunter2@db/x"],
  ["REDIS_URL", "http://:hunter2hunter2@redis:6379"],
  ["OWNER_PASSWORD", "hunter2"],
  ["OWNER_API_KEY", "hunter2"],
  ["AUTH_SECRET", "hunter2"],
])("[CFG3] a malformed %s is never repeated", (name, value) => {
  const message = problems({ [name]: value });
  expect(message).toContain(`${name} must be`);
  expect(message).not.toContain("hunter2");
});

test("[CFG4] Redis is one or the other", () => {
  expect(problems({ REDIS_URL: "redis://a", REDIS_CLUSTER: "a:1" })).toContain("both set");
});

describe("[CFG5] misspelled variables stop the start", () => {
  test.each([
    ["OWNER_MAIL", "OWNER_EMAIL"],
    ["REDIS_URI", "REDIS_URL"],
    ["DATABSE_URL", "DATABASE_URL"],
    ["SOCKET_ANSWER_ABOVE", "SOCKET_ANSWERS_ABOVE"],
    ["redis_url", "REDIS_URL"],
    ["OVATION_REDIS_URL", "REDIS_URL"],
    ["OVATION_PORT_", ""],
  ])("%s", (name, meant) => {
    const message = problems({ [name]: "x" });
    expect(message).toBe(
      meant ? `Unknown variable ${name}; did you mean ${meant}?` : `Unknown variable ${name}.`,
    );
  });

  test.each([
    "PATH",
    "HOME",
    "POST",
    "HOSTS",
    "NODE_ENV",
    "REDIS_PORT",
    "XDG_DATA_DIRS",
    "AUTH_TOKEN",
    "OVATION_SERVICE_HOST",
    "OVATION_PORT",
    "OVATION_PORT_80_TCP_ADDR",
  ])("%s is somebody else's", (name) => expect(problems({ [name]: "x" })).toBe(""));
});

test("[CFG6] .env.example names every variable", () => {
  const [ofServers = ""] = readFileSync(".env.example", "utf8").split("# --- Around the servers");
  const named = [...ofServers.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...VARIABLE_NAMES].sort());
});

describe("[CFG8] secrets come from files, too", () => {
  const folder = mkdtempSync(join(tmpdir(), "ovation-config-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test("a file stands for the secret, its last line break aside", () => {
    const env = withSecretsFromFiles({
      AUTH_SECRET_FILE: file("auth", "a secret from a file\n"),
      DATABASE_URL_FILE: file("database", "postgres://ovation:p%40ss@postgres/ovation\r\n"),
      OWNER_API_KEY: "a-key-of-its-own-right",
      METRICS_TOKEN_FILE: " ",
    });
    expect(readConfig(env)).toMatchObject({
      authSecret: "a secret from a file",
      databaseUrl: "postgres://ovation:p%40ss@postgres/ovation",
      ownerApiKey: "a-key-of-its-own-right",
      metricsToken: null,
    });
  });

  test("each file that does not serve is told, without what it holds", () => {
    const message = thrown(() =>
      withSecretsFromFiles({
        AUTH_SECRET: "one of the two of them",
        AUTH_SECRET_FILE: file("second", "another of the two"),
        OWNER_PASSWORD_FILE: join(folder, "nowhere"),
        SENTRY_DSN_FILE: file("empty", "\n"),
      }),
    );
    expect(message.split("\n")).toEqual([
      "AUTH_SECRET and AUTH_SECRET_FILE are both set; keep one.",
      `SENTRY_DSN_FILE names ${join(folder, "empty")}, which is empty.`,
      `OWNER_PASSWORD_FILE names ${join(folder, "nowhere")}, which cannot be read (ENOENT).`,
    ]);
  });
});
