import { expect } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("[PL8] whoever comes in the middle of a question starts at 0 and may still answer it, without encryption", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const lan = await session.admits("Lan");
  await session.admits("Ravi");
  await session.starts();
  await session.isOpen();
  await lan.answers(0, { choice: 1 });

  const ada = await player("Ada");
  // Browsers trust 127.0.0.1 like an encrypted connection; they do not trust another name for it.
  const link = new URL(session.joinUrl);
  link.hostname = "classroom.test";
  await ada.page.goto(link.href);
  expect(await ada.page.evaluate(() => isSecureContext)).toBe(false);
  await ada.entersName("Ada");
  await ada.seesQuestion("What is the capital of France?");
  await ada.seesScore(0);
  expect(await session.standings()).toContainEqual({ rank: 2, name: "Ada", score: 0 });

  await ada.answers("Paris");
  await ada.seesSaved();
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  const [, mine] = await session.standings();
  expect(mine?.name).toBe("Ada");
  await ada.seesScore(mine?.score ?? 0);
});

test("whoever comes between two questions plays from the next one", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Lan");
  await session.starts();
  await session.isOpen();
  await session.closesQuestion();

  const ada = await player("Ada");
  await ada.page.goto(session.joinUrl);
  await ada.entersName("Ada");
  await ada.seesOutcome("No answer");
  await session.goesOn();
  await session.goesOn();
  await ada.answers("Canberra");
  await ada.seesSaved();
});

test("where late joining is off, the door says so and keeps the name", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS, { lateJoin: false });
  await session.admits("Lan");
  await session.starts();

  const ada = await player("Ada");
  await ada.page.goto(session.joinUrl);
  await ada.entersName("Ada");
  await expect(ada.refusal()).toContainText("joining late is not allowed");
  await expect(ada.page.getByLabel("Your name")).toHaveValue("Ada");
});

test("a locked quiz says so, and lets people in again once it is unlocked", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.command("lock");

  const ada = await player("Ada");
  await ada.page.goto(session.joinUrl);
  await ada.entersName("Ada");
  await expect(ada.refusal()).toContainText("locked");

  await session.command("unlock");
  await ada.page.getByRole("button", { name: "Join", exact: true }).click();
  await ada.seesLobby();
});
