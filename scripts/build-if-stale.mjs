/**
 * Builds the pages when the sources changed since the last build. A hash of everything `next build` reads is kept
 * beside its output; a lock file lets one process build while others wait and then find the build current.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compressBuild } from "./compress-build.mjs";
import { removeMaps, uploadSourceMaps, uploadTarget } from "./upload-source-maps.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMP = join(ROOT, ".next/ovation-build.json");
const LOCK = join(ROOT, ".cache/build.lock");
const SOURCES = [
  ...["app", "components", "lib", "messages", "public", "drizzle"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
  ...["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...["scripts/compress-build.mjs", "scripts/early-scripts.mjs"],
];

/**
 * Makes `.next` current. Returns whether it had to build; throws with the output of `next build` if that failed.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>}
 */
export async function ensureBuild({ log = () => {} } = {}) {
  if (isCurrent(sourceHash())) return false;
  await lock(log);
  try {
    const hash = sourceHash();
    if (isCurrent(hash)) return false;
    log("Building the pages…");
    const startedAtMs = performance.now();
    rmSync(STAMP, { force: true });
    const target = uploadTarget(process.env);
    await nextBuild();
    if (target) await upload(target, log);
    await compressBuild(join(ROOT, ".next/static"));
    // A start that builds nothing does not load the bundler.
    const { addEarlyScripts, compileScript } = await import("./early-scripts.mjs");
    await addEarlyScripts(join(ROOT, ".next/server/app"));
    writeFileSync(
      join(ROOT, ".next/error-reports.js"),
      await compileScript("lib/client/error-reporter.ts", "reportErrors"),
    );
    writeFileSync(STAMP, `${JSON.stringify({ hash })}\n`);
    log(`Built in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
    return true;
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** A Sentry that is away spoils no build: its stacks are then harder to read. */
async function upload(target, log) {
  const folder = join(ROOT, ".next");
  try {
    log(`Uploaded the source maps of ${await uploadSourceMaps(folder, target)} scripts as ${target.release}`);
  } catch (error) {
    log(`The source maps were not uploaded, and Sentry will show stacks of built scripts. ${error.message}`);
  } finally {
    removeMaps(folder);
  }
}

function isCurrent(hash) {
  if (!existsSync(STAMP) || !existsSync(join(ROOT, ".next/BUILD_ID"))) return false;
  return JSON.parse(readFileSync(STAMP, "utf8")).hash === hash;
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

function filesUnder(source) {
  const path = join(ROOT, source);
  if (!existsSync(path)) return [];
  const entries = readdirSafely(path);
  if (!entries) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}

function readdirSafely(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

async function lock(log) {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!holderIsAlive()) rmSync(LOCK, { force: true });
    else if (!waited) log("Waiting for another build to finish…");
    await sleep(250);
  }
}

function holderIsAlive() {
  try {
    const pid = Number(readFileSync(LOCK, "utf8"));
    // Empty for the instant between its making and its writing.
    if (pid) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function nextBuild() {
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`next build failed.\n${output}`)),
    );
  });
}
