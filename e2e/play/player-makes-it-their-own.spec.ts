import { expect, type Page } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("a suggested name, a chosen look, applause, more time, shapes only, and the result to take along", async ({
  player,
  presenter,
  startSession,
}) => {
  const session = await startSession(CAPITALS, { phones: "shapes", extraTime: "limited" });
  const bo = await session.admits("Bo");
  const screen = await presenter("about:blank");
  const heard: string[] = [];
  screen.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString())),
  );
  await screen.page.goto(session.presenterUrl);
  const ada = await player("Ada", { reducedMotion: "no-preference" });
  const { page } = ada;
  await page.addInitScript(() => {
    const spoken: string[] = [];
    const speechSynthesis = {
      speak: ({ lang, text }: SpeechSynthesisUtterance) => spoken.push(`${lang}: ${text}`),
      cancel() {},
    };
    for (const [name, value] of Object.entries({ spoken, speechSynthesis }))
      Object.defineProperty(window, name, { value });
  });

  await test.step("joining", async () => {
    await page.goto(session.joinUrl);
    await page.getByRole("button", { name: "Suggest a name" }).click();
    await expect(page.getByLabel("Your name")).not.toHaveValue("");
    await page.getByRole("button", { name: "Change your look" }).click();
    const picker = page.getByRole("dialog", { name: "Your look" });
    await expect(picker.getByRole("button", { name: "Done" })).toBeFocused();
    await picker.getByRole("radio", { name: "Clover" }).check();
    await picker.getByRole("radio", { name: "Lime" }).check();
    await picker.getByRole("button", { name: "Done" }).click();
    await ada.entersName("Ada");
    await ada.seesLobby();
    const { standings } = (await (
      await page.request.get(`/api/v1/pins/${session.pin}/leaderboard`)
    ).json()) as { standings: { name: string; avatar?: string }[] };
    expect(standings.find(({ name }) => name === "Ada")?.avatar).toMatch(/^54\d\d$/);
  });

  await test.step("[RT11] a reaction reaches the big screen", async () => {
    await screen.seesName("Ada");
    await page.getByRole("button", { name: "Applause" }).click();
    await expect.poll(() => heard.some((frame) => frame.includes('"👏":1'))).toBe(true);
  });

  await test.step("[PL4] [XT1] settings of one's own", async () => {
    await page.getByRole("button", { name: "Your settings" }).click();
    const sheet = page.getByRole("dialog", { name: "Your settings" });
    await sheet.getByRole("switch", { name: "Larger text" }).check();
    await expect(page.locator("html")).toHaveAttribute("data-text", "large");
    await sheet.getByRole("switch", { name: "Larger text" }).uncheck();
    await sheet.getByRole("switch", { name: "Simple font" }).check();
    await expect(page.locator("body")).toHaveCSS("font-family", /^Verdana/);
    await expect.poll(() => longestMotionMs(page)).toBeGreaterThan(100);
    await sheet.getByRole("switch", { name: "No motion" }).check();
    await expect.poll(() => longestMotionMs(page)).toBeLessThan(1);
    await sheet.getByRole("switch", { name: "Read questions aloud" }).check();
    await sheet.getByRole("switch", { name: "Always show the question here" }).check();
    await sheet.getByRole("radio", { name: "Twice" }).check();
    await sheet.getByRole("button", { name: "Done" }).click();
    const me = async () => (await page.request.get(`/api/v1/pins/${session.pin}/me`)).json();
    await expect.poll(async () => (await me()).extraTime).toBe("2x");
  });

  await test.step("[PL3] shapes on the phone, and twice the time", async () => {
    await page.reload();
    await ada.seesLobby();
    await session.starts();
    await ada.seesQuestion("What is the capital of France?");
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.at(-1)))
      .toBe("en: Question 1 of 2: What is the capital of France? Choose one. A: Lyon. B: Paris. C: Nice.");
    await page.getByRole("button", { name: "Your settings" }).click();
    await page.getByRole("switch", { name: "Always show the question here" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "Look up at the big screen" })).toBeVisible();
    await session.isOpen();
    // Of twenty minutes instead of ten.
    await expect(page.getByRole("timer")).toHaveAccessibleName(/^1,\d{3} /);
    await page.getByRole("button", { name: "B, teal drop" }).click();
    await ada.seesSaved();
    await bo.answers(0, { choice: 0 });
    await ada.seesOutcome("Right!");
    await expect(page.getByText("Since Clovis, with interruptions.")).toBeVisible();
  });

  await test.step("[PL5] the answers and the result, to take along", async () => {
    await session.command("finish");
    await page.getByRole("button", { name: "See your answers" }).click();
    const answers = page.getByRole("dialog", { name: "Your answers" });
    await expect(
      answers.getByRole("listitem").filter({ hasText: "What is the capital of France?" }),
    ).toContainText("Right");
    await expect(answers.getByText("What is the capital of Australia?")).toBeHidden();
    await answers.getByRole("button", { name: "Close" }).last().click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^(Save|Share) your result/ }).click();
    expect((await download).suggestedFilename()).toBe("ovation.png");
  });
});

/** How long something takes that moves when it comes. */
function longestMotionMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const stage = document.createElement("div");
    stage.className = "animate-pop";
    document.body.append(stage);
    const longestMs = Math.max(
      ...stage.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration)),
    );
    stage.remove();
    return longestMs;
  });
}
