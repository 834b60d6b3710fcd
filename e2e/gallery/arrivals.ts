import { expect } from "@playwright/test";
import type { Subject } from "./camera.ts";
import type { Cast, Phone } from "./cast.ts";
import { WORDS } from "./words.ts";

/** Until every page of the cast shows the phase: no picture is of the one before. */
export const arrivals = {
  async lobby({ phones, screens }: Cast) {
    for (const { page, language } of phones)
      await expect(page.getByRole("heading", { name: WORDS[language].player.lobby.in })).toBeVisible();
    for (const { page, language } of screens)
      await expect(page.getByRole("region", { name: WORDS[language].screen.join.label })).toBeVisible();
  },
  async question({ phones, screens }: Cast, prompt: string) {
    for (const { page } of [...phones, ...screens])
      await expect(page.getByRole("main").getByRole("heading", { name: prompt })).toBeVisible();
  },
  /** What one answers with is there, whatever of it is loaded late. */
  async pads({ phones }: Cast) {
    for (const { page } of phones)
      await expect(page.getByRole("main").locator("button, input").first()).toBeVisible();
  },
  /** A phone whose answer was given elsewhere learns of it at the latest when it is loaded again. */
  async saved({ page, language }: Phone) {
    const saved = page.getByRole("status").filter({ hasText: WORDS[language].player.status.saved });
    await saved.waitFor({ timeout: 1_500 }).catch(() => page.reload());
    await expect(saved.first()).toBeVisible();
  },
  async reveal({ phones, screens }: Cast) {
    for (const phone of phones) await expect(outcome(phone)).toBeVisible();
    for (const { page, language } of screens) {
      const result = page.locator("main p[role=status]").filter({ hasText: /\S/ });
      await expect(result.first()).not.toContainText(WORDS[language].screen.reveal.counting);
    }
  },
  async standings({ phones, screens }: Cast) {
    for (const phone of phones) await expect(outcome(phone)).toBeHidden();
    for (const { page, language } of screens)
      await expect(page.getByRole("heading", { name: WORDS[language].screen.standings.title })).toBeVisible();
  },
  /** The drum rolls are over, and everybody knows their place. */
  async podium({ phones, screens }: Cast, winner: string) {
    const patience = { timeout: 40_000 };
    for (const { page, language } of phones)
      await expect(page.getByText(WORDS[language].player.podium.roll)).toBeHidden(patience);
    for (const { page, language } of screens)
      await expect(page.getByRole("list", { name: WORDS[language].screen.podium.title })).toContainText(
        winner,
        patience,
      );
  },
  async ended({ phones, screens }: Cast) {
    for (const { page, language } of phones)
      await expect(page.getByRole("heading", { name: WORDS[language].player.ended.thanks })).toBeVisible();
    for (const { page, language } of screens)
      await expect(page.getByRole("heading", { name: WORDS[language].screen.ended.thanks })).toBeVisible();
  },
  async paused({ phones, screens }: Cast) {
    for (const { page, language } of phones)
      await expect(page.getByText(WORDS[language].player.paused.title).first()).toBeVisible();
    for (const { page, language } of screens)
      await expect(page.getByText(WORDS[language].screen.paused.title).first()).toBeVisible();
  },
};

function outcome({ page, language }: Subject) {
  const { right, partly, wrong, none, thanks } = WORDS[language].player.outcome;
  const any = page.getByRole("heading", { name: right, exact: true });
  return [partly, wrong, none, thanks]
    .reduce((all, name) => all.or(page.getByRole("heading", { name, exact: true })), any)
    .first();
}
