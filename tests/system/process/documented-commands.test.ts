/** Every command that README and docs tell people to type: run here, or shown to be understood by what it is typed to. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentedCommands } from "#tests/support/documented-commands.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { composeBinary, redisBinaries } from "#tests/support/programs/parts.ts";
import { startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");
const SCRIPTS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts as Record<
  string,
  string
>;

let server: TestServer;
let database: TestPostgres;
let redis: TestRedis;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder("commands");
  writeFileSync(join(folder, "quiz.csv"), "question,answer 1,answer 2,correct\nWhich?,a,b,1\n");
  [server, database, redis] = await Promise.all([
    startServer(),
    startPostgres(),
    startRedis({ "cluster-enabled": "yes" }),
  ]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), database?.stop(), redis?.stop()]);
  if (folder) await removeFolder(folder);
});

/** How a command is checked; the first that fits. Throws, or gives a sentence about what is wrong. */
const CHECKS: [RegExp, (command: string) => Promise<unknown> | unknown][] = [
  // What installs and what starts is what the tests themselves have done; each script's own tests are named by the rest.
  [/^npm (?:ci|start|test)$/, () => true],
  [/^npm run ([\w:]+)/, scriptIsThere],
  [/^npx vitest run/, vitestKnows],
  [/^node (scripts|ops)\//, (command) => exists(command.split(" ")[1]!)],
  [/^curl /, (command) => shell(command.replaceAll("http://localhost:3000", server.url))],
  [/^openssl rand /, shell],
  [/^openssl s_client /, (command) => shell(`${command.split(" ").slice(0, 2).join(" ")} -help 2>&1`)],
  [/^docker compose$/, () => true],
  [/^docker compose /, composeKnows],
  [/^kubectl apply -k \.$/, () => exists("ops/kubernetes/example/kustomization.yaml")],
  [/^redis-cli -p 6379 /, (command) => shell(command.replace("redis-cli -p 6379", redisCli()))],
  [/^(?:select|vacuum) /i, sql],
  [/^vacuum analyze$/i, sql],
  [/^createdb /, () => true],
  [/^(?:ss|cat|perf) /, () => true],
];

test("[OPS10] every command of README and docs is one", async () => {
  const commands = documentedCommands();
  expect(commands.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const { page, command } of commands) {
    const check = CHECKS.find(([pattern]) => pattern.test(command))?.[1];
    const trouble = check
      ? await Promise.resolve()
          .then(() => check(command))
          .then(() => null)
          .catch((error: Error) => error.message)
      : "nothing checks it: add how to tests/system/process/documented-commands.test.ts";
    if (trouble !== null) wrong.push(`${page}: ${command}: ${trouble}`);
  }
  expect(wrong).toEqual([]);
});

function scriptIsThere(command: string): void {
  const [, name = "", rest = ""] = /^npm run ([\w:]+)(.*)$/.exec(command)!;
  const script = SCRIPTS[name];
  if (!script) throw new Error("package.json has no such script");
  const [, file = ""] = /(\S+\.(?:ts|mjs))/.exec(script) ?? [];
  if (!file) return;
  exists(file);
  // Its options are those that the program reads, in its own file or beside it.
  const source = sourcesOf(file);
  for (const [, option = ""] of rest.matchAll(/ --([a-z-]+)/g))
    if (!new RegExp(`["']?${option}["']?`).test(source)) throw new Error(`${file} knows no --${option}`);
}

/** A program with what it imports of its own. */
function sourcesOf(file: string, seen = new Set<string>()): string {
  const path = join(ROOT, file);
  if (seen.has(path) || !existsSync(path)) return "";
  seen.add(path);
  const text = readFileSync(path, "utf8");
  const imports = [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, name = ""]) =>
    join(file, "..", name),
  );
  return text + imports.map((each) => sourcesOf(each, seen)).join("\n");
}

async function vitestKnows(command: string): Promise<void> {
  for (const [, path = ""] of command.matchAll(/ (tests\/\S+)/g)) exists(path);
  const { stdout } = await execute(join(ROOT, "node_modules/.bin/vitest"), ["--help"]);
  for (const [, option = ""] of command.matchAll(/ --([a-z-]+)/g))
    if (!stdout.includes(`--${option}`)) throw new Error(`vitest knows no --${option}`);
}

/** Its services and options, as the real Compose has them. */
async function composeKnows(command: string): Promise<void> {
  const words = command.replace("docker compose ", "").split(" ");
  const profiles: string[] = [];
  while (words[0] === "--profile") profiles.push(...words.splice(0, 2));
  const [verb = "", ...rest] = words;
  const { stdout: help } = await execute(composeBinary(), [verb, "--help"]);
  const all = ["single", "monitoring", "logs"].flatMap((each) => ["--profile", each]);
  const file = join(ROOT, "docker-compose.yml");
  const { stdout: services } = await execute(composeBinary(), ["-f", file, ...all, "config", "--services"]);
  const known = services.trim().split("\n");
  for (const name of profiles.filter((_, i) => i % 2 === 1))
    if (!readFileSync(file, "utf8").includes(`profiles: [${name}]`)) throw new Error(`no profile ${name}`);
  for (const word of rest) {
    if (word.startsWith("-")) {
      if (!help.includes(word)) throw new Error(`docker compose ${verb} knows no ${word}`);
      continue;
    }
    const [service = ""] = word.split("=");
    if (!known.includes(service)) throw new Error(`no service ${service}`);
    // What follows is for the service itself.
    if (verb === "exec" || verb === "run") return;
  }
}

async function sql(command: string): Promise<void> {
  const client = postgres(database.url, { max: 1 });
  try {
    await client.unsafe(command);
  } finally {
    await client.end();
  }
}

async function shell(command: string): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: folder, OWNER_API_KEY: server.ownerApiKey };
  // A refusal of the server fails it as well.
  const strict = command.replace(/^curl /, "curl --fail --silent --show-error ");
  await execute("/bin/sh", ["-c", strict], { env, cwd: folder } as object);
}

function redisCli(): string {
  return `${redisBinaries().cli} -p ${redis.port}`;
}

function exists(path: string): void {
  if (!existsSync(join(ROOT, path))) throw new Error(`there is no ${path}`);
}
