import { expect, type Page } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const statement = (prompt: string) => ({ kind: "truefalse", prompt, correct: true });
const CAPITALS = { title: "Capitals", questions: ["Oslo is north.", "Lima is south."].map(statement) };

interface StoredQuiz {
  title: string;
  questions: { prompt: string; timeLimitMs: number }[];
}

const list = (page: Page) => page.getByRole("navigation", { name: "Questions" });
const field = (page: Page) => page.getByLabel("Statement");
const seesSaved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

test("[ED4] [ED6] [DR5] by keys alone: what was typed is undone, other windows' changes stay, an earlier version comes back", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const stored = async () => {
    const { title, questions } = (await api.get<StoredQuiz>(`/quizzes/${id}`)).body;
    return [title, ...questions.map(({ prompt }) => prompt)];
  };
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  await field(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Oslo is far north.");
  await expect.poll(stored).toContain("Oslo is far north.");

  const elsewhere = (await api.get<StoredQuiz>(`/quizzes/${id}`)).body;
  await api.put(`/quizzes/${id}`, {
    ...elsewhere,
    title: "Cities",
    questions: [elsewhere.questions[0], { ...elsewhere.questions[1], prompt: "Lima is far south." }],
  });
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(list(page)).toContainText("Lima is far south.");

  await page.keyboard.press("Control+z");
  await expect(field(page)).toHaveValue("Oslo is north.");
  await expect.poll(stored).toEqual(["Cities", "Oslo is north.", "Lima is far south."]);
  await page.keyboard.press("Control+Shift+z");
  await expect(field(page)).toHaveValue("Oslo is far north.");
  await seesSaved(page);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("earlier");
  await page.keyboard.press("Enter");
  const versions = page.getByRole("dialog", { name: "Earlier versions" });
  await versions.getByRole("list", { name: "Versions" }).getByRole("button").last().press("Enter");
  await expect(versions).toContainText("Changed since then: 2 questions.");
  await expect(versions).toContainText("Lima is south.");
  await versions.getByRole("button", { name: "Restore this version" }).press("Enter");
  await expect(versions).toBeHidden();
  await expect.poll(stored).toEqual(["Capitals", "Oslo is north.", "Lima is south."]);
  await page.keyboard.press("Control+z");
  await expect.poll(stored).toEqual(["Cities", "Oslo is far north.", "Lima is far south."]);
});

test("[ED7] [ED8] many are set at once, and questions go from quiz to quiz", async ({ host, api }) => {
  const word = `w${Date.now().toString(36)}`;
  const source = await api.writeQuiz({ title: `Source ${word}`, questions: [statement("Rome is old.")] });
  const id = await api.writeQuiz({ ...CAPITALS, title: `Target ${word}` });
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);

  await page.getByRole("button", { name: "More for this quiz" }).click();
  await page.getByRole("menuitem", { name: "Add questions from other quizzes" }).click();
  const bank = page.getByRole("dialog", { name: "Add questions from other quizzes" });
  await bank.getByRole("searchbox").fill(`${word} rome`);
  await bank.getByRole("checkbox", { name: /Rome is old/ }).check();
  await bank.getByRole("button", { name: "Add the question" }).click();
  await expect(field(page)).toHaveValue("Rome is old.");

  await page.getByRole("button", { name: "More for this quiz" }).click();
  await page.getByRole("menuitem", { name: "Select several" }).click();
  const bar = page.getByRole("region", { name: "Selected questions" });
  await page.getByRole("checkbox", { name: "Select question 1" }).check();
  await page.getByRole("checkbox", { name: "Select question 3" }).check();
  await bar.getByRole("combobox", { name: "Time of the selected questions" }).click();
  await page.getByRole("option", { name: "5 seconds" }).click();
  await expect
    .poll(async () =>
      (await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions.map((each) => each.timeLimitMs),
    )
    .toEqual([5_000, 20_000, 5_000]);

  await bar.getByRole("button", { name: "More for the selected questions" }).click();
  await page.getByRole("menuitem", { name: "To another quiz" }).click();
  const target = page.getByRole("dialog", { name: "2 questions to another quiz" });
  await target.getByRole("searchbox").fill(`source ${word}`);
  await target.getByRole("radio", { name: /^Source/ }).check();
  await target.getByRole("switch", { name: "Move them" }).check();
  await target.getByRole("button", { name: "Move 2 questions" }).click();
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  const moved = (await api.get<StoredQuiz>(`/quizzes/${source}`)).body.questions.map(({ prompt }) => prompt);
  expect(moved).toEqual(["Rome is old.", "Oslo is north.", "Lima is south."]);
});
