import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { png } from "#tests/support/pictures.ts";
import type { BigScreen } from "../fixtures/big-screen.ts";
import { type Host, hostAt } from "../fixtures/host.ts";
import type { Player } from "../fixtures/player.ts";
import { test } from "../fixtures/test.ts";

/** The one spec with everything as people see it: nothing is set up behind the scenes, and things move. */
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("[TH5] a whole session: sign in, write a quiz, play it with two phones and a big screen, keep the results", async ({
  browserOf,
  player,
  presenter,
  server,
}) => {
  const laptop = await browserOf({ acceptDownloads: true });
  const page = await laptop.newPage();
  const host = hostAt(page);

  await test.step("sign in, at the second try", async () => {
    await page.goto("/host");
    await page.getByLabel("Email").fill(server.ownerEmail);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Email or password is wrong.")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(server.ownerEmail);
    await page.getByLabel("Password").fill(server.ownerPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Your quizzes" })).toBeVisible();
  });

  await test.step("write a quiz of four kinds", async () => {
    await page.getByRole("link", { name: "New quiz" }).click();
    await page.getByLabel("Title of the quiz").fill("An evening in Bergen");
    await page.getByLabel("Question", { exact: true }).fill("Where is the Fløibanen?");
    await writesOptions(page, ["Oslo", "Bergen", "Tromsø"]);
    await page.getByLabel("Option B is correct").check();

    await adds(page, "True or false");
    await page.getByLabel("Statement").fill("It rains there every day.");
    await page.getByRole("radio", { name: "False" }).check();

    await adds(page, "Type the answer");
    await page.getByLabel("Question", { exact: true }).fill("What is the highest mountain on Earth?");
    for (const answer of ["Everest", "Chomolungma"]) {
      await page.getByRole("textbox", { name: "Accepted answers" }).fill(answer);
      await page.getByRole("textbox", { name: "Accepted answers" }).press("Enter");
    }

    await adds(page, "Number");
    await page.getByLabel("Question", { exact: true }).fill("How many stairs lead up the Stoltzekleiven?");
    await page.getByLabel("The right number").fill("722");
    await expect(page.getByRole("navigation", { name: "Questions" }).getByRole("listitem")).toHaveCount(4);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  });

  await test.step("open a lobby from the dashboard", async () => {
    await page.getByRole("link", { name: "Back to your quizzes" }).click();
    await page.getByRole("button", { name: "Start An evening in Bergen" }).click();
    const dialog = page.getByRole("dialog", { name: "Start a session" });
    await dialog.getByRole("radio", { name: "At the reveal" }).check();
    await dialog.getByLabel("Reading time before answers open").click();
    await page.getByRole("option", { name: "None" }).click();
    const picture = (name: string) => ({ name, mimeType: "image/png", buffer: png(60, 20) });
    await dialog.getByLabel("File for the logo").setInputFiles(picture("logo.png"));
    await expect(dialog.getByLabel("Description of the logo")).toBeVisible();
    await dialog.getByRole("button", { name: "Open the lobby" }).click();
    await expect(dialog).toContainText("Write what your logo says");
    await dialog.getByLabel("Description of the logo").fill("Bergen Quiz Club");
    await dialog.getByLabel("File for the background").setInputFiles(picture("sky.png"));
    await expect(dialog.getByRole("button", { name: "Remove the background" })).toBeVisible();
    await dialog.getByRole("button", { name: "Open the lobby" }).click();
    await host.seesPhase("In the lobby");
  });

  const { screen, pin } =
    await test.step("put it on the big screen, which another computer drives", async () => {
      const opened = laptop.waitForEvent("page");
      await page.getByRole("link", { name: "Open the big screen in a new window" }).click();
      const preview = await opened;
      await expect(preview.getByRole("heading", { name: "An evening in Bergen" })).toBeVisible();
      const wall = await presenter(preview.url());
      await preview.close();
      const spoken = await wall.page.getByRole("region", { name: "How to join" }).textContent();
      const digits = /\d \d \d \d \d \d/.exec(spoken ?? "")?.[0] ?? "";
      return { screen: wall, pin: digits.replaceAll(" ", "") };
    });
  expect(pin).toMatch(/^\d{6}$/);

  await expect(screen.page.getByRole("img", { name: "Bergen Quiz Club" })).toBeVisible();
  await expect(screen.page.locator("html")).toHaveAttribute("data-photo");

  const ada = await player("Ada");
  const bo = await player("Bo");
  await test.step("two phones join, one with the PIN and one by its link", async () => {
    await ada.joinsWithPin(pin);
    await bo.joinsByLink(`/join?pin=${pin}`);
    for (const { name } of [ada, bo]) {
      await host.seesInLobby(name);
      await screen.seesName(name);
    }
    await expect(ada.page.getByRole("img", { name: "Bergen Quiz Club" })).toBeVisible();
  });

  await test.step("single choice: both answer, and it closes by itself", async () => {
    await host.presses("Start the quiz");
    await expect(ada.page.getByText("Here we go")).toBeVisible();
    await ada.answers("Bergen");
    await ada.seesSaved();
    await screen.seesHeading("Where is the Fløibanen?");
    for (const phone of [ada, bo]) expect(solutionsHeard(phone)).toEqual([]);
    await bo.answers("Oslo");
    await ada.seesOutcome("Right!");
    await bo.seesOutcome("Not this time");
    await expect(screen.page.getByText("1 of 2 got it right")).toBeVisible();
    await showsStandings(host, screen, ["Ada", "Bo"]);
    await ada.seesPlace("1st");
    await bo.seesPlace("2nd");
  });

  await test.step("true or false: one answers, the host closes it", async () => {
    await host.presses("Next question");
    await ada.answers("False");
    await ada.seesSaved();
    await expect(page.getByText("1 of 2 answered")).toBeVisible();
    await host.presses("Close question");
    await ada.seesOutcome("Right!");
    await bo.seesOutcome("No answer");
    await host.presses("Show standings");
  });

  await test.step("a typed answer, with a slip; nobody is told the key before the reveal", async () => {
    await host.presses("Next question");
    await ada.types("everst");
    await ada.seesSaved();
    await bo.seesQuestion("What is the highest mountain on Earth?");
    for (const phone of [ada, bo]) expect(phone.heard.join()).not.toContain("Chomolungma");
    await bo.types("Kilimanjaro");
    await ada.seesOutcome("Right!");
    await bo.seesOutcome("Not this time");
    for (const phone of [ada, bo]) {
      await expect(phone.page.getByText("Also right: Chomolungma")).toBeVisible();
      expect(phone.heard.join()).toContain("Chomolungma");
    }
    await host.presses("Show standings");
  });

  await test.step("a number", async () => {
    await host.presses("Next question");
    await ada.types("700");
    await ada.seesSaved();
    for (const phone of [ada, bo]) expect(phone.heard.join()).not.toContain('"number":722');
    await bo.types("722");
    await ada.seesOutcome("Not this time");
    await bo.seesOutcome("Right!");
    await showsStandings(host, screen, ["Ada", "Bo"]);
  });

  const scores = await test.step("the podium, and the end", async () => {
    await host.presses("Show podium");
    await expect(ada.page.getByText("And the result is…")).toBeVisible();
    await ada.seesPlace("1st of 2");
    await bo.seesPlace("2nd of 2");
    await expect(screen.page.getByRole("list", { name: "Podium" })).toContainText("Ada");
    await host.presses("End quiz");
    await screen.seesHeading("Thank you for playing!");
    return { Ada: await finalScore(ada), Bo: await finalScore(bo) };
  });
  expect(scores.Ada).toBeGreaterThan(scores.Bo);
  expect(scores.Bo).toBeGreaterThanOrEqual(500);

  await test.step("the results are those the phones saw", async () => {
    await page.getByRole("link", { name: "See the results" }).first().click();
    await expect(page.getByRole("heading", { name: "An evening in Bergen" })).toBeVisible();
    const rows = page.getByRole("table").getByRole("row");
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(`Ada${figure(scores.Ada)}3 of 4`);
    await expect(rows.nth(2)).toContainText(`Bo${figure(scores.Bo)}1 of 4`);
    await expect(page.getByRole("listitem").filter({ hasText: "1. Where is the Fløibanen?" })).toContainText(
      "50% right",
    );
  });

  await test.step("and so are the files", async () => {
    const [header, ...players] = await downloads(page, "Results (CSV)");
    expect(header?.slice(0, 5)).toEqual(["Rank", "Name", "Score", "Correct", "Answered"]);
    expect(header?.slice(-4)).toEqual([
      "1. Where is the Fløibanen?",
      "2. It rains there every day.",
      "3. What is the highest mountain on Earth?",
      "4. How many stairs lead up the Stoltzekleiven?",
    ]);
    expect(players.map((cells) => cells.slice(0, 5))).toEqual([
      ["1", "Ada", String(scores.Ada), "3", "4"],
      ["2", "Bo", String(scores.Bo), "1", "3"],
    ]);

    const [answersHeader, ...answers] = await downloads(page, "All answers (CSV)");
    expect(answersHeader?.slice(0, 3)).toEqual(["Question", "Prompt", "Player"]);
    expect(answers).toHaveLength(7);
    const given = answers.map(([question, , name, , answer]) => [question, name, answer]);
    expect(given).toContainEqual(["1", "Bo", "Oslo"]);
    expect(given).toContainEqual(["2", "Ada", "False"]);
    expect(given).toContainEqual(["3", "Ada", "everst"]);
    expect(given).toContainEqual(["4", "Bo", "722"]);
  });
});

async function writesOptions(page: Page, options: readonly string[]) {
  for (const [place, text] of options.entries()) {
    await page.getByLabel(`Option ${"ABCDEF"[place]}`, { exact: true }).fill(text);
  }
}

async function adds(page: Page, kind: string) {
  await page.getByRole("button", { name: "Add question" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a question" });
  await dialog.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
  await expect(dialog).toBeHidden();
}

async function showsStandings(host: Host, screen: BigScreen, names: readonly string[]) {
  await host.presses("Show standings");
  await screen.seesHeading("Standings");
  const rows = screen.page.getByRole("list", { name: "Standings" }).getByRole("listitem");
  for (const [place, name] of names.entries()) await expect(rows.nth(place)).toContainText(name);
}

/** Every view that told a solution, among all that a phone heard. */
function solutionsHeard({ heard }: Player): string[] {
  expect(heard.length).toBeGreaterThan(0);
  return heard.filter((text) => /"reveal":\{|"correct":(true|false)|"key":\{/.test(text));
}

async function finalScore({ page }: Player): Promise<number> {
  const line = page.getByText(/with [\d,]+ points/);
  await expect(line).toBeVisible();
  const points = /with ([\d,]+) points/.exec((await line.textContent()) ?? "")?.[1] ?? "";
  return Number(points.replaceAll(",", ""));
}

/** What a spreadsheet would show of the file. */
async function downloads(page: Page, link: string): Promise<string[][]> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^An.evening.in.Bergen.*\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=,)(?=,|$)/g)].map((cell) => cell[1] ?? cell[2] ?? ""),
    );
}

function figure(value: number): string {
  return value.toLocaleString("en");
}
