/**
 * `npm test`: everything. First the real parts, then two lines of steps side by side, since most tests wait more than they
 * compute: types and lint, unit, contract and system tests in one, the build and the browser in the other. What a step
 * prints comes in one piece, when it is over. A failing step does not stop the ones that do not need it. At the end the
 * slowest files are named, and the last line sums all runners.
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
import { playwrightTimes, slowest, vitestTimes } from "../tests/support/slowest.mjs";
import { ensureBuild } from "./build-if-stale.mjs";
import { CHECKS, runChecks } from "./check.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const REPORTS = join(ROOT, "test-results/reports");
const RUNS = ["check", "unit", "contracts", "system", "e2e"];

const startedAtMs = performance.now();
const { only, extra } = parseArguments(process.argv.slice(2));
/** One entry per run: what it counted. */
const results = {};
/** One entry per file of tests. */
const times = [];

const { slowness } = await tsImport("../tests/support/patience.ts", import.meta.url);
if (slowness > 1) console.log(`This machine is slow or busy: tests wait ${slowness} times as long.`);
const haveParts = await step("parts", () => installParts());
const needsBuild = wants("system") || wants("e2e");
const checked = wants("check") && step("check", (print) => check(print));
// Not beside the types: the build writes anew the types of Next that they are checked with.
const built =
  needsBuild &&
  (async () => {
    await checked;
    return step("build", (print = console.log) => build(print));
  })();

await Promise.all([
  inTurn(
    checked && (() => checked),
    wants("unit") && (() => step("unit", (print) => vitest("unit", print))),
    wants("contracts") && (() => step("contracts", (print) => vitest("contracts", print), haveParts)),
    wants("system") &&
      (async () => step("system", (print) => vitest("system", print), haveParts && (await built))),
  ),
  inTurn(wants("e2e") && (async () => step("e2e", (print) => playwright(print), haveParts && (await built)))),
]);

finish();

async function inTurn(...steps) {
  for (const run of steps) if (run) await run();
}

/**
 * Runs one step and tells its time. One whose conditions failed has failed too: it is not skipped. Beside others it
 * prints all it has to say when it is over.
 */
async function step(name, run, possible = true) {
  const alone = only !== undefined;
  const said = [];
  const print = alone ? undefined : (text) => said.push(text);
  console.log(`── ${name}${alone ? "" : " starts"}`);
  const stepStartedAtMs = performance.now();
  try {
    if (!possible) throw new Error("cannot run: a step that it needs has failed");
    await run(print);
  } catch (error) {
    said.push(error.message);
    results[name] = ONE_FAILED;
  }
  const ok = (results[name]?.failed ?? 0) === 0;
  const text = said.map((each) => each.trimEnd()).join("\n");
  console.log(`${text && `\n${text}\n`}── ${name} ${ok ? "ok" : "FAILED"}, ${seconds(stepStartedAtMs)}`);
  return ok;
}

async function installParts() {
  const { ensureParts } = await tsImport("../tests/support/programs/parts.ts", import.meta.url);
  const needed = {
    contracts: ["postgres", "redis", "compose", "prometheus", "alertmanager"],
    system: [
      ...["postgres", "redis", "nginx", "caddy", "haproxy", "prometheus"],
      ...["compose", "curl", "openssl"],
    ],
    e2e: ["chromium", "arial", "nginx"],
  };
  await ensureParts([...new Set(RUNS.filter(wants).flatMap((name) => needed[name] ?? []))]);
}

/** And what a first start makes, on which both lines' servers start. */
async function build(print) {
  await ensureBuild({ log: print });
  const { prepareServers } = await tsImport("../tests/support/server.ts", import.meta.url);
  await prepareServers();
}

async function check(print) {
  // The architecture test is one of the unit tests: run here only when those are not.
  const names = Object.keys(CHECKS).filter((name) => name !== "architecture" || !wants("unit"));
  const failed = await runChecks(names, print);
  results.check = sum(names.map((name) => (failed.includes(name) ? ONE_FAILED : ONE_PASSED)));
}

async function vitest(project, print) {
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const args = [
    ...["run", "--project", project, `--reporter=${process.env.CI ? "dot" : "default"}`],
    ...["--reporter=json", `--outputFile.json=${report}`, ...extra],
  ];
  const code = await run("node_modules/vitest/vitest.mjs", args, { print });
  results[project] = vitestCounts(report, code);
  times.push(...vitestTimes(report, ROOT));
}

async function playwright(print) {
  const report = join(REPORTS, "e2e.json");
  rmSync(report, { force: true });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run("node_modules/@playwright/test/cli.js", ["test", ...extra], { env, print });
  results.e2e = playwrightCounts(report, code);
  times.push(...playwrightTimes(report, "e2e"));
}

function run(script, args, { env = {}, print } = {}) {
  // What is printed later is printed in color all the same.
  const color = print && process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...color, ...env },
    stdio: print ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => said.push(text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      print?.(said.join(""));
      resolve(code ?? 1);
    });
  });
}

function finish() {
  console.log("\nThe slowest files");
  for (const { file, ms } of slowest(times)) console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${file}`);
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
