import { expect } from "@playwright/test";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { startProxy } from "#tests/support/programs/tcp-proxy.ts";
import { layoutShifts, typefacesHaveCome } from "../fixtures/layout-shifts.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("[PL9] an answer pressed without a network is kept and sent when it is back, and nothing jumps", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  // The smallest phone, where every word that changes could need a line more.
  const ada = await player("Ada", { in: session, viewport: { width: 320, height: 640 } });
  await session.starts();
  await ada.seesQuestion("What is the capital of France?");
  await expect(ada.option("Paris")).toBeEnabled();
  // How little moves when they come is another test's subject.
  await typefacesHaveCome(ada.page);
  const before = (await layoutShifts(ada.page)).length;

  await ada.context.setOffline(true);
  await expect(ada.page.getByText("You are offline. Your answers are kept.")).toBeVisible();
  await ada.answers("Paris");
  await expect(ada.page.getByText(/saving/i)).toBeVisible();
  await expect(ada.chosen()).toHaveText(/Paris/);
  expect((await session.standings()).find(({ name }) => name === "Ada")?.score).toBe(0);

  await ada.context.setOffline(false);
  await ada.seesSaved();
  await expect(ada.page.getByText("You are offline")).toBeHidden();
  const [first] = await session.standings();
  expect(first).toMatchObject({ name: "Ada", rank: 1 });
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await ada.seesScore(first?.score ?? 0);
  expect((await layoutShifts(ada.page)).slice(before)).toEqual([]);
});

test("it survives a reload that comes with the network", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await session.starts();
  await expect(ada.option("Paris")).toBeEnabled();
  await ada.context.setOffline(true);
  await ada.answers("Paris");
  await expect(ada.page.getByText(/saving/i)).toBeVisible();

  // The page goes before anything could be sent.
  await ada.page.evaluate(() => {
    addEventListener("online", (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await ada.context.setOffline(false);
  await ada.page.reload();
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText(/Paris/);
});

test("if the question has closed meanwhile, a plain sentence says that nothing was saved", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await session.starts();
  await expect(ada.option("Paris")).toBeEnabled();
  await ada.context.setOffline(true);
  await ada.answers("Paris");
  await expect(ada.page.getByText(/saving/i)).toBeVisible();

  await session.closesQuestion();
  await ada.context.setOffline(false);
  await ada.seesOutcome("No answer");
  await expect(ada.page.getByRole("main")).toContainText("Your answer was not saved. Time is up");
  await ada.seesScore(0);
  expect((await session.standings()).every(({ score }) => score === 0)).toBe(true);
});

test("an answer whose reply got lost is stored once and shown as saved", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await session.starts();
  await expect(ada.option("Paris")).toBeEnabled();

  let arrived = 0;
  await ada.page.route("**/play?*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    // The server hears it and answers; the answer never comes.
    await route.fetch();
    arrived += 1;
    await route.abort();
  });
  await ada.answers("Paris");
  await ada.seesSaved();
  expect(arrived).toBeGreaterThan(0);
  const [first] = await session.standings();
  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await ada.seesScore(first?.score ?? 0);
  expect(first?.score).toBeLessThanOrEqual(1000);
});

test("a network that goes silent in the middle of an answer costs nothing", async ({
  startSession,
  player,
  server,
}) => {
  const proxy = await startProxy(server.port);
  try {
    const session = await startSession(CAPITALS);
    await session.admits("Ravi");
    const { token } = await session.admits("Ada");
    const ada = await player("Ada");
    const url = `http://127.0.0.1:${proxy.port}`;
    await ada.context.addCookies([
      { name: playerCookieName(session.sessionId), value: token, url, httpOnly: true },
    ]);
    await ada.page.goto(`${url}${session.playPath}`);
    await session.starts();
    await expect(ada.option("Paris")).toBeEnabled();

    proxy.blackhole(true);
    await ada.answers("Paris");
    await expect(ada.page.getByText("Still saving. Keep this page open.")).toBeVisible();
    proxy.blackhole(false);
    await ada.seesSaved();
    const [first] = await session.standings();
    await session.closesQuestion();
    await ada.seesOutcome("Right!");
    await ada.seesScore(first?.score ?? 0);
  } finally {
    await proxy.stop();
  }
});
