import { expect } from "@playwright/test";
import { CAPITALS } from "./fixtures/quizzes.ts";
import { test } from "./fixtures/test.ts";

test("without its key, or with a wrong one, the screen says what to do", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(CAPITALS);
  const [withoutKey] = session.presenterUrl.split("#");
  const screen = await presenter(withoutKey ?? "");
  await screen.seesHeading("This screen needs its whole link");

  await screen.page.goto(`${withoutKey}#key=not-the-key`);
  await screen.seesHeading("This screen’s key is not valid");
  await expect(screen.page.getByText("Copy the whole presenter link from the control room")).toBeVisible();

  const other = await startSession(CAPITALS);
  await screen.page.goto(`${withoutKey}#${other.presenterUrl.split("#")[1]}`);
  await screen.page.reload();
  await screen.seesHeading("This screen’s key is not valid");

  await screen.page.goto(session.presenterUrl.replace(session.pin, "000000"));
  await screen.page.reload();
  await screen.seesHeading("No quiz runs under this PIN");
});

test("the key never leaves in an address", async ({ startSession, presenter, browserOf }) => {
  const session = await startSession(CAPITALS);
  const key = new URLSearchParams(new URL(session.presenterUrl).hash.slice(1)).get("key") ?? "";
  expect(key.length).toBeGreaterThan(20);

  const context = await browserOf();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url(), JSON.stringify(request.headers().referer ?? "")));
  page.on("websocket", (socket) => asked.push(socket.url()));
  // Without a socket the screen polls: these calls must keep the key out of their address, too.
  await page.routeWebSocket(/\/ws$/, (socket) => socket.close());
  await page.goto(session.presenterUrl);
  await expect(page.getByRole("heading", { name: "Capitals" })).toBeVisible();
  await session.admits("Ada");
  await expect(page.getByText("1 player in the room")).toBeVisible();

  const live = await presenter(session.presenterUrl);
  await live.seesName("Ada");
  expect(asked.length).toBeGreaterThan(4);
  // Browsers keep the fragment to themselves; Playwright shows it for the page itself.
  const sent = asked.map((url) => url.split("#")[0] ?? "");
  expect(sent.filter((url) => url.includes(key))).toEqual([]);
});

test("the room sees how to join, every phase, and no controls; a reload keeps the place", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(CAPITALS);
  const screen = await presenter(session.presenterUrl);
  const { page } = screen;
  const join = page.getByRole("region", { name: "How to join" });
  await expect(join).toContainText([...session.pin].join(" "));
  await expect(join.getByRole("img", { name: "QR code to join" })).toBeVisible();
  await expect(join).toContainText(new URL(session.joinUrl).host);

  const ada = await session.admits("Ada");
  const bo = await session.admits("Bo");
  await screen.seesName("Ada");
  await screen.seesName("Bo");
  await expect(page.getByText("2 players in the room")).toBeVisible();

  await session.starts();
  await expect(page.getByText("Get ready")).toBeVisible();
  await screen.seesHeading("What is the capital of France?");
  await page.reload();
  await screen.seesHeading("What is the capital of France?");
  await session.isOpen();
  await expect(page.getByText("Canberra")).toBeHidden();
  await expect(page.getByText("Since Clovis, with interruptions.")).toBeHidden();
  await ada.answers(0, { choice: 1 });
  await expect(page.getByText("1 of 2")).toBeVisible();
  await bo.answers(0, { choice: 0 });

  await expect(page.getByText("1 of 2 got it right")).toBeVisible();
  await expect(page.getByText("Since Clovis, with interruptions.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 of 2 got it right")).toBeVisible();

  await session.goesOn();
  await screen.seesHeading("Standings");
  await page.reload();
  await screen.seesHeading("Standings");
  const [first] = await session.standings();
  const rows = page.getByRole("list", { name: "Standings" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Ada");
  await expect(rows.first()).toContainText(`${first?.score.toLocaleString("en")} points`);

  await session.command("finish");
  const podium = page.getByRole("list", { name: "Podium" });
  await expect(podium).toBeVisible();
  await page.reload();
  await expect(podium).toContainText("Ada", { timeout: 15_000 });
  await session.goesOn();
  await screen.seesHeading("Thank you for playing!");

  expect(await page.getByRole("button").count()).toBe(0);
  expect(await page.getByRole("link").count()).toBe(0);
  expect(await page.getByRole("textbox").count()).toBe(0);
});

test("[SHOW3] keys call up the code, the answers, the solution, the rankings and the keys themselves", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await session.admits("Ada");
  const { page, ...screen } = await presenter(session.presenterUrl);
  await screen.seesHeading("Capitals");
  const veil = (name: string) => page.getByRole("dialog", { name });

  await page.keyboard.press("q");
  await expect(veil("How to join")).toContainText([...session.pin].join(" "));
  await page.keyboard.press("Escape");
  await expect(veil("How to join")).toBeHidden();
  await page.keyboard.press("?");
  await expect(veil("Keys")).toContainText("Rankings");
  await page.keyboard.press("c");
  await expect(veil("Keys")).toBeHidden();
  await expect(veil("The correct answer")).toContainText("Nothing to show yet");

  await session.starts();
  await session.isOpen();
  await ada.answers(0, { choice: 1 });
  await expect(veil("The correct answer")).toContainText("The only answer was right");
  await session.goesOn();
  await session.goesOn();
  await session.isOpen();
  // The question before: what is open now has no answer on this screen, and nobody is to be swayed.
  await expect(veil("The correct answer")).toContainText("What is the capital of France?");
  await expect(veil("The correct answer").getByText("Correct", { exact: true })).toBeVisible();
  await page.reload();
  await screen.seesHeading("What is the capital of Australia?");
  await page.keyboard.press("a");
  await expect(veil("How the room answered")).toContainText("What is the capital of France?");
  await expect(veil("How the room answered").getByText("Correct", { exact: true })).toBeHidden();
  await page.keyboard.press("r");
  await expect(veil("Rankings").getByRole("listitem")).toContainText("Ada");
  await page.keyboard.press("r");
  await expect(veil("Rankings")).toBeHidden();
});
