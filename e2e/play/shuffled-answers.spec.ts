import { expect, type Page } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const MOONS = ["Io", "Europa", "Ganymede", "Callisto", "Titan", "Triton"];
const QUIZ = {
  title: "Moons",
  questions: [
    {
      kind: "single",
      prompt: "Which moon is Saturn’s?",
      options: MOONS.map((text) => ({ text, ...(text === "Titan" ? { correct: true } : {}) })),
      timeLimitMs,
    },
  ],
};

test("[SHF3] [SHF4] [SHF5] shuffled answers: letters follow the phone, shapes the answer, and the big screen has no letters", async ({
  startSession,
  player,
  presenter,
}) => {
  const session = await startSession(QUIZ, { shuffle: { options: true } });
  const phones = [];
  for (const name of ["Ada", "Bo", "Cy"]) phones.push(await player(name, { in: session }));
  const [ada] = phones;
  const { page: screen } = await presenter(session.presenterUrl);
  await session.starts();
  await session.isOpen();

  const orders: string[] = [];
  for (const { page } of phones) {
    const options = await optionsOf(page);
    expect(options.map(({ letter }) => letter).join("")).toBe("ABCDEF");
    // Color and shape stay with the answer.
    for (const { moon, look } of options) expect(look).toBe(String(MOONS.indexOf(moon)));
    orders.push(options.map(({ moon }) => moon).join());
  }
  expect(new Set(orders).size).toBeGreaterThan(1);
  await expect(screen.locator("[data-option]")).toHaveCount(MOONS.length);
  for (const said of await screen.locator("[data-option]").allInnerTexts())
    expect(MOONS).toContain(said.trim());

  await test.step("the same after a reload, and a letter means what stands beside it", async () => {
    const { page } = ada!;
    await page.reload();
    const options = await optionsOf(page);
    expect(options.map(({ moon }) => moon).join()).toBe(orders[0]);
    await page.keyboard.press(options.find(({ moon }) => moon === "Titan")!.letter.toLowerCase());
    await ada!.seesSaved();
    await session.closesQuestion();
    await ada!.seesOutcome("Right!");
  });
});

/** The answers as this phone shows them, from the first. */
async function optionsOf(page: Page): Promise<{ letter: string; moon: string; look: string | null }[]> {
  const tiles = page.getByRole("main").locator("button[data-option]");
  await expect(tiles).toHaveCount(MOONS.length);
  return tiles.evaluateAll((all) =>
    all.map((tile) => {
      const [, letter = "", moon = ""] = /([A-F]): (\p{L}+)/u.exec(tile.textContent ?? "") ?? [];
      return { letter, moon, look: tile.getAttribute("data-option") };
    }),
  );
}
