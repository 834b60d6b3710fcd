/**
 * How many tests passed, failed and were skipped, from the JSON reports of the runners. A run that broke outside of
 * any test, or in which no test ran, counts as one failure: silence is not success.
 */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export function vitestCounts(reportPath, exitCode) {
  return honest(read(reportPath), exitCode, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests to count, and is one failure.
    failed: report.numFailedTests + report.testResults.filter(brokenFile).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** @returns {Counts} */
export function playwrightCounts(reportPath, exitCode) {
  return honest(read(reportPath), exitCode, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

/** @returns {Counts} */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) for (const name of Object.keys(total)) total[name] += counts[name];
  return total;
}

export const ONE_FAILED = Object.freeze({ passed: 0, failed: 1, skipped: 0 });
export const ONE_PASSED = Object.freeze({ passed: 1, failed: 0, skipped: 0 });

function honest(report, exitCode, count) {
  if (!report) return ONE_FAILED;
  const counts = count(report);
  const nothingRan = counts.passed + counts.failed === 0;
  const brokeElsewhere = exitCode !== 0 && counts.failed === 0;
  return nothingRan || brokeElsewhere ? { ...counts, failed: 1 } : counts;
}

function brokenFile({ status, assertionResults }) {
  return status === "failed" && !assertionResults.some((each) => each.status === "failed");
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
