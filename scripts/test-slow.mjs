/**
 * `npm run test:slow`: `npm test` with all its processes together held to a third of the machine, as on one that is three
 * times slower. By a control group where this user may make one (root on Linux, as in most containers); elsewhere beside
 * two busy loops for every core, which come first. What follows goes to scripts/test.mjs:
 *
 *   npm run test:slow
 *   npm run test:slow -- --only e2e join
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { availableParallelism, constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SHARE = 1 / 3;
const LOOPS_PER_CORE = 2;
const PERIOD_US = 100_000;
const quotaUs = Math.round(availableParallelism() * SHARE * PERIOD_US);

/** Where control groups are, and the files that say how much of the processors one may have. */
const HIERARCHIES = [
  { root: "/sys/fs/cgroup", is: "cgroup.controllers", limits: { "cpu.max": `${quotaUs} ${PERIOD_US}` } },
  {
    root: "/sys/fs/cgroup/cpu",
    is: "cpu.cfs_quota_us",
    limits: { "cpu.cfs_period_us": PERIOD_US, "cpu.cfs_quota_us": quotaUs },
  },
];

const release = byControlGroup() ?? besideBusyLoops();
const test = join(dirname(fileURLToPath(import.meta.url)), "test.mjs");
const child = spawn(process.execPath, [test, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", async (code) => {
  process.exitCode = code ?? 1;
  await release();
});

/** Puts this process, and so all that it starts, into a group of its own. Nothing where that is not allowed. */
function byControlGroup() {
  for (const { root, is, limits } of HIERARCHIES) {
    if (!existsSync(join(root, is))) continue;
    const group = join(root, `ovation-test-slow-${process.pid}`);
    try {
      mkdirSync(group);
      for (const [name, value] of Object.entries(limits)) writeFileSync(join(group, name), String(value));
      writeFileSync(join(group, "cgroup.procs"), String(process.pid));
    } catch {
      if (existsSync(group)) rmdirSync(group);
      continue;
    }
    console.log("Held to a third of the machine by a control group.");
    return async () => {
      writeFileSync(join(root, "cgroup.procs"), String(process.pid));
      await remove(group);
    };
  }
  return undefined;
}

/** A process of the tests that has not quite ended keeps the group for a moment. */
async function remove(group) {
  for (let tries = 0; tries < 50; tries++) {
    try {
      return rmdirSync(group);
    } catch {
      await sleep(100);
    }
  }
}

function besideBusyLoops() {
  const count = availableParallelism() * LOOPS_PER_CORE;
  // Each leads a session: where the system shares time among sessions, every loop has a share of its own.
  const loops = Array.from({ length: count }, () =>
    spawn(
      process.execPath,
      [
        "-e",
        "process.stdin.on('end', () => process.exit()).resume(); (function turn() { for (const endMs = Date.now() + 50; Date.now() < endMs; ); setImmediate(turn); })()",
      ],
      {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
      },
    ),
  );
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  console.log(`Beside ${count} busy loops, which come first.`);
  return () => {
    for (const loop of loops) loop.kill("SIGKILL");
  };
}
