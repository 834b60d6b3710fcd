/**
 * `npm run ops:verify`: runs every proof of docs/OPERATIONS.md that this machine can run, prints what was proved, what was only
 * validated and what is not possible here, and fails on anything else. With --short only what takes seconds, and no tests:
 * those run in `npm test` anyway.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { PROOFS } from "../ops/verify/proofs.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const REPORT = join(ROOT, "test-results/reports/ops-verify.json");
/** The panels as pictures, of what was measured in the tests. */
const PANELS = join(ROOT, "test-results/panels");
const PLAYERS_THROUGH_THE_BALANCER = "300";

const short = process.argv.includes("--short");
const log = (line) => process.stderr.write(`${line}\n`);

const missing = PROOFS.flatMap(({ files = [] }) => files).filter((file) => !existsSync(pathOf(file)));
for (const file of missing) log(`There is no ${pathOf(file)}`);

const outcomes = short ? new Map() : await runTests();
const rows = [];
for (const proof of PROOFS) rows.push(await verdictOn(proof));
print(rows);
if (missing.length > 0 || rows.some(({ verdict }) => verdict === "FAILED")) process.exitCode = 1;

async function verdictOn({ what, how, files, only, whyNot, run, short: isShort }) {
  const good = how === "validated" ? "validated only" : "proved";
  const reason = whyNot?.() ?? null;
  if (reason !== null) return { what, verdict: "not possible here", found: reason };
  if (short && !isShort)
    return { what, verdict: files ? "in npm test" : "left out", found: (files ?? []).join(", ") };
  if (files) return { what, ...verdictOfTests(files, only, good) };
  try {
    return { what, verdict: good, found: await run(log) };
  } catch (error) {
    return { what, verdict: "FAILED", found: error.message };
  }
}

/** Of the tests in these files, or of those whose name has this in it. */
function verdictOfTests(files, only, good) {
  const tests = files.flatMap((file) => outcomes.get(pathOf(file)) ?? []);
  const counted = only ? tests.filter(({ fullName }) => fullName.includes(only)) : tests;
  const failed = counted.filter(({ status }) => status !== "passed");
  if (counted.length === 0) return { verdict: "FAILED", found: `no test ran in ${files.join(", ")}` };
  if (failed.length > 0)
    return { verdict: "FAILED", found: failed.map(({ fullName }) => fullName.trim()).join("; ") };
  return { verdict: good, found: `${counted.length} tests in ${files.join(", ")}` };
}

/** All at once, so that servers and stores are prepared once. By path: what became of each test. */
async function runTests() {
  const { ensureBuild } = await import("./build-if-stale.mjs");
  const { ensureParts } = await tsImport("../tests/support/programs/parts.ts", import.meta.url);
  await ensureParts();
  await ensureBuild({ log });
  const files = [...new Set(PROOFS.flatMap((proof) => proof.files ?? []))].map(pathOf);
  const found = new Map();
  for (const project of ["unit", "contracts", "system"]) {
    const of = files.filter((path) => path.includes(`/tests/${project}/`));
    rmSync(REPORT, { force: true });
    log(`Running ${of.length} files of ${project} tests`);
    await vitest(project, of);
    if (!existsSync(REPORT)) continue;
    for (const { name, assertionResults } of JSON.parse(readFileSync(REPORT, "utf8")).testResults)
      found.set(name, assertionResults);
  }
  return found;
}

function vitest(project, files) {
  const args = [
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${REPORT}`,
    ...files,
  ];
  const child = spawn(process.execPath, [join(ROOT, "node_modules/vitest/vitest.mjs"), ...args], {
    cwd: ROOT,
    env: { ...process.env, VERIFY_BOTS: PLAYERS_THROUGH_THE_BALANCER, PANELS_INTO: PANELS },
    stdio: ["ignore", process.stderr, process.stderr],
  });
  return new Promise((done) => child.once("close", done));
}

function pathOf(file) {
  return join(ROOT, "tests", `${file}.test.ts`);
}

function print(all) {
  const width = Math.max(...all.map(({ verdict }) => verdict.length));
  for (const { what, verdict, found } of all)
    console.log(`${verdict.padEnd(width)}  ${what}\n${" ".repeat(width)}    ${found}`);
  const count = (verdict) => all.filter((row) => row.verdict === verdict).length;
  const counted = ["proved", "validated only", "not possible here", "in npm test", "left out", "FAILED"]
    .filter((verdict) => count(verdict) > 0 || verdict === "FAILED")
    .map((verdict) => `${count(verdict)} ${verdict}`);
  console.log(`\n${counted.join(", ")}`);
}
