import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

test("[ND8] on pages without a live line the host reads what is slow, and that nothing is lost", async ({
  host,
}) => {
  const { page } = await host();
  let state: Record<string, string> = { postgres: "ok", writes: "ok", redis: "down" };
  await page.route("**/readyz", (route) => route.fulfill({ json: state }));
  await page.clock.install();
  await page.goto("/host");
  const slow = page.getByText("The live standings are slower than usual.");
  await expect(slow).toBeVisible();
  state = { postgres: "down", redis: "ok" };
  await page.clock.runFor(11_000);
  await expect(page.getByText("The database is not responding.")).toBeVisible();
  await expect(slow).toBeHidden();
  state = { postgres: "ok", writes: "disk_full", redis: "ok" };
  await page.clock.runFor(11_000);
  await expect(page.getByText("The database cannot store anything right now")).toBeVisible();
  await expect(page.getByText("The database is not responding.")).toBeHidden();
  state = { postgres: "ok", writes: "ok", redis: "ok" };
  await page.clock.runFor(11_000);
  await expect(page.getByText(/^The database/)).toBeHidden();
});
