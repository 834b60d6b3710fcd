import { expect } from "@playwright/test";
import { startSentry } from "#tests/support/programs/sentry.ts";
import { startServer } from "#tests/support/server.ts";
import { test } from "../fixtures/test.ts";

test("[OPS11] an error of our scripts arrives once, by this server; a page without one asks for nothing", async ({
  browser,
}) => {
  const sentry = await startSentry();
  const server = await startServer({ env: { SENTRY_DSN: sentry.dsn } });
  const context = await browser.newContext({ baseURL: server.url });
  const asked: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  try {
    const whole = await context.newPage();
    await whole.goto("/join");
    await expect(whole.getByRole("textbox").first()).toBeVisible();
    expect(asked).not.toContain("/error-reports.js");

    const page = await context.newPage();
    let broken = false;
    // One of our scripts, with a fault at its end that happens twice.
    await page.route("**/_next/static/**/*.js", async (route) => {
      const reply = await route.fetch();
      const fault = broken
        ? ""
        : `\nfunction wheel() { throw new TypeError("it came off at 482913"); } setTimeout(wheel); setTimeout(wheel, 300);`;
      broken = true;
      await route.fulfill({ response: reply, body: `${await reply.text()}${fault}` });
    });
    await page.goto("/join");
    await expect.poll(() => sentry.events.length).toBe(1);
    // What an extension does wrong is not ours.
    const told = page.waitForEvent("pageerror");
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error("of an extension"))));
    await told;
    await expect(page.getByRole("textbox").first()).toBeVisible();

    expect(sentry.events).toHaveLength(1);
    expect(sentry.events[0]).toMatchObject({
      ...{ platform: "javascript", transaction: "/join", tags: { place: "browser" } },
      exception: { values: [{ type: "TypeError", value: "it came off at [number]" }] },
    });
    const frames = sentry.events[0]?.exception.values[0]?.stacktrace?.frames ?? [];
    expect(frames.at(-1)).toMatchObject({
      filename: expect.stringMatching(/^app:\/\/\/_next\/static\/.+\.js$/),
      function: "wheel",
    });
    expect(sentry.text()).not.toMatch(/482913|127\.0\.0\.1:(?!\d+\/1)/);
  } finally {
    await context.close();
    await server.stop();
    sentry.close();
  }
});
