/**
 * `npm run check`: types, lint and format, architecture. All at once; prints only what failed.
 * `npm test` takes types and lint from here, and runs the architecture test with the others.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Says for which routes Next's types were last made. */
const ROUTES_STAMP = join(ROOT, ".cache/routes.hash");

/** Who imports whom, that every text is in every language, and that no test has a limit of its own. */
const ARCHITECTURE_TESTS = ["architecture", "languages", "limits"].map((name) => `tests/${name}.test.ts`);

export const CHECKS = { types: checkTypes, lint: checkLint, architecture: checkArchitecture };

/** Runs these checks at once; returns the names of those that failed. */
export async function runChecks(names = Object.keys(CHECKS), print = console.log) {
  const results = await Promise.all(
    names.map(async (name) => {
      const startedAtMs = performance.now();
      const { ok, output } = await CHECKS[name]();
      const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
      print(ok ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output}`);
      return ok ? [] : [name];
    }),
  );
  return results.flat();
}

async function checkTypes() {
  const hash = routesHash();
  const stale = !existsSync(ROUTES_STAMP) || readFileSync(ROUTES_STAMP, "utf8") !== hash;
  if (stale || !existsSync(join(ROOT, "next-env.d.ts"))) {
    // Next's own types: PageProps and LayoutProps per route, CSS and image imports.
    // What a development server left behind speaks of routes that may be gone.
    rmSync(join(ROOT, ".next/dev/types"), { recursive: true, force: true });
    const typegen = await run("node_modules/next/dist/bin/next", ["typegen"]);
    if (!typegen.ok) return typegen;
    mkdirSync(dirname(ROUTES_STAMP), { recursive: true });
    writeFileSync(ROUTES_STAMP, hash);
  }
  return run("node_modules/typescript/bin/tsc", ["--noEmit"]);
}

function checkLint() {
  return run("node_modules/@biomejs/biome/bin/biome", ["check", "--max-diagnostics=50", "."]);
}

function checkArchitecture() {
  return run("node_modules/vitest/vitest.mjs", ["run", "--project", "unit", ...ARCHITECTURE_TESTS]);
}

/** The set of route files, by name: their contents do not change the types that Next makes of them. */
function routesHash() {
  const app = join(ROOT, "app");
  const names = existsSync(app) ? readdirSync(app, { recursive: true }) : [];
  const routes = names
    .map(String)
    .filter((name) => /(^|[\\/])(page|layout|route|default)\.(tsx?|mdx)$/.test(name));
  return createHash("sha256").update(routes.sort().join("\n")).digest("hex");
}

function run(script, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
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
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await runChecks();
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
}
