import { defineConfig, devices } from "@playwright/test";
import { TEST_MS, WAIT_MS } from "./tests/support/patience.ts";
import { chromiumBinary } from "./tests/support/programs/parts.ts";

const workers = Number(process.env.E2E_WORKERS ?? 2);

/**
 * A real Chromium against real servers (e2e/fixtures/server.ts). No retries: a test that passes the second time hides
 * a fault. Two workers, each with a server of its own: beside four of system tests a third held others up.
 */
export default defineConfig({
  testDir: "e2e",
  // Every test stands alone, so a long file does not hold a worker back.
  fullyParallel: true,
  outputDir: "test-results/e2e",
  workers,
  retries: 0,
  timeout: TEST_MS,
  expect: { timeout: WAIT_MS },
  forbidOnly: Boolean(process.env.CI),
  globalSetup: "./tests/support/setup/e2e-setup.ts",
  reporter: [
    [process.env.CI ? "dot" : "list"],
    // PLAYWRIGHT_JSON_OUTPUT_FILE, when set, says where instead.
    ["json", { outputFile: "test-results/reports/e2e.json" }],
  ],
  use: {
    actionTimeout: WAIT_MS,
    navigationTimeout: WAIT_MS,
    // Without the film of every page, which costs as much as the pages themselves; snapshots and the last picture stay.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    // Pages come to rest at once; the spec of a whole session plays with everything moving.
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    {
      name: "chromium",
      use: {
        ...devices["Desktop Chrome"],
        launchOptions: {
          executablePath: await chromiumBinary(),
          // Root in a container has no sandbox; the rest keeps a browser without internet from waiting for it. With one
          // renderer at most, none is kept spare for every context: a quarter of what a page costs.
          args: [
            ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
            ...["--disable-background-networking", "--disable-component-update"],
            ...["--renderer-process-limit=1", "--host-resolver-rules=MAP classroom.test 127.0.0.1"],
          ],
        },
      },
    },
  ],
});
