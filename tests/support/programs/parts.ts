/**
 * The real parts that tests run on: Postgres, Redis, Chromium, reverse proxies. Nothing is skipped because one is missing:
 * it is installed where that is possible, and otherwise the run fails with a sentence that says what to do.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptCanInstall, aptInstall, playwrightInstallChromium } from "./install.ts";

export type PartName = keyof typeof PARTS;

const PARTS = {
  postgres: {
    found: () => findPostgres() !== undefined,
    apt: ["postgresql"],
    brew: "postgresql",
    what: "PostgreSQL",
  },
  redis: { found: () => findRedis() !== undefined, apt: ["redis-server"], brew: "redis", what: "Redis" },
  chromium: {
    found: async () => (await findChromium()) !== undefined,
    apt: ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"],
    brew: "--cask chromium",
    what: "Chromium",
  },
  arial: {
    found: () => process.platform !== "linux" || WIDE_AS_ARIAL.test(fontFor("Arial")),
    apt: ["fonts-liberation", "fontconfig"],
    brew: "font-liberation",
    what: "a typeface with the widths of Arial",
  },
  nginx: {
    found: () => findProxy("nginx") !== undefined,
    apt: ["nginx"],
    brew: "nginx",
    what: "nginx",
  },
  caddy: { found: () => findProxy("caddy") !== undefined, apt: ["caddy"], brew: "caddy", what: "Caddy" },
  haproxy: {
    found: () => findProxy("haproxy") !== undefined,
    apt: ["haproxy"],
    brew: "haproxy",
    what: "HAProxy",
  },
  compose: {
    found: () => onPath("docker-compose") !== undefined,
    apt: ["docker-compose"],
    brew: "docker-compose",
    what: "Docker Compose (the program alone, no engine)",
  },
  prometheus: {
    found: () => onPath("prometheus") !== undefined && onPath("promtool") !== undefined,
    apt: ["prometheus"],
    brew: "prometheus",
    what: "Prometheus",
  },
  curl: { found: () => onPath("curl") !== undefined, apt: ["curl"], brew: "curl", what: "curl" },
  openssl: {
    found: () => onPath("openssl") !== undefined,
    apt: ["openssl"],
    brew: "openssl",
    what: "OpenSSL",
  },
  alertmanager: {
    found: () => onPath("amtool") !== undefined,
    apt: ["prometheus-alertmanager"],
    brew: "alertmanager",
    what: "Alertmanager",
  },
} as const;

export type ProxyName = "nginx" | "caddy" | "haproxy";

export const ALL_PARTS = Object.keys(PARTS) as PartName[];

/** Makes sure these parts are on the machine, installing what is missing. Call it once, before tests run side by side. */
export async function ensureParts(
  names: readonly PartName[] = ALL_PARTS,
  log: (line: string) => void = console.log,
) {
  const missing = await missingParts(names);
  if (missing.length === 0) return;
  log(`Installing ${missing.map((name) => PARTS[name].what).join(", ")} for the tests`);
  let failure = "";
  if (aptCanInstall()) failure = aptInstall(missing.flatMap((name) => PARTS[name].apt));
  else if (missing.includes("chromium")) failure = playwrightInstallChromium();
  const stillMissing = await missingParts(missing);
  if (stillMissing.length > 0)
    throw new Error(`${stillMissing.map(howToInstall).join("\n")}\n${failure}`.trim());
}

export function postgresBinaries(): { initdb: string; postgres: string } {
  return findPostgres() ?? fail("postgres");
}

export function redisBinaries(): { server: string; cli: string } {
  return findRedis() ?? fail("redis");
}

export function proxyBinary(name: ProxyName): string {
  return findProxy(name) ?? fail(name);
}

export function composeBinary(): string {
  return onPath("docker-compose") ?? fail("compose");
}

export function prometheusBinaries(): { server: string; promtool: string } {
  const server = onPath("prometheus");
  const promtool = onPath("promtool");
  return server && promtool ? { server, promtool } : fail("prometheus");
}

export function amtoolBinary(): string {
  return onPath("amtool") ?? fail("alertmanager");
}

/** The browser on the machine, or the one Playwright installed for itself. */
export async function chromiumBinary(): Promise<string> {
  return (await findChromium()) ?? fail("chromium");
}

/** Until our typefaces have come, words stand in one of these, scaled (app/fonts/stand-ins.css). */
const WIDE_AS_ARIAL = /Arial|Liberation Sans|Arimo/;

/** The typeface that this machine shows for another. */
function fontFor(name: string): string {
  return spawnSync("fc-match", [name, "family"], { encoding: "utf8" }).stdout ?? "";
}

function findPostgres() {
  const folders = [...pathFolders(), ...debianPostgresFolders()];
  // Both from one folder: an initdb of one version with a server of another does not start.
  const folder = folders.find(
    (each) => existsSync(join(each, "initdb")) && existsSync(join(each, "postgres")),
  );
  return folder ? { initdb: join(folder, "initdb"), postgres: join(folder, "postgres") } : undefined;
}

function findRedis() {
  const server = onPath("redis-server");
  const cli = onPath("redis-cli");
  return server && cli ? { server, cli } : undefined;
}

/** Debian keeps them where only root looks. */
function findProxy(name: ProxyName): string | undefined {
  return (
    onPath(name) ?? ["/usr/sbin", "/usr/local/sbin"].map((folder) => join(folder, name)).find(existsSync)
  );
}

async function findChromium(): Promise<string | undefined> {
  const installed = onPath("chromium") ?? onPath("chromium-browser") ?? onPath("google-chrome");
  if (installed) return installed;
  const { chromium } = await import("playwright");
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

async function missingParts(names: readonly PartName[]): Promise<PartName[]> {
  const found = await Promise.all(names.map((name) => PARTS[name].found()));
  return names.filter((_, i) => !found[i]);
}

function fail(name: PartName): never {
  throw new Error(howToInstall(name));
}

function howToInstall(name: PartName): string {
  const { what, apt, brew } = PARTS[name];
  const browser = name === "chromium" ? ", anywhere `npx playwright install --with-deps chromium`" : "";
  return `The tests need ${what}: on Debian or Ubuntu \`sudo apt-get install ${apt.join(" ")}\`, on macOS \`brew install ${brew}\`${browser}.`;
}

function onPath(program: string): string | undefined {
  return pathFolders()
    .map((folder) => join(folder, program))
    .find(existsSync);
}

function pathFolders(): string[] {
  return (process.env.PATH ?? "").split(delimiter).filter(Boolean);
}

/** Debian keeps server binaries out of PATH, one folder per version; the newest first. */
function debianPostgresFolders(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, "bin"));
}
