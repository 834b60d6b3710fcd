import { expect } from "@playwright/test";
import { CAPITALS, EVERY_KIND } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

/** As keyboards of other scripts write the digits 0 to 9. */
const DIGITS = {
  "Arabic-Indic": "٠١٢٣٤٥٦٧٨٩",
  fullwidth: "０１２３４５６７８９",
  Devanagari: "०१२३४५६७८९",
  Adlam: "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙",
};

function inDigits(digits: string, number: string): string {
  return [...number].map((digit) => [...digits][Number(digit)]).join("");
}

for (const [script, digits] of Object.entries(DIGITS)) {
  test(`[JN10] a PIN in ${script} digits is typed and followed`, async ({ startSession, player }) => {
    const session = await startSession(CAPITALS);
    const pin = inDigits(digits, session.pin);
    const ada = await player("Ada");
    await ada.page.goto("/join");
    await ada.page.getByLabel("Quiz PIN").pressSequentially(pin);
    await expect(ada.page.getByLabel("Quiz PIN")).toHaveValue(
      `${session.pin.slice(0, 3)} ${session.pin.slice(3)}`,
    );
    await expect(ada.page.getByText(`Joining “${CAPITALS.title}”`)).toBeVisible();
    await ada.entersName("Ada");
    await ada.seesLobby();
    await ada.page.goto(`/play?pin=${encodeURIComponent(pin)}`);
    await ada.seesLobby();

    const grace = await player("Grace");
    await grace.joinsByLink(`/join?pin=${encodeURIComponent(pin)}`);
  });
}

test("[JN10] digits that are still being composed are left to the input method", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto("/join");
  const field = ada.page.getByLabel("Quiz PIN");
  await field.focus();
  const keyboard = await ada.context.newCDPSession(ada.page);
  const wide = inDigits(DIGITS.fullwidth, session.pin);
  for (let typed = 1; typed <= wide.length; typed++) {
    const text = wide.slice(0, typed);
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: typed, selectionEnd: typed });
    await expect(field).toHaveValue(text);
  }
  await keyboard.send("Input.insertText", { text: wide });
  await expect(field).toHaveValue(`${session.pin.slice(0, 3)} ${session.pin.slice(3)}`);
});

test("[JN10] without scripts, too, a PIN in other digits is taken", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada", { javaScriptEnabled: false });
  await ada.page.goto("/join");
  await ada.page.getByLabel("Quiz PIN").fill(inDigits(DIGITS["Arabic-Indic"], session.pin));
  await ada.entersName("Ada");
  await expect(ada.page).toHaveURL(new RegExp(`/play\\?pin=${session.pin}$`));
});

test("[JN10] numbers are answered in the digits of any script, and rated by the keys of its keyboard", async ({
  startSession,
  player,
}) => {
  const number = EVERY_KIND.questions.find(({ kind }) => kind === "number");
  const rating = EVERY_KIND.questions.find(({ kind }) => kind === "rating");
  const session = await startSession({ title: "Figures", questions: [number, rating] });
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await session.starts();
  await ada.page.getByLabel("Your answer in keys").fill(inDigits(DIGITS.Devanagari, "87"));
  await expect(ada.page.getByText("Read as 87 keys")).toBeVisible();
  await ada.page.getByRole("button", { name: "Send" }).click();
  await ada.seesSaved();
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await session.goesOn();
  await session.goesOn();
  await expect(ada.option("4")).toBeEnabled();
  await ada.page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "٤", bubbles: true })),
  );
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText("4");
});

test("[JN10] a quiz is written with the digits of any script", async ({ api, host }) => {
  const id = await api.writeQuiz({
    title: "Stairs",
    questions: [{ kind: "number", prompt: "How many?", correct: 1, tolerance: 1, timeLimitMs: 45_000 }],
  });
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("The right number").fill("۷۲۲٫۵");
  await page.getByLabel("Tolerance, plus or minus").fill("２");
  await expect(page.getByText("720.5 to 724.5 is right.")).toBeVisible();
  await page.getByLabel("Seconds").fill("३५");
  await expect
    .poll(async () => (await api.get<{ questions: unknown[] }>(`/quizzes/${id}`)).body.questions[0])
    .toMatchObject({ correct: 722.5, tolerance: 2, timeLimitMs: 35_000 });
});
