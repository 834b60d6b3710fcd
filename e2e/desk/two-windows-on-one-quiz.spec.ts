import { expect, type Page } from "@playwright/test";
import { HOST_COOKIE } from "#lib/auth/cookies.ts";
import { test } from "../fixtures/test.ts";

const CAPITALS = {
  title: "Capitals",
  questions: [
    { kind: "truefalse", prompt: "Oslo is in Norway.", correct: true },
    { kind: "truefalse", prompt: "Lima is in Chile.", correct: false },
  ],
};

interface StoredQuiz {
  title: string;
  version: number;
  questions: { prompt: string }[];
}

const title = (page: Page) => page.getByLabel("Title of the quiz");
const statement = (page: Page) => page.getByLabel("Statement");
const goesTo = (page: Page, question: RegExp) =>
  page.getByRole("navigation", { name: "Questions" }).getByRole("button", { name: question }).first().click();
const seesSaved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const sees = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("banner").getByText(words)).toBeVisible();

test("[DR6] two windows change one question: nothing says Saved before it is decided, and both versions stand there", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page: first } = await host();
  const second = await first.context().newPage();
  for (const page of [first, second]) {
    await page.goto(`/host/quizzes/${id}`);
    await seesSaved(page);
  }
  await statement(first).fill("Oslo is the capital of Norway.");
  await expect(first.getByText("Saving…")).toBeHidden();
  await seesSaved(first);

  await statement(second).fill("Oslo lies in Norway.");
  await title(second).fill("Capitals of the world");
  await sees(second, "Not saved: 1 change to decide");
  await expect(second.getByText("Saved", { exact: true })).toBeHidden();
  const card = second.getByRole("region", { name: "This question was also changed in another window" });
  await expect(card).toContainText("Oslo lies in Norway.");
  await expect(card).toContainText("Oslo is the capital of Norway.");
  // What it stands on the server is still the other window's, whole.
  expect((await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions[0]?.prompt).toBe(
    "Oslo is the capital of Norway.",
  );

  await card.getByRole("button", { name: "Take theirs" }).click();
  await expect(statement(second)).toHaveValue("Oslo is the capital of Norway.");
  await second.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(statement(second)).toHaveValue("Oslo lies in Norway.");
  await seesSaved(second);
  expect((await api.get<StoredQuiz>(`/quizzes/${id}`)).body).toMatchObject({
    title: "Capitals of the world",
    questions: [{ prompt: "Oslo lies in Norway." }, { prompt: "Lima is in Chile." }],
  });
});

test("[DR5] [DR7] what only one window changed is taken by itself; a question deleted in one stays where the other changed it", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page: first } = await host();
  const { page: second } = await host();
  for (const page of [first, second]) {
    await page.goto(`/host/quizzes/${id}`);
    await seesSaved(page);
  }
  await goesTo(first, /Lima/);
  await first.getByRole("button", { name: "Delete question 2" }).click();
  await title(first).fill("Capitals of the world");
  await expect.poll(async () => (await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions.length).toBe(1);

  await goesTo(second, /Lima/);
  await statement(second).fill("Lima is in Peru.");
  await sees(second, "Not saved: 1 change to decide");
  await expect(title(second)).toHaveValue("Capitals of the world");
  const card = second.getByRole("region", {
    name: "You changed this question; in another window it was deleted",
  });
  await card.getByRole("button", { name: "Keep mine" }).click();
  await seesSaved(second);

  // Back in the first window, the other's work is there before anybody writes on what is old.
  await first.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(first.getByText("Lima is in Peru.")).toBeVisible();
  await expect(first.getByText("Another window has changed this quiz.")).toBeVisible();
});

test("[DR1] [DR2] an unfinished quiz is on the shelf of another browser, says what it lacks, and opens there", async ({
  host,
}) => {
  const { page } = await host();
  await page.goto("/host/quizzes/new");
  await title(page).fill("Half an evening");
  await page.getByLabel("Question", { exact: true }).fill("What is still missing?");
  await seesSaved(page);
  await sees(page, "2 things to finish");
  await expect(page).toHaveURL(/\/host\/quizzes\/[0-9a-z]{20}$/);

  const { page: elsewhere } = await host();
  await elsewhere.goto("/host");
  const card = elsewhere.getByRole("listitem").filter({ hasText: "Half an evening" });
  await expect(card).toContainText("Draft · 2 things to finish");
  await card.getByRole("button", { name: "Start Half an evening: not finished yet" }).click();
  const dialog = elsewhere.getByRole("dialog", { name: "2 things to finish first" });
  await dialog.getByRole("link", { name: "Question 1: Write the option's text." }).first().click();
  await expect(elsewhere.getByLabel("Option A", { exact: true })).toBeFocused();
  await expect(elsewhere.getByLabel("Question", { exact: true })).toHaveValue("What is still missing?");
  await elsewhere.getByLabel("Option A", { exact: true }).fill("Nothing");
  await elsewhere.getByLabel("Option B", { exact: true }).fill("All of it");
  await elsewhere.getByLabel("Option B is correct").check();
  await expect(elsewhere.getByText("to finish")).toBeHidden();
  await seesSaved(elsewhere);
  await elsewhere.getByRole("link", { name: "Back to your quizzes" }).click();
  await elsewhere.getByRole("button", { name: "Start Half an evening", exact: true }).click();
  await expect(elsewhere.getByRole("dialog", { name: "Start a session" })).toBeVisible();
});

test("[DR2] an unfinished quiz can be copied and deleted like any other", async ({ host, api }) => {
  const id = "0123456789abcdefghij";
  await api.put(`/quizzes/${id}/draft`, { title: "Barely begun", questions: [], expectedVersion: 0 });
  const { page } = await host();
  await page.goto("/host");
  const card = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await card("Barely begun").getByRole("button", { name: "More for Barely begun" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(card("Barely begun (copy)")).toContainText("Draft · 1 thing to finish");
  await card("Barely begun").getByRole("button", { name: "More for Barely begun", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(card("Barely begun")).toBeHidden();
  await expect(card("Barely begun (copy)")).toBeVisible();
});

test("[DR9] a second new quiz leaves the first as it is, even where the server was never reached", async ({
  host,
  api,
}) => {
  const { page } = await host();
  const context = page.context();
  const names = ["First of two", "Second of two"];
  await page.goto("/host/quizzes/new");
  const other = await context.newPage();
  await other.goto("/host/quizzes/new");
  await context.setOffline(true);
  for (const [at, each] of [page, other].entries()) {
    await title(each).fill(names[at] as string);
    await sees(each, "Not saved: you are offline. Kept in this browser until then.");
  }
  // One is closed before there is a network again.
  await other.close();
  await context.setOffline(false);
  await seesSaved(page);

  await page.goto("/host/quizzes/new");
  await expect(page.getByText("This browser has kept “Second of two” that was never saved")).toBeVisible();
  await page.getByRole("button", { name: "Continue with it" }).click();
  await expect(title(page)).toHaveValue("Second of two");
  await seesSaved(page);
  const { quizzes } = (await api.get<{ quizzes: { title: string }[] }>("/quizzes")).body;
  expect(names.filter((name) => quizzes.some((quiz) => quiz.title === name))).toEqual(names);
  // Offered once.
  await page.goto("/host/quizzes/new");
  await expect(title(page)).toBeVisible();
  await expect(page.getByText("that was never saved")).toBeHidden();
});

test("[DR8] what an earlier editor kept in this browser alone is offered once, and then stored", async ({
  host,
  api,
}) => {
  const { page } = await host();
  await page.goto("/host");
  await page.evaluate(() => {
    const question = {
      kind: "poll",
      prompt: "Tea or coffee?",
      timeLimitMs: 20_000,
      points: 0,
      options: [{ text: "Tea" }],
    };
    const draft = {
      title: "From before",
      description: "",
      questions: [{ key: "q0", question }],
      selected: "q0",
    };
    localStorage.setItem("ovation.draft.new", JSON.stringify({ keptAtMs: Date.now(), draft }));
  });
  await page.goto("/host/quizzes/new");
  await page.getByRole("button", { name: "Continue with it" }).click();
  await seesSaved(page);
  const { quizzes } = (await api.get<{ quizzes: { title: string; questions: number }[] }>("/quizzes")).body;
  expect(quizzes).toContainEqual(expect.objectContaining({ title: "From before", questions: 1 }));
  expect(await page.evaluate(() => localStorage.getItem("ovation.draft.new"))).toBeNull();
});

test("[DR8] offline and back: the line says so, a reload in between loses nothing, and it is saved by itself", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  await page.context().setOffline(true);
  await statement(page).fill("Oslo has a fjord.");
  await sees(page, "Not saved: you are offline. Kept in this browser until then.");
  // The network is back only after the page has gone.
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.goto(`/host/quizzes/${id}`);
  await expect(statement(page)).toHaveValue("Oslo has a fjord.");
  await seesSaved(page);
  expect((await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions[0]?.prompt).toBe("Oslo has a fjord.");
});

test("[DR8] a sign-in that ends in mid-edit: the line says so, and it is saved once the host is signed in again", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page } = await host();
  const context = page.context();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  const cookies = await context.cookies();
  await context.clearCookies({ name: HOST_COOKIE });
  await statement(page).fill("Oslo has trams.");
  await sees(page, /Not saved: you are signed out/);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in again in a new window" }).click();
  const signIn = await opened;
  await expect(signIn.getByLabel("Email")).toBeVisible();
  await context.addCookies(cookies);
  await signIn.close();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await seesSaved(page);
  expect((await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions[0]?.prompt).toBe("Oslo has trams.");
});

test("[DR8] a quiz that was deleted in another window can be kept", async ({ host, api }) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  await api.del(`/quizzes/${id}`);
  await statement(page).fill("Oslo has hills.");
  await sees(page, /Not saved: this quiz was deleted in another window/);
  await page.getByRole("button", { name: "Keep it" }).click();
  await seesSaved(page);
  expect((await api.get<StoredQuiz>(`/quizzes/${id}`)).body).toMatchObject({
    title: "Capitals",
    questions: [{ prompt: "Oslo has hills." }, { prompt: "Lima is in Chile." }],
  });
});

test("[DR8] a quiz whose last words were typed just before the page was left is whole", async ({
  host,
  api,
}) => {
  const id = await api.writeQuiz(CAPITALS);
  const { page } = await host();
  await page.goto(`/host/quizzes/${id}`);
  await seesSaved(page);
  await statement(page).fill("Oslo has an opera.");
  await page.getByRole("link", { name: "Back to your quizzes" }).click();
  await expect(page.getByRole("heading", { name: "Your quizzes" })).toBeVisible();
  await expect
    .poll(async () => (await api.get<StoredQuiz>(`/quizzes/${id}`)).body.questions[0]?.prompt)
    .toBe("Oslo has an opera.");
  // The way back shows what was saved, not what the router remembers.
  await page.goBack();
  await expect(statement(page)).toHaveValue("Oslo has an opera.");
});
