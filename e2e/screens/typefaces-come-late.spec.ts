import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { patience } from "#tests/support/patience.ts";
import { layoutShifts, toAnotherPlace, withoutTypefaces } from "../fixtures/layout-shifts.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

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
    await ada.page.reload({ waitUntil: "commit" });
    return async (isShown: () => Promise<unknown>) => {
      await isShown();
      const before = await settled(ada.page);
      await typefacesCome();
      const shifts = (await layoutShifts(ada.page)).slice(before);
      expect.soft(toAnotherPlace(shifts), where).toEqual([]);
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

/** Waits until all that the page still loads is in its place. Returns how many times something has moved. */
async function settled(page: Page): Promise<number> {
  for (let before = -1; ; ) {
    const now = (await layoutShifts(page)).length;
    if (now === before) return now;
    before = now;
    await sleep(patience(500));
  }
}

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
  text: "font-weight: 400; font-size: 16px; font-family: var(--font-sans)",
  "medium text": "font-weight: 500; font-size: 16px; font-family: var(--font-sans)",
  "strong text": "font-weight: 600; font-size: 16px; font-family: var(--font-sans)",
  "small bold text": "font-weight: 700; font-size: 14px; font-family: var(--font-sans)",
  heading: "font-weight: 750; font-size: 24px; font-family: var(--font-display)",
  "small heading": "font-weight: 750; font-size: 20px; font-family: var(--font-display)",
};

test("[PL9] until a typeface has come its words stand in others of the same width and height", async ({
  browserOf,
}) => {
  const page = await (await browserOf()).newPage();
  await page.goto("/join");
  const measured = await page.evaluate(measure, { texts: TEXTS, styles: STYLES });
  expect(measured.length).toBeGreaterThan(50);
  for (const { what, early, late } of measured) {
    expect.soft(Math.abs(early.height - late.height), `height of ${what}`).toBeLessThan(1);
    // A figure that moves is seen; a line of words is ragged anyway.
    const allowed = what.startsWith("figures") ? 1.5 : late.width * 0.04;
    expect.soft(Math.abs(early.width - late.width), `width of ${what}`).toBeLessThan(allowed);
  }
});

/** Every text in every style: as large as without the typefaces that are loaded, and with them. */
async function measure({ texts, styles }: { texts: typeof TEXTS; styles: Record<string, string> }) {
  const loaded = new Set([...document.fonts].map(({ family }) => family.replaceAll('"', "")));
  const span = document.createElement("span");
  document.body.append(span);
  const sizeIn = async (css: string, families: string[], text: string) => {
    span.style.cssText = `${css}; line-height: normal; position: absolute; white-space: pre`;
    span.style.fontFamily = families.join(", ");
    span.textContent = text;
    const { fontWeight, fontSize } = getComputedStyle(span);
    // A stand-in that this device does not have is passed over.
    await document.fonts.load(`${fontWeight} ${fontSize} ${families.join(", ")}`, text).catch(() => {});
    const { width, height } = span.getBoundingClientRect();
    return { width, height };
  };
  const found = [];
  for (const [style, css] of Object.entries(styles)) {
    span.style.cssText = css;
    const all = getComputedStyle(span)
      .fontFamily.split(",")
      .map((family) => family.trim());
    const standIns = all.filter(
      (family) => family.includes(" on ") || !loaded.has(family.replaceAll('"', "")),
    );
    for (const [kind, each] of Object.entries(texts)) {
      span.className = kind === "figures" ? "numerals" : "";
      for (const text of each) {
        const [early, late] = [await sizeIn(css, standIns, text), await sizeIn(css, all, text)];
        found.push({ what: `${kind} “${text}” as ${style}`, early, late });
      }
    }
  }
  return found;
}
