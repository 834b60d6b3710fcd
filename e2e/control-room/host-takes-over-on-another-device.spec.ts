import { expect } from "@playwright/test";
import { patience } from "#tests/support/patience.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("another device finds the running quiz on the dashboard and goes on; the first one follows", async ({
  startSession,
  host,
}) => {
  const title = "Capitals, from the desk and from the phone";
  const session = await startSession({ ...CAPITALS, title });
  const lan = await session.admits("Lan");
  const desk = await host();
  await desk.opensControlRoom(session);
  await desk.seesPhase("In the lobby");
  await desk.presses("Start the quiz");
  await desk.seesPhase("Question 1 of 2");
  await session.isOpen();
  await lan.answers(0, { choice: 1 });
  // The only player has answered: it closes by itself.
  await desk.seesPhase("Answer to question 1 of 2");

  const phone = await host({ viewport: { width: 390, height: 844 } });
  await phone.page.goto("/host");
  const running = phone.page.getByRole("listitem").filter({ hasText: title }).first();
  await expect(running).toContainText("Answer to question 1 of 2 · 1 player");
  await running.getByRole("link", { name: "Open control room" }).click();
  await phone.seesPhase("Answer to question 1 of 2");
  await expect(phone.page.getByText("1 of 1 answered")).toBeVisible();

  await phone.presses("Show standings");
  await phone.seesPhase("Standings after question 1 of 2");
  await desk.seesPhase("Standings after question 1 of 2");
  await expect(desk.page.getByRole("list", { name: "Standings" })).toContainText("Lan");
  await phone.presses("Next question");
  await desk.seesPhase("Question 2 of 2");
  await desk.presses("Close question");
  await phone.seesPhase("Answer to question 2 of 2");
});

test("pressing Next twice goes on once, and so do two hosts who press together", async ({
  startSession,
  host,
  api,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Lan");
  const desk = await host();
  const phone = await host();
  await Promise.all([desk.opensControlRoom(session), phone.opensControlRoom(session)]);
  await session.starts();
  await desk.seesPhase("Question 1 of 2");
  await desk.pressesTwice("Close question");
  await desk.seesPhase("Answer to question 1 of 2");
  await phone.seesPhase("Answer to question 1 of 2");

  await Promise.all([desk.presses("Show standings"), phone.presses("Show standings")]);
  await desk.seesPhase("Standings after question 1 of 2");
  await phone.seesPhase("Standings after question 1 of 2");
  await desk.pressesTwice("Next question");
  await desk.seesPhase("Question 2 of 2");
  await phone.seesPhase("Question 2 of 2");
  expect(await api.view(session.pin)).toMatchObject({ phase: { name: "question", index: 1 } });
});

test("a quiz that runs by the clock goes on without its host, who comes back to where it is", async ({
  startSession,
  host,
  player,
}) => {
  const quick = {
    title: "Against the clock",
    questions: CAPITALS.questions.map((question) => ({ ...question, timeLimitMs: patience(2_000) })),
  };
  const session = await startSession(quick, { pace: "auto", revealMs: patience(4_000), standingsMs: 1_000 });
  const ada = await player("Ada", { in: session });
  const desk = await host();
  await desk.opensControlRoom(session);
  await desk.presses("Start the quiz");
  await expect.poll(() => session.phase()).not.toBe("lobby");
  await desk.page.close();

  await ada.seesOutcome("No answer");
  await ada.seesQuestion("What is the capital of Australia?");
  // Nobody has a point, so nobody is rolled for.
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();

  const later = await host();
  await later.opensControlRoom(session);
  await later.seesPhase("On the podium");
  await later.presses("End quiz");
  await expect(later.page.getByRole("link", { name: "See the results" })).toBeVisible();
});

test("a host who is away holds the quiz after the question, and finds it there", async ({
  startSession,
  host,
}) => {
  const session = await startSession(CAPITALS);
  const lan = await session.admits("Lan");
  const desk = await host();
  await desk.opensControlRoom(session);
  await desk.presses("Start the quiz");
  await desk.seesPhase("Question 1 of 2");
  await desk.page.close();
  await session.isOpen();
  // The last answer closes it.
  await lan.answers(0, { choice: 1 });

  const again = await host();
  await again.opensControlRoom(session);
  await again.seesPhase("Answer to question 1 of 2");
  await again.presses("Show standings");
  await again.seesPhase("Standings after question 1 of 2");
});
