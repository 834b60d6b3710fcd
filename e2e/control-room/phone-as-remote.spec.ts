import { devices, expect } from "@playwright/test";
import { hostAt } from "../fixtures/host.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("[REM1] [REM2] [REM4] a phone is paired by the code, runs a question, and is removed", async ({
  startSession,
  host,
  browserOf,
}) => {
  const session = await startSession(CAPITALS);
  const other = await startSession(CAPITALS);
  const lan = await session.admits("Lan");
  const desk = await host({ permissions: ["clipboard-read", "clipboard-write"] });
  await desk.opensControlRoom(session);
  await desk.page.getByRole("button", { name: "Use your phone as a remote" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Use your phone as a remote" });
  await expect(dialog.getByRole("img", { name: "QR code that makes a phone the remote" })).toBeVisible();
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  const link = await desk.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link)).toMatchObject({ pathname: "/remote", search: "" });
  const path = link.slice(new URL(link).origin.length);

  // A messenger looks at the link first, and so does a browser that loads ahead.
  const preview = await (await browserOf()).newPage();
  await preview.goto(path);
  await expect(preview.getByRole("button", { name: "Use this phone" })).toBeEnabled();

  const { defaultBrowserType: _, ...iPhone } = devices["iPhone 13"]!;
  const phone = hostAt(
    await (await browserOf({ ...iPhone, viewport: { width: 390, height: 844 } })).newPage(),
  );
  await phone.page.goto(path);
  await phone.page.getByRole("button", { name: "Use this phone" }).tap();
  await phone.page.waitForURL(`**/host/sessions/${session.sessionId}`);
  await phone.seesPhase("In the lobby");
  await expect(phone.page.getByRole("link", { name: /Back to your quizzes/ })).toHaveCount(0);
  await expect(dialog.getByRole("list")).toContainText("iPhone, Safari");

  await preview.getByRole("button", { name: "Use this phone" }).click();
  await expect(preview.getByText("This code was already used")).toBeVisible();

  await desk.page.keyboard.press("Escape");
  await phone.presses("Start the quiz");
  await desk.seesPhase("Question 1 of 2");
  await session.isOpen();
  await lan.answers(0, { choice: 1 });
  await phone.seesPhase("Answer to question 1 of 2");
  await phone.presses("Show standings");
  await desk.seesPhase("Standings after question 1 of 2");

  // This session, and nothing else of the account.
  const { request } = phone.page.context();
  expect((await request.get("/api/v1/quizzes")).status()).toBe(401);
  expect((await request.get(`/api/v1/sessions/${session.sessionId}/results`)).status()).toBe(401);
  for (const closed of ["/host", `/host/sessions/${other.sessionId}`]) {
    const page = await phone.page.context().newPage();
    await page.goto(closed);
    await expect(page.getByRole("heading", { name: "Sign in to host" })).toBeVisible();
    await page.close();
  }

  await desk.page.getByRole("button", { name: "Use your phone as a remote" }).click();
  await dialog.getByRole("button", { name: "Remove iPhone, Safari" }).click();
  await expect(
    phone.page.getByRole("heading", { name: "This phone is no longer the remote." }),
  ).toBeVisible();
  await expect(dialog.getByRole("list")).toHaveCount(0);
  await phone.page.reload();
  await expect(
    phone.page.getByRole("heading", { name: "This phone is no longer the remote." }),
  ).toBeVisible();
});
