import { expect, type Page } from "@playwright/test";
import arabicPlayer from "../../messages/player/ar.json" with { type: "json" };
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

const PHONE = { width: 320, height: 640 };
const ONE_QUESTION = { ...CAPITALS, questions: [CAPITALS.questions[0]] };

test("[LA4] a game in Arabic on a small phone, from the door to the podium, beside an English screen", async ({
  player,
  presenter,
  startSession,
}) => {
  const session = await startSession(ONE_QUESTION);
  const { page } = await player("سارة", { locale: "ar-EG", viewport: PHONE });
  const screen = await presenter(session.presenterUrl);

  await page.goto(session.joinUrl);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await nothingSticksOut(page, "join");
  await page.getByRole("textbox").fill("سارة");
  await page.getByRole("button", { name: "انضم", exact: true }).click();
  await expect(page.getByRole("heading", { name: arabicPlayer.lobby.in })).toBeVisible();
  await nothingSticksOut(page, "lobby");
  await screen.seesName("سارة");
  await expect(screen.page.locator("html")).toHaveAttribute("lang", "en");

  await session.starts();
  await page.getByRole("button", { name: "Paris" }).click();
  await expect(page.getByRole("heading", { name: arabicPlayer.outcome.right })).toBeVisible();
  await nothingSticksOut(page, "reveal");
  await session.goesOn();
  await expect(page.getByRole("heading", { name: "المركز 1" })).toBeVisible();
  await nothingSticksOut(page, "standings");
  await session.goesOn();
  await expect(page.getByText(arabicPlayer.podium.wellPlayed)).toBeVisible();
  await nothingSticksOut(page, "podium");
});

test("[LA1] the first byte is in the browser's language; a choice is kept, and the screen has its own", async ({
  player,
  presenter,
  startSession,
}) => {
  const session = await startSession(ONE_QUESTION);
  const lan = await player("Lan", { locale: "vi-VN" });
  const seen = languagesSeen(lan.page);
  const reply = await lan.page.goto("/join");
  expect(await reply?.text()).toContain('<html lang="vi" dir="ltr"');
  await expect(lan.page.getByRole("heading", { name: "Tham gia quiz" })).toBeVisible();
  expect(reply?.headers()).toMatchObject({
    "x-nextjs-cache": "HIT",
    vary: expect.stringContaining("Accept-Language, Cookie"),
  });
  expect(await seen()).toEqual(["vi"]);

  // Walking through the languages changes nothing; pressing one does.
  await lan.page.getByLabel("Ngôn ngữ: Tiếng Việt").click();
  for (let steps = 0; steps < 5; steps++) await lan.page.keyboard.press("Tab");
  await expect(lan.page.getByRole("button", { name: "Deutsch" })).toBeFocused();
  await expect(lan.page.getByRole("heading", { name: "Tham gia quiz" })).toBeVisible();
  await lan.page.keyboard.press("Enter");
  await expect(lan.page.getByRole("heading", { name: "Mach beim Quiz mit" })).toBeVisible();
  await lan.page.goto(`/play?pin=${session.pin}`);
  await expect(lan.page.locator("html")).toHaveAttribute("lang", "de");

  const [address, key] = session.presenterUrl.split("#");
  const screen = await presenter(`${address}&lang=ar#${key}`);
  await expect(screen.page.getByRole("region", { name: "كيفية الانضمام" })).toBeVisible();
  await nothingSticksOut(screen.page, "big screen");
});

/** Every language the document had since it was opened. */
function languagesSeen(page: Page): () => Promise<string[]> {
  const ready = page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { languagesSeen: seen });
    new MutationObserver(() => {
      if (document.documentElement) seen.add(document.documentElement.lang);
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  return async () => {
    await ready;
    return page.evaluate(() => [...(window as unknown as { languagesSeen: Set<string> }).languagesSeen]);
  };
}

/** To the side. What axe says of these screens is in accessibility.spec.ts: no rule of it depends on the language. */
async function nothingSticksOut(page: Page, phase: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${phase}: pixels beyond the edge`).toBeLessThanOrEqual(0);
}
