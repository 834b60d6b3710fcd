import { defineConfig } from "vitest/config";

/** Most tests wait for a process, so two files at once fit on two cores. */
const TWO_AT_ONCE = 2;

/**
 * unit: pure code, milliseconds. contracts: one suite per port, on every adapter, with real Postgres and Redis.
 * system: the built server as a process, driven over its public protocol.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/simulation/**/*.test.ts", "tests/*.test.ts"],
          // Password hashes and thousands of property runs take their time on a busy machine.
          testTimeout: 60_000,
          setupFiles: "tests/support/fixed-seed.ts",
          maxWorkers: TWO_AT_ONCE,
        },
      },
      {
        test: {
          name: "contracts",
          include: ["tests/contracts/**/*.test.ts"],
          globalSetup: "tests/support/contracts-setup.ts",
          setupFiles: "tests/support/fixed-seed.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: TWO_AT_ONCE,
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          globalSetup: "tests/support/system-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // These hardly ever work and mostly wait for the clocks of games.
          maxWorkers: 3,
        },
      },
    ],
  },
});
