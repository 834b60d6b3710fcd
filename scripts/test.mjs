/**
 * `npm test`: everything, in this order: the real parts, types and lint, the build, unit, contract and system tests,
 * then a browser. A failing step does not stop the ones that do not need it. The last line sums all runners.
 *
 *   node scripts/test.mjs                          everything
 *   node scripts/test.mjs --only contracts         one of check, unit, contracts, system, e2e
 *   node scripts/test.mjs --only e2e host.spec.ts  what follows goes to the runner
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { ONE_FAILED, ONE_PASSED, playwrightCounts, sum, vitestCounts } from "../tests/support/counts.mjs";
import { ensureBuild } from "./build-if-stale.mjs";
import { CHECKS, runChecks } from "./check.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const REPORTS = join(ROOT, "test-results/reports");
const RUNS = ["check", "unit", "contracts", "system", "e2e"];

const startedAtMs = performance.now();
const { only, extra } = parseArguments(process.argv.slice(2));
/** One entry per run: what it counted. */
const results = {};

const haveParts = await step("parts", () => installParts());
if (wants("check")) await step("check", () => check());
const needsBuild = wants("system") || wants("e2e");
const haveBuild = needsBuild && (await step("build", () => ensureBuild({ log: console.log })));
if (wants("unit")) await step("unit", () => vitest("unit"));
if (wants("contracts")) await step("contracts", () => vitest("contracts"), haveParts);
if (wants("system")) await step("system", () => vitest("system"), haveParts && haveBuild);
if (wants("e2e")) await step("e2e", () => playwright(), haveParts && haveBuild);

finish();

/** Runs one step and tells its time. One whose conditions failed has failed too: it is not skipped. */
async function step(name, run, possible = true) {
  console.log(`\n── ${name}`);
  const stepStartedAtMs = performance.now();
  try {
    if (!possible) throw new Error("cannot run: a step that it needs has failed");
    await run();
  } catch (error) {
    console.error(error.message);
    results[name] = ONE_FAILED;
  }
  const ok = (results[name]?.failed ?? 0) === 0;
  console.log(`── ${name} ${ok ? "ok" : "FAILED"}, ${seconds(stepStartedAtMs)}`);
  return ok;
}

async function installParts() {
  const { ensureParts } = await tsImport("../tests/support/parts.ts", import.meta.url);
  const needed = {
    contracts: ["postgres", "redis"],
    system: ["postgres", "redis", "nginx", "caddy", "haproxy"],
    e2e: ["chromium", "nginx"],
  };
  await ensureParts([...new Set(RUNS.filter(wants).flatMap((name) => needed[name] ?? []))]);
}

async function check() {
  // The architecture test is one of the unit tests: run here only when those are not.
  const names = Object.keys(CHECKS).filter((name) => name !== "architecture" || !wants("unit"));
  const failed = await runChecks(names);
  results.check = sum(names.map((name) => (failed.includes(name) ? ONE_FAILED : ONE_PASSED)));
}

async function vitest(project) {
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const code = await run("node_modules/vitest/vitest.mjs", [
    ...["run", "--project", project, `--reporter=${process.env.CI ? "dot" : "default"}`],
    ...["--reporter=json", `--outputFile.json=${report}`, ...extra],
  ]);
  results[project] = vitestCounts(report, code);
}

async function playwright() {
  const report = join(REPORTS, "e2e.json");
  rmSync(report, { force: true });
  const code = await run("node_modules/@playwright/test/cli.js", ["test", ...extra], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  results.e2e = playwrightCounts(report, code);
}

function run(script, args, env = {}) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

function finish() {
  console.log(`\nTook ${seconds(startedAtMs)}`);
  for (const [name, { passed, failed, skipped }] of Object.entries(results)) {
    console.log(`  ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  const { passed, failed, skipped } = sum(Object.values(results));
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function wants(name) {
  return only === undefined || only === name;
}

function parseArguments(args) {
  const at = args.indexOf("--only");
  if (at < 0) return { extra: args };
  const [, name] = args.splice(at, 2);
  if (RUNS.includes(name)) return { only: name, extra: args };
  console.error(`--only takes one of ${RUNS.join(", ")}`);
  process.exit(2);
}

function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
