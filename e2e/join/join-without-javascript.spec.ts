import { expect } from "@playwright/test";
import { playerCookieName } from "#lib/auth/cookies.ts";
import frenchLanding from "../../messages/landing/fr.json" with { type: "json" };
import french from "../../messages/trouble/fr.json" with { type: "json" };
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

const WITHOUT = { javaScriptEnabled: false };

test("the plain form joins", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada", WITHOUT);
  await ada.page.goto("/join");
  await ada.page.getByLabel("Quiz PIN").fill(session.pin);
  await ada.entersName("Ada");

  await expect(ada.page).toHaveURL(new RegExp(`/play\\?pin=${session.pin}$`));
  const notice = ada.page.locator("noscript p");
  await expect(notice).toBeVisible();
  await expect(notice).toContainText("You have joined, but playing needs JavaScript");
  expect((await session.standings()).map(({ name }) => name)).toEqual(["Ada"]);
  const cookies = await ada.context.cookies();
  expect(cookies).toContainEqual(
    expect.objectContaining({ name: playerCookieName(session.sessionId), httpOnly: true, sameSite: "Lax" }),
  );
});

test("the plain form shows a refusal and what was typed", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ada");
  const other = await player("Ada", WITHOUT);
  await other.page.goto("/join");
  await other.page.getByLabel("Quiz PIN").fill(session.pin);
  await other.entersName("Ada");

  await expect(other.page.getByText("Someone here already has this name")).toBeVisible();
  await expect(other.page.getByLabel("Your name")).toHaveValue("Ada");
  await expect(other.page.getByLabel("Quiz PIN")).toHaveValue(
    `${session.pin.slice(0, 3)} ${session.pin.slice(3)}`,
  );

  await other.entersName("Ada Lovelace");
  await expect(other.page).toHaveURL(/\/play\?pin=/);
});

test("a wrong PIN is told beside the PIN", async ({ player }) => {
  const ada = await player("Ada", WITHOUT);
  await ada.page.goto("/join");
  await ada.page.getByLabel("Quiz PIN").fill("000000");
  await ada.entersName("Ada");
  await expect(ada.page.getByText("No quiz is running with this PIN")).toBeVisible();
  await expect(ada.page.getByLabel("Quiz PIN")).toHaveAttribute("aria-invalid", "true");
});

test("the landing page leads to the form", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada", WITHOUT);
  await ada.page.goto("/");
  await ada.page.getByLabel("Quiz PIN").fill(session.pin);
  await ada.page.getByRole("button", { name: "Join the quiz" }).click();
  await expect(ada.page).toHaveURL(/\/join\?pin=/);
  await expect(ada.page.getByLabel("Your name")).toBeVisible();
});

test("[LA1] an unknown address is told in the asker's language, and so is what an installed Ovation is called", async ({
  player,
}) => {
  const { page } = await player("Ada", { ...WITHOUT, locale: "fr-FR" });
  const reply = await page.goto("/nowhere/at-all");
  expect(reply?.status()).toBe(404);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { name: french.notFound.title })).toBeVisible();
  await page.getByRole("link", { name: french.notFound.enterPin }).click();
  const link = page.locator("link[rel=manifest]");
  const manifest = await page.request.get((await link.getAttribute("href")) ?? "", {
    headers: { "accept-language": "fr-FR" },
  });
  expect(manifest.headers()["content-type"]).toContain("application/manifest+json");
  expect(await manifest.json()).toMatchObject({
    lang: "fr",
    name: frenchLanding.meta.title,
    start_url: "/join",
  });
});

test("a name typed before the script has come is kept", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await ada.page.route(/\/_next\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await ada.page.goto(`/join?pin=${session.pin}`, { waitUntil: "commit" });
  await ada.page.getByLabel("Your name").fill("Ada");
  release();
  await expect(ada.page.getByText(CAPITALS.title)).toBeVisible();
  await expect(ada.page.getByLabel("Your name")).toHaveValue("Ada");
  await ada.page.getByRole("button", { name: "Join", exact: true }).click();
  await ada.seesLobby();
});

test("[JN14] the PIN of a link is there before the scripts, and an early press of Join leads to the lobby", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await ada.page.route(/\/_next\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await ada.page.goto(`/join?pin=${session.pin}`, { waitUntil: "commit" });
  await expect(ada.page.getByLabel("Quiz PIN")).toHaveValue(
    `${session.pin.slice(0, 3)} ${session.pin.slice(3)}`,
  );
  await ada.entersName("Ada");
  await ada.page.waitForURL(/\/play\?pin=/, { waitUntil: "commit" });
  release();
  await ada.seesLobby();
});
