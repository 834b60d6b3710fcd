import { expect } from "@playwright/test";
import { layoutShifts } from "../fixtures/layout-shifts.ts";
import { playerAt } from "../fixtures/player.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("a reload before and after the answer changes nothing, and there is one answer", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await session.starts();
  await ada.seesQuestion("What is the capital of France?");
  await ada.page.reload();
  await ada.answers("Paris");
  await ada.seesSaved();

  await ada.page.reload();
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText(/Paris/);
  await expect(ada.option("Lyon")).toBeDisabled();
  await ada.option("Lyon").click({ force: true });
  await expect(ada.chosen()).toHaveText(/Paris/);

  const [first] = await session.standings();
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await ada.seesScore(first?.score ?? 0);
  expect((await session.standings())[0]).toEqual(first);
});

test("a reload in any phase leads back to the same place with the same score", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await ada.seesLobby();
  await ada.page.reload();
  await ada.seesLobby();

  await session.starts();
  await ada.answers("Paris");
  await ada.seesSaved();
  await ravi.answers(0, { choice: 0 });
  const score = (await session.standings())[0]?.score ?? 0;

  // Everybody has answered: the question closes by itself.
  await ada.seesOutcome("Right!");
  await ada.page.reload();
  await ada.seesOutcome("Right!");
  await ada.seesScore(score);

  await session.goesOn();
  await ada.seesPlace("1st");
  await ada.page.reload();
  await ada.seesPlace("1st");
  await ada.seesScore(score);

  await session.command("finish");
  await expect(ada.page.getByText("And the result is…")).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText("You won. Take a bow!")).toBeVisible();
  await ada.page.reload();
  await ada.seesPlace("1st");
  await expect(ada.page.getByRole("list", { name: "Top three" })).toContainText(score.toLocaleString("en"));
  // The count up to the score is over.
  await expect(ada.page.locator("strong > span > [aria-hidden]")).toHaveText(score.toLocaleString("en"));
  expect(await layoutShifts(ada.page)).toEqual([]);

  await session.goesOn();
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText(`with ${score.toLocaleString("en")} points`)).toBeVisible();
});

test("the back button asks first, and staying changes nothing", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada");
  await ada.joinsByLink(session.joinUrl);
  await session.starts();
  await ada.answers("Paris");
  await ada.seesSaved();

  await ada.page.goBack();
  const question = ada.page.getByRole("dialog", { name: "Leave the quiz?" });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText(/Paris/);

  await ada.page.goBack();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(ada.page).toHaveURL(/\/$/);

  // And back again, from the same browser, to the same seat.
  await ada.page.goto(session.joinUrl);
  await ada.page.getByRole("link", { name: "Continue as Ada" }).click();
  await ada.seesSaved();
});

test("two tabs of one player agree", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const again = playerAt(await ada.context.newPage(), "Ada");
  await again.page.goto(session.playPath);
  await session.starts();
  await ada.answers("Paris");
  await ada.seesSaved();
  await again.seesSaved();
  await expect(again.chosen()).toHaveText(/Paris/);

  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await again.seesOutcome("Right!");
});

test("two tabs that answered differently without a network both show what was stored", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const again = playerAt(await ada.context.newPage(), "Ada");
  await again.page.goto(session.playPath);
  await session.starts();
  await expect(ada.option("Paris")).toBeEnabled();
  await expect(again.option("Lyon")).toBeEnabled();
  await ada.context.setOffline(true);
  await ada.answers("Paris");
  await again.answers("Lyon");

  await ada.context.setOffline(false);
  await ada.seesSaved();
  await again.seesSaved();
  const stored = (await session.standings())[0]?.score ? /Paris/ : /Lyon/;
  await expect(ada.chosen()).toHaveText(stored);
  await expect(again.chosen()).toHaveText(stored);
});
