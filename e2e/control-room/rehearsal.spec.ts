import { expect } from "@playwright/test";
import { patience } from "#tests/support/patience.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("[TRY1] [TRY2] [TRY3] a host tries a quiz out from its card to the podium, and nothing of it is kept", async ({
  api,
  host,
}) => {
  const title = "Capitals, tried out first";
  // By the clock the robots would be done long before; the host's own answer closes the question.
  const questions = CAPITALS.questions.map((question) => ({ ...question, timeLimitMs: patience(30_000) }));
  await api.writeQuiz({ title, questions });
  const desk = await host();
  const { page } = desk;
  await page.goto("/host");
  await page.getByRole("button", { name: `Try it out: ${title}` }).click();
  await page.waitForURL(/\/host\/sessions\/\w+\/rehearsal$/);
  const [, sessionId] = /sessions\/(\w+)/.exec(page.url()) ?? [];

  const screen = page.frameLocator('iframe[title="Big screen"]');
  const phone = page.frameLocator('iframe[title="Phone"]');
  await expect(screen.getByText("Private rehearsal")).toBeVisible();
  await expect(phone.getByText("Private rehearsal")).toBeVisible();
  await expect(screen.getByText("Robot Ada")).toBeVisible();
  await expect(screen.getByText("11 players")).toBeVisible();

  // Nobody else finds it, not even by its PIN.
  const src = (await page.locator('iframe[title="Phone"]').getAttribute("src")) ?? "";
  const pin = new URLSearchParams(src.split("?")[1]).get("pin");
  expect(await api.post(`/pins/${pin}/players`, { name: "Mallory" }, null)).toMatchObject({
    status: 404,
    body: { code: "unknown_pin" },
  });
  expect((await api.get(`/pins/${pin}`, null)).status).toBe(404);

  await desk.presses("Start the quiz");
  await phone.getByRole("button", { name: "Paris" }).click();
  await desk.seesPhase("Answer to question 1 of 2");
  await expect(phone.getByRole("heading", { name: "Right!" })).toBeVisible();
  // Counted a moment after the close.
  await expect
    .poll(async () => (await api.get(`/sessions/${sessionId}`)).body)
    .toMatchObject({ reveal: { result: { answered: 11 } } });

  await page.reload();
  await desk.seesPhase("Answer to question 1 of 2");
  await desk.presses("Show standings");
  await expect(phone.getByText("You", { exact: true }).first()).toBeVisible();
  await desk.presses("Next question");
  await phone.getByRole("button", { name: "Canberra" }).click();
  await desk.seesPhase("Answer to question 2 of 2");
  await desk.presses("Show standings");
  await desk.presses("Show podium");
  await desk.seesPhase("On the podium");

  const listed = await api.get<{ sessions: { id: string }[] }>("/sessions");
  expect(listed.body.sessions.map(({ id }) => id)).not.toContain(sessionId);
  expect((await api.get(`/sessions/${sessionId}/results`)).status).toBe(404);
  expect((await api.get(`/sessions/${sessionId}/results/answers?format=csv`)).status).toBe(404);

  // Another one takes its place.
  const second = await page.context().newPage();
  await second.goto("/host");
  await expect(second.getByRole("button", { name: `Try it out: ${title}` })).toBeVisible();
  await expect(second.getByText(new RegExp(`${pin?.slice(0, 3)}\\s?${pin?.slice(3)}`))).toHaveCount(0);
  await second.getByRole("button", { name: `Try it out: ${title}` }).click();
  await second.waitForURL(
    (url) => /rehearsal$/.test(url.pathname) && !url.pathname.includes(sessionId ?? ""),
  );
  await expect(page.getByText("The rehearsal is over.")).toBeVisible();
  await second.getByRole("button", { name: "End the rehearsal" }).click();
  await expect(second.getByText("The rehearsal is over.")).toBeVisible();
  await expect(second.getByRole("button", { name: "Rehearse again" })).toBeVisible();
});
