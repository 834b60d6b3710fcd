/** What `docker compose up` starts: the file itself, its secrets, and its Redis Cluster by the real Redis. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#lib/config/config.ts";
import { withSecretsFromFiles } from "#lib/config/load.ts";
import { VARIABLE_NAMES } from "#lib/config/variables.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { amtoolBinary, composeBinary } from "#tests/support/programs/parts.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");
const ENV = { PATH: process.env.PATH, NODE_ENV: "production" as const };
const SECRETS = join(ROOT, "ops/compose/secrets.mjs");

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

function newFolder(): string {
  const folder = temporaryFolder("compose");
  cleanUps.push(() => removeFolder(folder));
  return folder;
}

/** The file as Compose understands it, with this in .env; the lines of one service. */
async function composed(service: string, env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await execute(
    composeBinary(),
    ["-f", join(ROOT, "docker-compose.yml"), "--profile", "single", "--profile", "monitoring", "config"],
    { env: { ...ENV, HOME: newFolder(), ...env }, cwd: newFolder() },
  );
  return new RegExp(`^  ${service}:\\n((?:    .*\\n)+)`, "m").exec(stdout)?.[1] ?? "";
}

/** By name; what YAML quotes is taken out. */
function environmentOf(service: string): Record<string, string> {
  const block = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(service)?.[1] ?? "";
  const pairs = [...block.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name = "", value = ""]) => [
    name,
    value.replace(/^(['"])(.*)\1$/, "$2"),
  ]);
  return Object.fromEntries(pairs);
}

describe("docker-compose.yml", () => {
  test("[CO1] is understood with an empty .env, and what it passes on is a configuration", async () => {
    for (const service of ["ovation", "single"]) {
      const { DATABASE_URL_FILE: _, AUTH_SECRET_FILE: __, ...env } = environmentOf(await composed(service));
      expect(Object.keys(env).length).toBeGreaterThan(5);
      expect(readConfig(env)).toMatchObject({ metricsPort: 9464 });
    }
  });

  test("[CO1] every variable reaches the server", async () => {
    // The image sets where it listens and keeps things; secrets made at the start come as files.
    const ofImage = ["PORT", "HOST", "DATA_DIR"];
    const passed = Object.keys(environmentOf(await composed("ovation"))).map((name) =>
      name.replace(/_FILE$/, ""),
    );
    expect([...passed, ...ofImage].sort()).toEqual([...VARIABLE_NAMES].sort());
    const alone = Object.keys(environmentOf(await composed("single")));
    const onOthers = ["DATABASE_URL", "REDIS_URL", "REDIS_CLUSTER"];
    expect([...alone, ...ofImage, ...onOthers].sort()).toEqual([...VARIABLE_NAMES].sort());
  });

  test("[CO1] what .env says is passed on", async () => {
    const given = {
      PUBLIC_URL: "https://quiz.example.com",
      TRUSTED_PROXIES: "2",
      SENTRY_DSN: "https://a@b.example/1",
    };
    expect(environmentOf(await composed("ovation", given))).toMatchObject(given);
    expect(await composed("balancer", { PORT: "8088" })).toContain("published: 8088");
  });

  test("[CO1] every variable that it reads stands in .env.example", () => {
    const names = (path: string, pattern: RegExp) =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(pattern)].map(([, name]) => name);
    const explained = names(".env.example", /^# ([A-Z_]+)=/gm);
    expect(names("docker-compose.yml", /\$\{([A-Z_]+)/g).filter((name) => !explained.includes(name))).toEqual(
      [],
    );
  });

  test("[CO5] the monitoring is on this machine's own ports, and with what ships", async () => {
    for (const [service, port] of [
      ["prometheus", "9090"],
      ["alertmanager", "9093"],
      ["grafana", "3001"],
    ] as const) {
      const lines = await composed(service);
      const published = /^ {4}ports:\n((?: {4}[- ].*\n)+)/m.exec(lines)?.[1];
      // One line, or some in its place: releases of Compose write it differently.
      expect(published).toMatch(new RegExp(`127\\.0\\.0\\.1[\\s\\S]*\\b${port}\\b`));
      expect(published?.match(/^ {4}- /gm)).toHaveLength(1);
    }
    expect(await composed("prometheus")).toContain(join(ROOT, "ops/prometheus"));
    // The nodes tell their metrics where Prometheus asks.
    expect(readFileSync(join(ROOT, "ops/prometheus/prometheus.yml"), "utf8")).toContain(
      `port: ${environmentOf(await composed("ovation")).METRICS_PORT}\n`,
    );
    expect(Object.keys(environmentOf(await composed("monitoring"))).sort()).toEqual([
      "ALERT_EMAIL",
      "ALERT_SMTP_URL",
      "ALERT_WEBHOOK_URL",
      "GRAFANA_PASSWORD",
    ]);
  });

  test("[CO1] the files it mounts are there", () => {
    const file = readFileSync(join(ROOT, "docker-compose.yml"), "utf8");
    const mounted = [...file.matchAll(/- (\.\/\S+?):/g)].map(([, path = ""]) => path);
    expect(mounted.length).toBeGreaterThan(2);
    expect(mounted.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("[CO1] the image has every source that the build is checked against", () => {
    const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
    const final = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    const copied = [...final.matchAll(/\/app\/([\w./-]+)/g)].map(([, path]) => path);
    const [, sources = ""] = /const SOURCES = \[([\s\S]*?)\];/.exec(
      readFileSync(join(ROOT, "scripts/build-if-stale.mjs"), "utf8"),
    )!;
    const needed = [...sources.matchAll(/"([^"]+)"/g)].map(([, path = ""]) => path);
    expect(needed.length).toBeGreaterThan(8);
    const isCopied = (path: string) =>
      copied.some((each = "") => path === each || path.startsWith(`${each}/`));
    expect(needed.filter((path) => existsSync(join(ROOT, path)) && !isCopied(path))).toEqual([]);
  });
});

describe("the secrets", () => {
  const make = (folder: string, env: Record<string, string> = {}) =>
    execute(process.execPath, [SECRETS, folder], { env: { ...ENV, ...env } });
  const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8").trim();

  test("[CO2] are made once, long and of one piece with the database's address", async () => {
    const folder = newFolder();
    await make(folder);
    const password = read(folder, "postgres-password");
    const url = read(folder, "database-url");
    expect(password.length).toBeGreaterThan(30);
    expect(decodeURIComponent(new URL(url).password)).toBe(password);
    const env = {
      DATABASE_URL_FILE: join(folder, "database-url"),
      AUTH_SECRET_FILE: join(folder, "auth-secret"),
    };
    expect(readConfig(withSecretsFromFiles(env))).toMatchObject({ databaseUrl: url });
    const auth = read(folder, "auth-secret");
    await make(folder);
    expect([read(folder, "postgres-password"), read(folder, "auth-secret")]).toEqual([password, auth]);
  });

  test("[CO2] a password of any signs is taken from .env and written as an address needs it", async () => {
    const folder = newFolder();
    const password = "p@ss/w:rd#? 100%";
    await make(folder, { POSTGRES_PASSWORD: password });
    expect(read(folder, "postgres-password")).toBe(password);
    expect(decodeURIComponent(new URL(read(folder, "database-url")).password)).toBe(password);
    await make(folder, { DATABASE_URL: "postgres://elsewhere/ovation" });
    expect(read(folder, "database-url")).toBe("postgres://elsewhere/ovation");
  });

  test("[CO2] another password than the database was made with stops the start with what to do", async () => {
    const folder = newFolder();
    await make(folder, { POSTGRES_PASSWORD: "the first one" });
    const failed = await make(folder, { POSTGRES_PASSWORD: "another one" }).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^POSTGRES_PASSWORD in \.env is not the one .*\(ALTER USER/);
    expect(failed.stderr).not.toContain("another one");
    expect(read(folder, "postgres-password")).toBe("the first one");
  });
});

describe("the monitoring", () => {
  const make = async (env: Record<string, string>) => {
    const folder = newFolder();
    await execute(process.execPath, [join(ROOT, "ops/compose/monitoring.mjs"), folder], {
      env: { ...ENV, ...env },
    });
    return folder;
  };
  const configuration = (folder: string) => readFileSync(join(folder, "alertmanager.yml"), "utf8");

  test("[CO5] tells a webhook, people by mail, both or nobody, as Alertmanager understands it", async () => {
    const webhook = { ALERT_WEBHOOK_URL: "https://alerts.example.com/ovation" };
    const mail = {
      ALERT_EMAIL: "ops@example.com",
      ALERT_SMTP_URL: "smtp://me%40example.com:p%3Aw@mail.example.com",
    };
    for (const env of [{}, webhook, mail, { ...webhook, ...mail }]) {
      const folder = await make(env);
      const { stdout } = await execute(amtoolBinary(), ["check-config", join(folder, "alertmanager.yml")]);
      expect(stdout).toContain("SUCCESS");
      expect(readFileSync(join(folder, "grafana-password"), "utf8").length).toBeGreaterThan(30);
    }
    const both = configuration(await make({ ...webhook, ...mail }));
    for (const part of [webhook.ALERT_WEBHOOK_URL, "ops@example.com", "mail.example.com:587", '"p:w"'])
      expect(both).toContain(part);
  });

  test("[CO5] what cannot be used is one sentence, without the password in it", async () => {
    for (const [env, says] of [
      [{ ALERT_EMAIL: "ops@example.com" }, /^ALERT_EMAIL needs ALERT_SMTP_URL: /],
      [{ ALERT_WEBHOOK_URL: "alerts" }, /^ALERT_WEBHOOK_URL is not an address: /],
      [{ ALERT_EMAIL: "ops@example.com", ALERT_SMTP_URL: "hunter2" }, /^ALERT_SMTP_URL is not an address: /],
    ] as const) {
      const failed = await make(env as Record<string, string>).catch((error) => error);
      expect([failed.code, failed.stderr]).toEqual([1, expect.stringMatching(says)]);
      expect(failed.stderr).not.toContain("hunter2");
    }
  });
});

describe("the Redis Cluster", () => {
  let members: TestRedis[];
  /** The very configuration that ships; its first lines win nothing over what a test needs around it. */
  const settings = Object.fromEntries(
    readFileSync(join(ROOT, "ops/redis/redis.conf"), "utf8")
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => [
        line.slice(0, line.indexOf(" ")),
        line.slice(line.indexOf(" ") + 1).replace(/^""$/, ""),
      ]),
  );
  beforeAll(async () => {
    members = await Promise.all(Array.from({ length: 6 }, () => startRedis(settings)));
  });
  afterAll(() => Promise.all(members.map((member) => member.stop())));

  const form = () =>
    execute(
      join(ROOT, "ops/redis/form-cluster.sh"),
      members.map(({ port }) => `localhost:${port}`),
    );
  const nodes = () => members[0]!.command("cluster", "nodes");

  test("[CO3] is formed of six, three masters with a replica each, and once", async () => {
    expect((await form()).stdout).toContain("The Redis Cluster of 6 nodes is ready.");
    const formed = await nodes();
    expect(formed.match(/\bmaster\b/g)).toHaveLength(3);
    expect(formed.match(/\bslave\b/g)).toHaveLength(3);
    await members[0]!.command("-c", "set", "kept", "yes");
    expect((await form()).stdout).toContain("is ready");
    expect(await members[0]!.command("-c", "get", "kept")).toBe("yes");
  });

  test("[CO3] one that was left half formed is made whole", async () => {
    for (const member of members) {
      await member.command("flushall").catch(() => "");
      await member.command("cluster", "reset", "hard");
    }
    await members[0]!.command("cluster", "meet", "127.0.0.1", String(members[1]!.port));
    await members[0]!.command("cluster", "addslotsrange", "0", "100");
    const { stdout } = await form();
    expect(stdout).toContain("only half formed");
    expect(stdout).toContain("The Redis Cluster of 6 nodes is ready.");
    expect(await members[3]!.command("cluster", "info")).toContain("cluster_slots_assigned:16384");
  });

  test("[CO3] too few nodes, or one that does not answer, are named", async () => {
    const script = join(ROOT, "ops/redis/form-cluster.sh");
    const few = await execute(script, ["a:1", "b:2"]).catch((error) => error);
    expect([few.code, few.stderr.trim()]).toEqual([
      2,
      "A cluster with replicas needs six nodes or more; 2 were given.",
    ]);
    const silent = await execute(
      script,
      Array.from({ length: 6 }, () => "localhost:1"),
      {
        env: { ...process.env, TRIES: "1" },
      },
    ).catch((error) => error);
    expect([silent.code, silent.stderr.trim()]).toEqual([1, "Redis at localhost:1 does not answer."]);
  });
});

test("[CO1] nothing that an image must not have is sent to its build", () => {
  const ignored = readFileSync(join(ROOT, ".dockerignore"), "utf8").split("\n");
  for (const name of [".git", ".env*", ".data", "node_modules", "tests", "e2e", "bench"])
    expect(ignored).toContain(name);
});
