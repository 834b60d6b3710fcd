import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const TEA = {
  kind: "poll",
  prompt: "Tea or coffee?",
  options: [{ text: "Tea" }, { text: "Coffee" }],
  timeLimitMs,
};
const MIXED = {
  title: "A mixed evening",
  questions: [
    TEA,
    { kind: "text", prompt: "What is the highest mountain?", accepted: ["Everest"], timeLimitMs },
    { kind: "number", prompt: "How many beans?", correct: 722, closest: true, unit: "beans", timeLimitMs },
    { kind: "order", prompt: "Smallest first?", items: ["Mouse", "Horse", "Whale"], timeLimitMs },
    { ...TEA, prompt: "And tomorrow?" },
  ],
};

test("[RES1] [RES2] [RES3] [RES4] [RES5] [SE16] a quiz that nobody is good at, and its results", async ({
  startSession,
  player,
  presenter,
  host: hostOf,
}) => {
  const session = await startSession(MIXED);
  const ada = await player("Ada", { in: session });
  const [ravi, zoe] = [await session.admits("Ravi"), await session.admits("Zoe")];
  const screen = await presenter(session.presenterUrl);
  const host = await hostOf();
  await host.opensControlRoom(session);

  await test.step("after a poll comes the next question, and nobody is first", async () => {
    await session.starts();
    await ada.answers("Coffee");
    await Promise.all([ravi.answers(0, { choice: 0 }), zoe.answers(0, { choice: 0 })]);
    await ada.seesOutcome("Thank you!");
    await expect(ada.page.getByText(/1st/)).toHaveCount(0);
    await host.presses("Next question");
  });

  await test.step("where all are wrong, phone and screen agree that nobody is on the board", async () => {
    await ada.types("K2");
    await Promise.all([ravi.answers(1, { text: "Elbrus" }), zoe.answers(1, { text: "K2" })]);
    await ada.seesOutcome("Not this time");
    await host.presses("Show standings");
    await expect(ada.page.getByText("Nobody has a point yet.")).toBeVisible();
    await expect(ada.page.getByText(/1st/)).toHaveCount(0);
    await expect(screen.page.getByText("Nobody is on the board yet.")).toBeVisible();
    await host.presses("Next question");
  });

  await test.step("the closest of three is no third of right answers", async () => {
    await ada.types("700");
    await Promise.all([ravi.answers(2, { number: 720 }), zoe.answers(2, { number: 100 })]);
    await ada.seesOutcome("Not this time");
    await expect(screen.page.getByText("3 answers")).toBeVisible();
    await expect(screen.page.getByText(/got it right/)).toHaveCount(0);
    await expect(host.page.getByRole("region", { name: "Question" })).toContainText("1 closest");
    await host.presses("Show standings");
    await host.presses("Next question");
  });

  await test.step("a question without answers, and a poll before the podium", async () => {
    await session.isOpen();
    await host.presses("Close question");
    await host.presses("Show standings");
    await host.presses("Next question");
    await ada.answers("Tea");
    await Promise.all([ravi.answers(4, { choice: 0 }), zoe.answers(4, { choice: 0 })]);
    await host.presses("Show podium");
    await ada.seesPlace("2nd of 3");
    await expect(ada.page.getByText("Thanks for playing to the end. Well done!")).toBeVisible();
    await host.presses("End quiz");
  });

  await test.step("the results say what was right, and who came closest", async () => {
    const { page } = host;
    await page.getByRole("link", { name: "See the results" }).first().click();
    const rows = page.getByRole("table").getByRole("row");
    await expect(rows.nth(1)).toContainText(/1Ravi[\d,]+1 of 3/);
    await expect(rows.nth(2)).toContainText("0 of 3");
    const questions = page.getByRole("region", { name: "Questions" });
    const report = (text: string) => questions.getByRole("listitem").filter({ hasText: text });
    await expect(report("2. What is the highest")).toContainText("The right answer: Everest");
    await expect(report("3. How many beans?")).toContainText("Ravi came closest, 2 beans off.");
    await expect(report("3. How many beans?")).toContainText(
      "Half of the answers were at most 22 beans off.",
    );
    await expect(report("3. How many beans?")).not.toContainText(/% right|Worth going over/);
    await expect(report("4. Smallest first?")).toContainText("The right answer: Mouse → Horse → Whale");
    await expect(report("4. Smallest first?")).toContainText("Nobody answered");
  });
});

test("[DEL5] a host deletes a player and then the whole session, and is asked first", async ({
  startSession,
  host: hostOf,
}) => {
  const session = await startSession({ title: "To be forgotten", questions: [TEA] });
  const [ravi, zoe] = [await session.admits("Ravi"), await session.admits("Zoe")];
  await session.starts();
  await session.isOpen();
  await Promise.all([ravi.answers(0, { choice: 0 }), zoe.answers(0, { choice: 1 })]);
  const { page } = await hostOf();
  await page.goto(`/host/sessions/${session.sessionId}/results`);
  const dialog = page.getByRole("alertdialog");

  await test.step("keeping is one key away", async () => {
    await page.getByRole("button", { name: "Delete Ravi" }).click();
    await expect(dialog).toContainText("Everybody else’s answers and points stay as they are.");
    await expect(dialog.getByRole("button", { name: "Keep" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  });

  await test.step("the player is gone, the other one is not", async () => {
    await page.getByRole("button", { name: "Delete Ravi" }).click();
    await dialog.getByRole("button", { name: "Delete the player" }).click();
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);
    await expect(page.getByRole("table")).not.toContainText("Ravi");
    await expect(page.getByRole("table")).toContainText("Zoe");
  });

  await test.step("the session is gone, though it was running", async () => {
    await page.getByRole("button", { name: "Delete this session" }).click();
    await expect(dialog).toContainText("It is still running and will end for everybody at once.");
    await expect(dialog).toContainText(
      "“To be forgotten”, its 1 player and all their answers will be gone for good.",
    );
    await dialog.getByRole("button", { name: "Delete the session" }).click();
    await expect(page).toHaveURL(/\/host$/);
    await expect(
      page
        .getByText("To be forgotten", { exact: true })
        .and(page.locator("section[aria-labelledby=recent] *")),
    ).toHaveCount(0);
    await page.goto(`/host/sessions/${session.sessionId}/results`);
    await expect(page.getByRole("table")).toHaveCount(0);
  });
});

test("[RES4] [RES5] a survey has neither points nor places, on phones, in the control room and in its results", async ({
  startSession,
  player,
  host: hostOf,
}) => {
  const session = await startSession({
    title: "How was it?",
    questions: [TEA, { kind: "rating", prompt: "And the show?", timeLimitMs }],
  });
  const ada = await player("Ada", { in: session });
  const ravi = await session.admits("Ravi");
  const host = await hostOf();
  await host.opensControlRoom(session);
  await session.starts();
  await ada.answers("Tea");
  await ravi.answers(0, { choice: 0 });
  await expect(host.page.getByRole("region", { name: "Standings" })).toHaveCount(0);
  await host.presses("Next question");
  await ada.answers("4");
  await ravi.answers(1, { number: 5 });
  await host.presses("Show podium");
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
  await expect(ada.page.getByText(/\bpoints?\b|1st|answers? right/)).toHaveCount(0);
  await host.presses("End quiz");
  await host.page.getByRole("link", { name: "See the results" }).first().click();
  const table = host.page.getByRole("table", { name: "Players" });
  await expect(table.getByRole("columnheader")).toHaveText(["Name", "Answered"]);
  await expect(table.getByRole("row").nth(1)).toContainText("2 of 2");
});
