import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const LENGTH = {
  kind: "number",
  prompt: "How long is the Rhine?",
  correct: 1230,
  tolerance: 10,
  unit: "km",
  timeLimitMs: 600_000,
};

test("[Q23] a phone reads a number in its language, takes the unit asked for, and names another", async ({
  startSession,
  player,
}) => {
  const session = await startSession({ title: "Rivers", questions: [LENGTH] });
  await session.admits("Ravi");
  const { page } = await player("Ada", {
    in: session,
    locale: "de-DE",
    viewport: { width: 390, height: 844 },
  });
  await session.starts();
  const field = page.getByRole("textbox");
  const send = page.getByRole("button", { name: "Senden" });
  await field.fill("1230 m");
  await expect(page.getByText("Gib die Zahl in km ein, ohne „m“.")).toBeVisible();
  await expect(send).toBeDisabled();
  await field.fill("zwölf");
  await expect(page.getByText("Gib eine einzige Zahl ein, zum Beispiel 1,5.")).toBeVisible();
  await field.fill("1.230 Kilometer");
  await expect(page.getByText("Gelesen als 1230 km")).toBeVisible();
  await send.click();
  await session.closesQuestion();
  await expect(page.getByText("Richtig!").first()).toBeVisible();
});

test("[Q23] the editor takes 6.02e23 and says how it reads what is not plain", async ({ api, host }) => {
  const id = await api.writeQuiz({ title: "Moles", questions: [{ ...LENGTH, unit: undefined }] });
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const right = page.getByLabel("The right number");
  await right.fill("1,500");
  await expect(page.getByText("Read as 1500.")).toBeVisible();
  await right.fill("6.02 × 10^23");
  await expect(page.getByText("Read as 6.02e+23.")).toBeVisible();
  await right.fill("6.02e23");
  await expect
    .poll(async () => (await api.get<{ questions: unknown[] }>(`/quizzes/${id}`)).body.questions[0])
    .toMatchObject({ correct: 6.02e23 });
});
