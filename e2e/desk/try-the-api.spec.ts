import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

test("[API15] the workbench shows the calls, and asks nobody but this server", async ({
  browserOf,
  server,
}) => {
  const context = await browserOf();
  const asked = new Set<string>();
  context.on("request", (request) => asked.add(new URL(request.url()).origin));
  const page = await context.newPage();
  const blocked: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) blocked.push(message.text());
  });
  await page.goto("/docs/try");
  await expect(page.getByRole("heading", { name: "Ovation", exact: true }).first()).toBeVisible();
  // What is read of the description of the API is there, not only the page around it.
  await expect(page.getByRole("button", { name: /^Write a quiz/ }).first()).toBeVisible();
  expect([...asked].filter((origin) => origin !== "null" && origin !== server.url)).toEqual([]);
  expect(blocked).toEqual([]);
});
