import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import writeExcelFile from "write-excel-file/node";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

interface StoredQuiz {
  title: string;
  questions: { kind: string; prompt: string; options?: { text: string; correct?: boolean }[] }[];
}

/** As a teacher fills in Kahoot's template: three of the rows are wrong. */
const KAHOOT: (string | number | null)[][] = [
  [],
  [null, "Quiz template"],
  [null, "Add at least two answers and mark the right one."],
  [],
  [],
  [],
  [],
  [
    null,
    "Question - max 120 characters",
    ...[1, 2, 3, 4].map((answer) => `Answer ${answer} - max 75 characters`),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
  ],
  [1, "What is the capital of France?", "Paris", "Lyon", null, null, 20, 1],
  [2, "What is the largest ocean?", "Atlantic", "Pacific", "Indian", null, 20, 7],
  [3, "Which of these are prime?", "2", "9", "11", null, 30, "1,3"],
  [4, "Which river is the longest?", "Nile", null, null, null, 20, 1],
  [5, null, "Yes", "No", null, null, 20, 1],
  [6, "What is the capital of Norway?", "Bergen", "Oslo", null, null, 20, 2],
];
const BROKEN = ["What is the largest ocean?", "Which river is the longest?"];

async function kahootSheet(): Promise<Buffer> {
  return writeExcelFile(KAHOOT.map((row) => (row.length === 0 ? [null] : row))).toBuffer();
}

/** More than any page here has. */
const TABS_MAX = 80;

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const chooses = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel("File with questions").setInputFiles(file(name, buffer));
const rowOf = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });
const importButton = (page: Page) => page.getByRole("button", { name: /^Import \d+ question/ });
const seesCounts = (page: Page, words: string) =>
  expect(page.getByRole("main").getByText(words, { exact: true })).toBeVisible();

async function isAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

async function opensImport(page: Page) {
  await page.goto("/host");
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { name: "Import questions" })).toBeVisible();
}

/** The quiz in the editor that is open now. */
async function editedQuiz(page: Page, api: { get<T>(path: string): Promise<{ body: T }> }) {
  await page.waitForURL(/\/host\/quizzes\/[0-9a-z]{20}$/);
  return (await api.get<StoredQuiz>(new URL(page.url()).pathname.replace("/host", ""))).body;
}

test("[IMU2] [IMU3] [IMU4] a Kahoot sheet with three bad rows is looked through, mended and imported", async ({
  host,
  api,
}) => {
  const { page } = await host({ viewport: { width: 1280, height: 800 } });
  await opensImport(page);
  await isAccessible(page, "import");
  await chooses(page, "Geography.xlsx", await kahootSheet());
  await expect(page.getByRole("combobox", { name: "Format" })).toHaveText(/Kahoot/);
  await seesCounts(page, "6 questions · 3 refused");
  await expect(importButton(page)).toHaveText("Import 3 questions");
  await isAccessible(page, "review");

  await page.getByRole("radio", { name: "Refused" }).check();
  await expect(rowOf(page, "What is the capital of France?")).toBeHidden();
  for (const prompt of BROKEN) await expect(rowOf(page, prompt)).toContainText("Refused");

  const ocean = rowOf(page, BROKEN[0] ?? "");
  await ocean.getByRole("button", { name: /^Fix/ }).click();
  await expect(ocean.getByText("Mark the right one.").last()).toBeVisible();
  await isAccessible(page, "mending");
  await ocean.getByLabel("Option B is correct").check();
  await expect(ocean).toContainText("Fixed");
  await ocean.getByRole("button", { name: "Done" }).click();
  await expect(ocean.getByRole("button", { name: /^Edit/ })).toBeFocused();

  const river = rowOf(page, BROKEN[1] ?? "");
  await river.getByRole("button", { name: /^Fix/ }).click();
  await river.getByRole("button", { name: "Add option" }).click();
  await river.getByLabel("Option B", { exact: true }).fill("Amazon");
  await river.getByRole("combobox", { name: "Time to answer" }).click();
  await page.getByRole("option", { name: "1 minute" }).click();
  await river.getByRole("button", { name: "Done" }).click();

  const nameless = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Leave row 13 out" }) });
  await nameless.getByRole("button", { name: /^Leave/ }).click();
  await seesCounts(page, "6 questions · 2 fixed · 1 left out");

  await page.getByLabel("Title of the quiz").fill("Oceans and rivers");
  await importButton(page).click();
  const { title, questions } = await editedQuiz(page, api);
  expect(title).toBe("Oceans and rivers");
  expect(questions.map(({ prompt }) => prompt)).toEqual([
    "What is the capital of France?",
    "What is the largest ocean?",
    "Which of these are prime?",
    "Which river is the longest?",
    "What is the capital of Norway?",
  ]);
  expect(questions[1]?.options?.map(({ correct }) => correct)).toEqual([false, true, false]);
  expect(questions[3]).toMatchObject({
    timeLimitMs: 60_000,
    options: [{ text: "Nile" }, { text: "Amazon" }],
  });
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("[IMU1] what cannot be read says why beside the place, and what was pasted stays", async ({ host }) => {
  const { page } = await host();
  await opensImport(page);
  const alert = page.getByRole("main").getByRole("alert");
  await chooses(page, "empty.csv", Buffer.alloc(0));
  await expect(alert).toHaveText("“empty.csv” is empty.");
  await chooses(page, "large.zip", Buffer.alloc(20 * 1024 * 1024 + 1));
  await expect(alert).toHaveText("“large.zip” has 20.1 MB. Files of up to 20 MB can be read.");
  await chooses(page, "photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]));
  await expect(alert).not.toContainText("large.zip");
  await expect(alert).not.toBeEmpty();
  await expect(page.getByRole("heading", { name: "Import questions" })).toBeVisible();

  const text =
    "Paris\tCapital of France\nOslo\tCapital of Norway\nRome\tCapital of Italy\nBern\tCapital of Switzerland";
  await page.getByLabel("Or paste text").fill(text);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect(alert).toContainText("You are offline.");
  await expect(page.getByLabel("Or paste text")).toHaveValue(text);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Read this text" }).click();
  await seesCounts(page, "4 questions · 4 changed");
});

test("[IMU1] a file dropped anywhere is read, a folder is not", async ({ host }) => {
  const { page } = await host();
  await opensImport(page);
  const drops = (folder: boolean) =>
    page.evaluate((folder) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["Question,Option 1,Option 2,Correct\nFirst?,Yes,No,1"], "first.csv"));
      const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
      if (folder) {
        const items = [{ webkitGetAsEntry: () => ({ isDirectory: true }) }];
        Object.defineProperty(event, "dataTransfer", { value: { files: transfer.files, items } });
      }
      document.querySelector("header")?.dispatchEvent(event);
    }, folder);
  await drops(true);
  await expect(page.getByRole("main").getByRole("alert")).toHaveText("That is a folder. Drop a single file.");
  await drops(false);
  await expect(page.getByText("first.csv")).toBeVisible();
  await expect(importButton(page)).toHaveText("Import 1 question");
});

test("[IMU5] an expired sign-in and a lost network lose nothing that was mended", async ({ host, api }) => {
  const { page } = await host();
  await opensImport(page);
  await chooses(page, "Geography.xlsx", await kahootSheet());
  const ocean = rowOf(page, BROKEN[0] ?? "");
  await ocean.getByRole("button", { name: /^Fix/ }).click();
  await ocean.getByLabel("Option B is correct").check();

  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await importButton(page).click();
  await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText("You are signed out.");
  await page.context().addCookies(cookies);
  await page.context().setOffline(true);
  await importButton(page).click();
  await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText("You are offline.");
  await expect(ocean).toContainText("Fixed");
  await page.getByRole("button", { name: "Back to your quizzes" }).click();
  await page.getByRole("button", { name: "Stay here" }).click();

  await page.context().setOffline(false);
  await importButton(page).click();
  const { questions } = await editedQuiz(page, api);
  expect(questions).toHaveLength(4);
});

test("[IMU7] a list of terms is imported by keyboard alone", async ({ host, api }) => {
  const { page } = await host();
  await page.goto("/host");
  await page.getByRole("link", { name: "Import" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Import questions" })).toBeVisible();
  const tabsTo = async (target: Locator) => {
    for (let step = 0; step < TABS_MAX; step++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`no way by Tab to ${target}`);
  };
  await tabsTo(page.getByLabel("Or paste text"));
  await page.keyboard.insertText("Paris\tCapital of France\nOslo\tCapital of Norway\nRome\tCapital of Italy");
  await tabsTo(page.getByRole("button", { name: "Read this text" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check the questions" })).toBeFocused();
  await tabsTo(page.getByRole("button", { name: /^Edit/ }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Question", { exact: true })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" (in Europe)");
  await tabsTo(page.getByRole("button", { name: "Done" }));
  await page.keyboard.press("Enter");
  await tabsTo(importButton(page));
  await page.keyboard.press("Enter");
  const { questions } = await editedQuiz(page, api);
  expect(questions).toHaveLength(3);
  expect(questions[0]?.prompt).toContain("(in Europe)");
});

test("[IMU6] what a format cannot carry is said before a quiz is downloaded", async ({ host, api }) => {
  await api.writeQuiz({ ...EVERY_KIND, title: "Taken away" });
  const { page } = await host();
  await page.goto("/host");
  await page.getByRole("button", { name: "More for Taken away" }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).click();
  await page.getByRole("option", { name: /^Aiken/ }).click();
  await expect(dialog.getByText("What this format cannot carry")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Question 6:" })).toContainText("Left out");
  await isAccessible(page, "export");
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Taken away.aiken.txt");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("Which planet is the largest?");
  expect(text).toContain("ANSWER: B");
  await expect(dialog).toBeHidden();
});
