import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { TEST_MS, WAIT_MS } from "./tests/support/patience.ts";

/** Most tests wait for a process, so two files at once fit on two cores. */
const TWO_AT_ONCE = 2;
/** There to end what hangs; a test has none of its own. */
const LIMITS = { testTimeout: TEST_MS, hookTimeout: TEST_MS, expect: { poll: { timeout: WAIT_MS } } };

/** Files that take longest start first, so that none of them is left alone at the end. */
const LONGEST = [
  ...["simulation", "worst-inputs", "record", "slow-reader"],
  ...["alerts", "stores", "embedded", "stores-outage", "compose", "failover", "leaderboard"],
  ...[
    "start",
    "proxies",
    "full-disk",
    "whole-game",
    "durability-embedded",
    "accounts",
    "nodes",
    "odd-requests",
  ],
  ...["sign-in", "logs", "balancer", "pins", "durability"],
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * unit: pure code, milliseconds. contracts: one suite per port, on every adapter, with real Postgres and Redis.
 * system: the built server as a process, driven over its public protocol.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/simulation/**/*.test.ts", "tests/*.test.ts"],
          // Loading the same modules anew for a hundred files takes longer than all their tests.
          isolate: false,
          ...LIMITS,
          setupFiles: "tests/support/setup/fixed-seed.ts",
          maxWorkers: TWO_AT_ONCE,
        },
      },
      {
        test: {
          name: "contracts",
          include: ["tests/contracts/**/*.test.ts"],
          globalSetup: "tests/support/setup/contracts-setup.ts",
          isolate: false,
          setupFiles: "tests/support/setup/fixed-seed.ts",
          ...LIMITS,
          maxWorkers: TWO_AT_ONCE,
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          globalSetup: "tests/support/setup/system-setup.ts",
          // The files of a worker share a server (tests/support/shared-server.ts).
          isolate: false,
          ...LIMITS,
          // These hardly ever work and mostly wait for the clocks of games.
          maxWorkers: 4,
        },
      },
    ],
  },
});
