import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const TEA = { kind: "poll", prompt: "Tea or coffee?", options: [{ text: "Tea" }, { text: "Coffee" }] };

const card = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search your quizzes" });

async function choose(page: Page, name: string, item: string) {
  await card(page, name)
    .getByRole("button", { name: `More for ${name}`, exact: true })
    .click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function isClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("[LIB1] [LIB2] a quiz is found as its host types, and Back comes back to the list", async ({
  host,
  api,
}) => {
  await api.writeQuiz({ title: "Żółwie", questions: [{ ...TEA, prompt: "Zupełnie inaczej?" }] });
  const porridge = { ...TEA, options: [{ text: "Porridge" }, { text: "Coffee" }] };
  await api.writeQuiz({ title: "Breakfast", questions: [porridge] });
  const { page } = await host();
  await page.goto("/host");
  await search(page).pressSequentially("ZOLW");
  await expect(page.getByText("1 quiz found")).toBeVisible();
  await expect(card(page, "Żółwie")).toBeVisible();
  await expect(card(page, "Breakfast")).toBeHidden();
  await expect(page).toHaveURL(/\?q=ZOLW$/);
  await search(page).fill("coffee porri");
  await expect(card(page, "Breakfast")).toBeVisible();
  await isClean(page);
  await card(page, "Breakfast").getByRole("link", { name: "Breakfast", exact: true }).click();
  await expect(page).toHaveURL(/\/host\/quizzes\//);
  await page.goBack();
  await expect(search(page)).toHaveValue("coffee porri");
  await expect(page.getByText("1 quiz found")).toBeVisible();
  await search(page).fill("coffee nobody");
  await expect(page.getByRole("heading", { name: "No quiz found" })).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(card(page, "Żółwie")).toBeVisible();
  await expect(search(page)).toHaveValue("");
});

test("[LIB5] folders, tags and the archive, by keyboard", async ({ host, api }) => {
  await api.writeQuiz({ title: "Put away", questions: [TEA] });
  const { page } = await host();
  await page.goto("/host");
  await card(page, "Put away").getByRole("button", { name: "More for Put away" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Folder and tags…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Folder and tags" });
  await expect(dialog.getByRole("combobox", { name: "Folder" })).toBeFocused();
  await page.keyboard.type("Drinks");
  await page.keyboard.press("Tab");
  await page.keyboard.type("hot, year 7");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const marks = card(page, "Put away").getByRole("list", { name: "Folder and tags" });
  await expect(marks.getByRole("link")).toHaveText(["Drinks", "hot", "year 7"]);
  await isClean(page);
  await marks.getByRole("link", { name: "year 7" }).click();
  await expect(page.getByText("1 quiz found")).toBeVisible();
  await expect(page).toHaveURL(/tag=year\+7/);
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("combobox", { name: "Folder" }).click();
  await page.getByRole("option", { name: "Drinks (1)" }).click();
  await expect(page.getByText("1 quiz found")).toBeVisible();
  await page.goto("/host");
  await choose(page, "Put away", "Archive");
  await expect(card(page, "Put away")).toBeHidden();
  await page
    .getByRole("navigation", { name: "Where your quizzes are" })
    .getByRole("link", { name: /Archive/ })
    .click();
  await choose(page, "Put away", "Move out of the archive");
  await expect(page.getByRole("heading", { name: "Nothing in the archive" })).toBeVisible();
});

test("[LIB6] a deleted quiz is in the trash, comes back, and goes for good when asked twice", async ({
  host,
  api,
}) => {
  await api.writeQuiz({ title: "Thrown away", questions: [TEA] });
  const { page } = await host();
  await page.goto("/host");
  await choose(page, "Thrown away", "Delete");
  await expect(card(page, "Thrown away")).toBeHidden();
  const trash = page
    .getByRole("navigation", { name: "Where your quizzes are" })
    .getByRole("link", { name: /Trash/ });
  await trash.click();
  await expect(card(page, "Thrown away")).toContainText("deleted");
  await isClean(page);
  await page.getByRole("button", { name: "Restore Thrown away" }).click();
  await expect(card(page, "Thrown away")).toBeHidden();
  await page.goto("/host");
  await choose(page, "Thrown away", "Delete");
  await trash.click();
  await page.getByRole("button", { name: "Delete Thrown away for good" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete the quiz" }).click();
  await expect(card(page, "Thrown away")).toBeHidden();
});

test("[LIB4] more quizzes than a page holds come on the next one", async ({ host, api }) => {
  for (let i = 10; i < 60; i++) await api.writeQuiz({ title: `Paged ${i}`, questions: [TEA] });
  const { page } = await host();
  await page.goto("/host?q=paged&sort=title");
  await expect(page.getByText("50 quizzes found")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Paged/ })).toHaveCount(48);
  await page.getByRole("link", { name: "Next 48" }).click();
  await expect(page.getByRole("heading", { name: /^Paged/ })).toHaveText(["Paged 58", "Paged 59"]);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(page.getByRole("heading", { name: "Paged 10" })).toBeVisible();
});
