import { expect } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("where sockets are forbidden, a whole quiz is played by action and polling", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada");
  await ada.page.routeWebSocket(/\/ws$/, (socket) => socket.close());
  await ada.joinsByLink(session.joinUrl);
  await expect(ada.page.getByText("Slow connection: this page updates every few seconds.")).toBeVisible();

  await session.starts();
  const sent = ada.page.waitForRequest((request) => "next-action" in request.headers());
  await ada.answers("Paris");
  await sent;
  await ada.seesSaved();
  // Everybody has answered, so the question closes by itself.
  await ravi.answers(0, { choice: 0 });
  await ada.seesOutcome("Right!");
  const [first, second] = await session.standings();
  expect(first?.name).toBe("Ada");
  await ada.seesScore(first?.score ?? 0);

  await session.goesOn();
  await ada.seesPlace("1st");
  const board = ada.page.getByRole("main").getByRole("list");
  await expect(board).toContainText("Ravi");
  expect(second?.score).toBe(0);

  await session.goesOn();
  await ada.answers("Sydney");
  await ada.seesSaved();
  await session.closesQuestion();
  await ada.seesOutcome("Not this time");
  await session.goesOn();
  await session.goesOn();
  await expect(ada.page.getByText("And the result is…")).toBeVisible();
  await session.goesOn();
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
});
