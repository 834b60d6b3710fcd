/** Which files of tests took longest, from the JSON reports of the runners: what a suite that must stay quick is watched by. */
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** @typedef {{ file: string, ms: number }} FileTime */

/**
 * @param {string} reportPath
 * @param {string} root
 * @returns {FileTime[]}
 */
export function vitestTimes(reportPath, root) {
  const { testResults = [] } = read(reportPath);
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name),
    ms: endTime - startTime,
  }));
}

/** Tests of one file may run side by side: the time of a file is the sum of theirs. */
export function playwrightTimes(reportPath, folder) {
  const times = new Map();
  const add = ({ file, specs = [], suites = [] }) => {
    for (const { tests } of specs)
      for (const { duration } of tests.flatMap(({ results }) => results))
        times.set(file, (times.get(file) ?? 0) + duration);
    for (const suite of suites) add(suite);
  };
  add(read(reportPath));
  return [...times].map(([file, ms]) => ({ file: `${folder}/${file}`, ms }));
}

/** @param {FileTime[]} times */
export function slowest(times, count = 10) {
  return times.toSorted((a, b) => b.ms - a.ms).slice(0, count);
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}
