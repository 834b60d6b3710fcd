import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

test.use({ serverOptions: { env: { WEBHOOKS_ALLOW_PRIVATE: "1" } } });

const QUIZ = { title: "Told", questions: [{ kind: "truefalse", prompt: "Told?", correct: true }] };

test("[WH4] a host makes a webhook, keeps its secret, sees what it was told, has it sent again, and deletes it", async ({
  host,
  startSession,
}) => {
  const received: unknown[] = [];
  const receiver = createServer((req, res) => {
    received.push(req.headers["webhook-id"]);
    res.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/ovation`;
  const { page } = await host();
  try {
    await page.goto("/host/webhooks");
    await page.getByLabel("Address").fill("http://me:secret@example.org");
    await page.getByRole("button", { name: "Create webhook" }).click();
    await expect(page.getByText("must not hold a name or password")).toBeVisible();
    await page.getByLabel("Address").fill(url);
    await page.getByRole("button", { name: "Create webhook" }).click();
    await expect(page.getByText(/^whsec_/)).toBeVisible();
    await page.getByRole("button", { name: "I have saved it" }).click();
    await expect(page.getByText(/^whsec_/)).toBeHidden();

    await (await startSession(QUIZ)).starts();
    await expect.poll(() => received.length).toBe(1);
    await page.getByRole("button", { name: "Deliveries" }).click();
    await expect(page.getByText("Answered 204 after 1 attempt.")).toBeVisible();
    await page.getByRole("button", { name: "Send again" }).click();
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]).toBe(received[0]);

    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Delete webhook" }).click();
    await expect(page.getByText("No webhooks yet")).toBeVisible();
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
});
