import { expect, type Page } from "@playwright/test";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";
import { touchDrag } from "../fixtures/touch.ts";

interface StoredQuiz {
  questions: { prompt: string; plainText?: boolean }[];
}

const seesSaved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const list = (page: Page) => page.getByRole("navigation", { name: "Questions" });
/** Hidden from everybody but the eyes, so roles do not find what is in it. */
const phone = (page: Page) => page.frameLocator('iframe[title="The question on a phone"]');

const THREE = {
  title: "In order",
  questions: ["First?", "Second?", "Third?"].map((prompt) => ({ kind: "truefalse", prompt, correct: true })),
};

test("[MK5] [MK6] [MK7] marks are seen as they are typed; plain text shows every sign, to the phone", async ({
  host,
  api,
  startSession,
  player,
  presenter,
}) => {
  const id = await api.writeQuiz(THREE);
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  const statement = page.getByLabel("Statement");
  await seesSaved(page);

  await statement.fill("What is 2*3*4, __init__, 5$ or 10$?");
  await expect(page.getByText("Players see")).toBeHidden();
  await expect(phone(page).locator("h1")).toHaveText("What is 2*3*4, __init__, 5$ or 10$?");

  await statement.fill("Is **half** $\\frac{x^2}{2}$?");
  const seen = page.locator("[data-seen-as]");
  await expect(seen.locator("strong")).toHaveText("half");
  await expect(seen.locator(".katex").first()).toBeVisible();
  await expect(phone(page).locator("h1 strong")).toHaveText("half");
  await expect(phone(page).locator("h1 .katex").first()).toBeVisible();
  await expect(list(page)).toContainText("Is half x²/2?");
  await expect(list(page)).not.toContainText("frac");

  await page.getByLabel("Plain text").check();
  await expect(page.getByText("Players see")).toBeHidden();
  await expect(page.getByRole("toolbar", { name: "Format the question" })).toBeHidden();
  await expect(phone(page).locator("h1")).toHaveText("Is **half** $\\frac{x^2}{2}$?");
  await expect(page.getByText("Saving…")).toBeHidden();
  await seesSaved(page);
  const { questions } = (await api.get<StoredQuiz>(`/quizzes/${id}`)).body;
  expect(questions[0]).toMatchObject({ prompt: "Is **half** $\\frac{x^2}{2}$?", plainText: true });

  const session = await startSession({ title: "Plain", questions });
  const ada = await player("Ada", { in: session });
  const screen = await presenter(session.presenterUrl);
  await session.starts();
  await ada.seesQuestion("Is **half** $\\frac{x^2}{2}$?");
  await screen.seesHeading("Is **half** $\\frac{x^2}{2}$?");
});

test("[ED1] the editor shows the phone's own screen for every kind, and nobody can press it", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(EVERY_KIND);
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  for (const [place, { prompt }] of EVERY_KIND.questions.entries()) {
    await list(page)
      .getByRole("button", { name: new RegExp(`^${place + 1}\\. `) })
      .click();
    await expect(phone(page).locator("h1")).toHaveText(prompt);
    await expect(phone(page).locator("header")).toContainText(`${place + 1}`);
  }
  // The phone and the big screen.
  await expect(page.locator("[inert] iframe")).toHaveCount(2);
  // One number on the keyboard answers on a phone; here it is typed into nothing.
  await page.keyboard.press("1");
  await seesSaved(page);
});

test("[ED1] the phone beside the question takes no focus, whatever the kind", async ({ host, api }) => {
  const id = await api.writeQuiz(EVERY_KIND);
  const { page } = await host({ viewport: { width: 1280, height: 640 } });
  await page.goto(`/host/quizzes/${id}`);
  const chosen = list(page).locator("[aria-current]");
  for (const { prompt } of EVERY_KIND.questions.slice(1)) {
    await chosen.press("ArrowDown");
    await expect(chosen).toContainText(prompt);
    await expect(phone(page).locator("h1")).toContainText(prompt);
    await expect(chosen).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test("[ED2] a question is moved by finger, by mouse and by keyboard, and each step is said", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(THREE);
  const order = async () =>
    (await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions.map(({ prompt }) => prompt);
  const grip = (page: Page, number: number) =>
    page.getByRole("button", { name: `Move question ${number}`, exact: true });
  const middle = async (page: Page, number: number) => {
    const box = await grip(page, number).boundingBox();
    if (!box) throw new Error("no grip");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  const desk = await host({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  const { page } = desk;
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  await touchDrag(page, await middle(page, 1), await middle(page, 3));
  await expect.poll(order).toEqual(["Second?", "Third?", "First?"]);

  const [from, to] = [await middle(page, 3), await middle(page, 1)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 10, { steps: 8 });
  await page.mouse.move(to.x, to.y - 5, { steps: 3 });
  await page.mouse.up();
  await expect.poll(order).toEqual(["First?", "Second?", "Third?"]);

  await grip(page, 1).focus();
  const says = (words: string) => expect(page.getByText(words, { exact: true })).toBeAttached();
  await page.keyboard.press("Space");
  await says("Question 1 is picked up, at its own place.");
  await page.keyboard.press("ArrowDown");
  await says("Question 1 would now be question 2.");
  await page.keyboard.press("Space");
  await says("Question 1 is now question 2.");
  await expect.poll(order).toEqual(["Second?", "First?", "Third?"]);
});
