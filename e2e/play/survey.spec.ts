import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const QUIZ = {
  title: "How was the day?",
  questions: [
    {
      kind: "single",
      prompt: "Which talk did you like best?",
      options: [{ text: "Bees" }, { text: "Bridges", correct: true }, { text: "Bread" }],
      explanation: "Bridges was the right one.",
      timeLimitMs,
    },
    { kind: "text", prompt: "One word for today?", accepted: ["Good"], timeLimitMs },
    { kind: "number", prompt: "How many hours did you sleep?", correct: 8, tolerance: 0, timeLimitMs },
  ],
};

test("[SV1] [SV2] [SV3] [SV4] a survey on three phones: nothing is right, nobody leads, and every screen says thank you", async ({
  startSession,
  player,
  presenter,
  host: hostOf,
}) => {
  const session = await startSession(QUIZ, { mode: "survey" });
  const ada = await player("Ada", { in: session });
  const bo = await player("Bo", { in: session });
  const cy = await player("Cy", { in: session });
  const phones = [ada, bo, cy];
  const { page: screen } = await presenter(session.presenterUrl);
  await session.starts();

  await test.step("options as shares, on the screen and on phones", async () => {
    await ada.answers("Bees");
    await bo.answers("Bridges");
    await cy.answers("Bees");
    await ada.seesOutcome("Thank you!");
    const bees = screen.getByRole("main").getByRole("listitem").filter({ hasText: "Bees" });
    await expect(bees).toContainText("67%");
    for (const page of [screen, ...phones.map((phone) => phone.page)])
      await expect(page.getByRole("main")).not.toContainText(/Correct|Right!|right one|(?<!No )points?/);
  });

  await test.step("typed answers as they were typed", async () => {
    await session.goesOn();
    for (const [phone, word] of [
      [ada, "Long"],
      [bo, "long"],
      [cy, "Fun"],
    ] as const)
      await phone.types(word);
    for (const page of [screen, bo.page])
      await expect(page.getByRole("main")).toContainText(/Long.*67%.*Fun/s);
  });

  await test.step("no standings between questions, and no podium after the last", async () => {
    await session.goesOn();
    await ada.seesQuestion("How many hours did you sleep?");
    for (const [phone, hours] of [
      [ada, "6"],
      [bo, "8"],
      [cy, "7"],
    ] as const)
      await phone.types(hours);
    await bo.seesOutcome("Thank you!");
    await session.goesOn();
    expect(await session.phase()).toBe("ended");
    await expect(screen.getByRole("heading", { name: "Thank you for playing!" })).toBeVisible();
    await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
    await expect(ada.page.getByRole("main")).not.toContainText(/point|1st|result/);
  });

  await test.step("results tell shares and means, without a score", async () => {
    const { page } = await hostOf();
    await page.goto(`/host/sessions/${session.sessionId}/results`);
    await expect(page.getByText("on average").first()).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/Right on average|Score|Rank|Good|Fix question/);
  });
});
