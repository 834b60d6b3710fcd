import { expect } from "@playwright/test";
import { until } from "#tests/support/waiting.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("[SE13] [SE14] Space before a question opens, and while the winners are told, does nothing", async ({
  startSession,
  host: hostOf,
  player,
}) => {
  const session = await startSession(CAPITALS, { readingMs: 60_000 });
  const ada = await player("Ada", { in: session });
  const host = await hostOf();
  await host.opensControlRoom(session);
  const { page } = host;
  const opensNow = page.getByRole("button", { name: "Open now" });

  await test.step("the impatient thumb on Space", async () => {
    // With the focus on the button that was just clicked, where Space presses what has it.
    await page.getByRole("button", { name: "Start the quiz" }).click();
    await expect(opensNow).toBeVisible();
    const { version } = await viewOf();
    await pressesLong(" ");
    await pressesLong("ArrowRight");
    expect(await viewOf()).toMatchObject({ version, phase: { name: "question", index: 0 }, reveal: null });
    await expect(ada.page.getByRole("heading", { name: "No answer" })).toBeHidden();
  });

  await test.step("O opens the question at once, and then Space closes it", async () => {
    await page.keyboard.press("o");
    await expect(page.getByRole("button", { name: "Close question" })).toBeVisible();
    await ada.answers("Paris");
    await ada.seesOutcome("Right!");
    await host.presses("Show standings");
    await host.presses("Next question");
    await host.presses("Open now");
    await expect(page.getByRole("button", { name: "Close question" })).toBeVisible();
    await expect(async () => {
      if ((await viewOf()).phase.name === "question") await page.keyboard.press(" ");
      expect((await viewOf()).phase.name).toBe("reveal");
    }).toPass();
    await ada.seesOutcome("No answer");
  });

  await test.step("the winner is told before Space ends the quiz", async () => {
    await host.presses("Show standings");
    await host.presses("Show podium");
    await pressesLong(" ");
    expect((await viewOf()).phase.name).toBe("podium");
    await expect(ada.page.getByRole("heading", { name: "Well played!" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^End quiz.*Space/ })).toBeVisible();
    await page.keyboard.press(" ");
    await host.seesPhase("Ended");
  });

  type Phase = { name: string; index?: number };
  async function viewOf() {
    return (await (await page.request.get(`/api/v1/pins/${session.pin}`)).json()) as {
      version: number;
      phase: Phase;
      reveal: unknown;
    };
  }
  /** Again and again, for longer than a press is taken for the second half of the one before. */
  async function pressesLong(key: string) {
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press(key);
      await until(Date.now() + 350);
    }
  }
});
