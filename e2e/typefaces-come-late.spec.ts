import { expect, type Page } from "@playwright/test";
import { layoutShifts, watchLayoutShifts, withoutTypefaces } from "./fixtures/layout-shifts.ts";
import { CAPITALS } from "./fixtures/quizzes.ts";
import { test } from "./fixtures/test.ts";

const SMALLEST = { viewport: { width: 320, height: 640 } };

test("[PL9] nothing moves on a phone when its typefaces come: lobby, question, outcome, standings", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { ...SMALLEST, in: session });
  const looksAlike = async (where: string) => {
    const typefacesCome = await withoutTypefaces(ada.page);
    await ada.page.reload();
    const moved = async () => (await layoutShifts(ada.page)).length;
    return async (isShown: () => Promise<unknown>) => {
      await isShown();
      const before = await moved();
      await typefacesCome();
      expect.soft((await layoutShifts(ada.page)).slice(before), where).toEqual([]);
    };
  };

  await (await looksAlike("lobby"))(() => ada.seesLobby());
  await session.starts();
  await session.isOpen();
  await (await looksAlike("question"))(() => expect(ada.option("Paris")).toBeEnabled());
  await ada.answers("Paris");
  await ada.seesSaved();
  await (await looksAlike("saved"))(() => ada.seesSaved());
  await ravi.answers(0, { choice: 0 });
  await ada.seesOutcome("Right!");
  await (await looksAlike("outcome"))(() => ada.seesOutcome("Right!"));
  await session.goesOn();
  await ada.seesPlace("1st");
  await (await looksAlike("standings"))(() => ada.seesPlace("1st"));
});

/** What people compare while it changes, and what they read. */
const TEXTS = {
  figures: ["0", "1", "11", "1111", "987", "10000", "216753"],
  words: [
    "What is the capital of France?",
    "Your answer is saved. Others still think.",
    "Wie heißt die Hauptstadt von Australien?",
    "Quelle est la capitale de la France ?",
    "¿Cuál es la capital de Francia, según tú?",
    "You are offline. Your answers are kept.",
  ],
};
const STYLES = {
  text: "font: 400 16px var(--font-sans)",
  "medium text": "font: 500 16px var(--font-sans)",
  "strong text": "font: 600 16px var(--font-sans)",
  "small bold text": "font: 700 14px var(--font-sans)",
  heading: "font: 750 24px var(--font-display)",
  "small heading": "font: 750 20px var(--font-display)",
};

test("[PL9] until a typeface has come its words stand in others of the same width and height", async ({
  browserOf,
}) => {
  const context = await browserOf();
  await watchLayoutShifts(context);
  const page = await context.newPage();
  const typefacesCome = await withoutTypefaces(page);
  await page.goto("/join");
  await expect(page.getByLabel("Quiz PIN")).toBeVisible();
  const before = await sizes(page);
  await typefacesCome();
  const after = await sizes(page);
  expect(after).not.toEqual(before);
  for (const [i, { what, width, height }] of after.entries()) {
    const early = before[i]!;
    expect.soft(early.height, `height of ${what}`).toBeCloseTo(height, 0);
    const off = Math.abs(early.width / width - 1);
    // A figure more or less is seen; a line of words is ragged anyway.
    if (what.includes("figures")) expect.soft(Math.abs(early.width - width), what).toBeLessThan(1.5);
    else expect.soft(off, `${what}: ${early.width} before, ${width} after`).toBeLessThan(0.04);
  }
});

/** Of every text in every style, as it is drawn now. */
function sizes(page: Page) {
  return page.evaluate(
    async ({ texts, styles }) => {
      const box = document.createElement("div");
      document.body.append(box);
      const spans = Object.entries(styles).flatMap(([style, css]) =>
        Object.entries(texts).flatMap(([kind, all]) =>
          all.map((text) => {
            const span = document.createElement("span");
            span.className = kind === "figures" ? "numerals" : "";
            span.style.cssText = `${css}; line-height: normal; position: absolute; white-space: pre`;
            span.textContent = text;
            box.append(span);
            return { what: `${kind} “${text}” as ${style}`, span };
          }),
        ),
      );
      // Asks for what these need, without waiting for it.
      box.getBoundingClientRect();
      await new Promise(requestAnimationFrame);
      if ([...document.fonts].some(({ status }) => status === "loaded")) await document.fonts.ready;
      const measured = spans.map(({ what, span }) => {
        const { width, height } = span.getBoundingClientRect();
        return { what, width, height };
      });
      box.remove();
      return measured;
    },
    { texts: TEXTS, styles: STYLES },
  );
}
