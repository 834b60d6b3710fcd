import { expect, type Page } from "@playwright/test";
import { patience } from "#tests/support/patience.ts";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

const kinds = (...wanted: string[]) => EVERY_KIND.questions.filter(({ kind }) => wanted.includes(kind));
const COMPOSED = {
  title: "Put together",
  questions: kinds("multiple", "text", "number", "slider", "order", "match", "pin", "wordcloud"),
};

test("[AN2] what stands on the phone is sent when the host closes, of every kind, and not what was left alone", async ({
  startSession,
  player,
}) => {
  const session = await startSession(COMPOSED);
  const ada = await player("Ada", { in: session });
  const idle = await player("Ben", { in: session });
  const { page } = ada;
  await session.starts();
  for (const [index, { kind, prompt }] of COMPOSED.questions.entries()) {
    await test.step(kind, async () => {
      await ada.seesQuestion(prompt);
      await idle.seesQuestion(prompt);
      await session.isOpen();
      await expect(page.getByText("Sent when time is up")).toBeHidden();
      await composes(page, kind);
      await expect(page.getByText("Sent when time is up")).toBeVisible();
      await session.closesQuestion();
      await ada.seesOutcome(OUTCOMES[kind] ?? "Right!");
      await idle.seesOutcome("No answer");
      const { answer } = await (await page.request.get(`/api/v1/pins/${session.pin}/me`)).json();
      expect(answer).toMatchObject({ questionIndex: index });
      await session.asksNext();
    });
  }
  expect(await session.phase()).toBe("podium");
});

test("[AN2] [CL22] it goes by itself when time is up, also after a reload; what is not complete stays", async ({
  startSession,
  player,
}) => {
  const timeLimitMs = patience(10_000);
  const questions = kinds("order", "match").map((question) => ({ ...question, timeLimitMs }));
  const session = await startSession({ title: "In time", questions });
  const ada = await player("Ada", { in: session });
  const ben = await player("Ben", { in: session });
  await session.starts();
  await session.isOpen();
  await session.keepsOpen(async () => {
    await composes(ada.page, "order");
    await ada.page.reload();
    await expect(ada.page.getByText("Sent when time is up")).toBeVisible();
  });
  await ada.seesOutcome("Right!");
  await ben.seesOutcome("No answer");
  await session.goesOn();
  await session.goesOn();
  await session.isOpen();
  await session.keepsOpen(async () => {
    await ada.page.getByRole("group").getByRole("button", { name: "Sea" }).tap();
    await expect(ada.page.getByRole("button", { name: "2 to go" })).toBeVisible();
  });
  await ada.seesOutcome("No answer");
});

test("[AN2] where the host has turned it off, nothing is sent and nothing is said of it", async ({
  startSession,
  player,
}) => {
  const session = await startSession({ title: "Pressed", questions: kinds("text") }, { sendAtClose: false });
  const ada = await player("Ada", { in: session });
  await session.starts();
  await session.isOpen();
  await composes(ada.page, "text");
  await expect(ada.page.getByRole("button", { name: "Send" })).toBeEnabled();
  await expect(ada.page.getByText("Sent when time is up")).toHaveCount(0);
  await session.closesQuestion();
  await ada.seesOutcome("No answer");
});

const OUTCOMES: Record<string, string> = { wordcloud: "Thank you!" };

/** A right answer, and no finger on Send. */
async function composes(page: Page, kind: string): Promise<void> {
  const main = page.getByRole("main");
  const taps = (name: string | RegExp) => main.getByRole("button", { name }).first().tap();
  switch (kind) {
    case "multiple":
      await taps("Eleven");
      return taps("Thirteen");
    case "text":
      return page.getByLabel("Your answer").fill("Everest");
    case "number":
      return page.getByLabel("Your answer in keys").fill("88");
    case "slider":
      await page.getByLabel("Your answer in %, typed").fill("71");
      return;
    case "wordcloud":
      return page.getByLabel("Answer 1 of up to 2").fill("Trust");
    case "order": {
      const list = page.getByRole("list", { name: "Your order" });
      for (const [place, item] of ["Mouse", "Horse", "Whale"].entries())
        while (!(await list.getByRole("listitem").nth(place).textContent())?.includes(item))
          await taps(`Move “${item}” up`);
      return;
    }
    case "match":
      for (const item of ["Shark", "Camel", "Tuna"]) {
        await page.getByRole("list", { name: "Items" }).getByRole("button", { name: item }).tap();
        await page
          .getByRole("group")
          .getByRole("button", { name: item === "Camel" ? "Desert" : "Sea" })
          .tap();
      }
      return;
    case "pin": {
      const map = page.getByRole("application");
      const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
      return map.tap({ position: { x: 0.62 * width, y: 0.4 * height } });
    }
    default:
      throw new Error(`nothing is put together for ${kind}`);
  }
}
