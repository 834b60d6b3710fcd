import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { png } from "#tests/support/pictures.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("without its key, or with a wrong one, the screen says what to do", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(CAPITALS);
  const [withoutKey] = session.presenterUrl.split("#");
  const screen = await presenter(withoutKey ?? "");
  await screen.seesHeading("This screen’s link is incomplete");

  await screen.page.goto(`${withoutKey}#key=not-the-key`);
  await screen.seesHeading("This screen’s key is not valid");
  await expect(
    screen.page.getByText("Copy the whole link of the big screen from the control room"),
  ).toBeVisible();

  const other = await startSession(CAPITALS);
  await screen.page.goto(`${withoutKey}#${other.presenterUrl.split("#")[1]}`);
  await screen.page.reload();
  await screen.seesHeading("This screen’s key is not valid");

  await screen.page.goto(session.presenterUrl.replace(session.pin, "000000"));
  await screen.page.reload();
  await screen.seesHeading("No quiz is running with this PIN");
});

test("[TH5] a logo of any proportions is seen whole on the big screen", async ({
  startSession,
  presenter,
  server,
}) => {
  for (const [width, height] of [
    [90, 400],
    [800, 90],
  ] as const) {
    const stored = await fetch(`${server.url}/api/v1/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.ownerApiKey}` },
      body: new Uint8Array(png(width, height)),
    });
    const { id } = (await stored.json()) as { id: string };
    const session = await startSession(CAPITALS, { room: { logo: { id, alt: "Our mark" } } });
    const { page } = await presenter(session.presenterUrl);
    const logo = page.getByRole("img", { name: "Our mark" });
    await expect(logo).toBeVisible();
    const beyond = await logo.evaluate((picture) => {
      const [inner, plate] = [picture, picture.parentElement as Element].map((each) =>
        each.getBoundingClientRect(),
      );
      return [plate!.top - inner!.top, inner!.bottom - plate!.bottom, inner!.right - plate!.right];
    });
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
  }
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

test("[SHOW6] [WA8] the room sees how to join in every phase, and no controls; a reload keeps the place", async ({
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
  await isWholeWhenNarrow(page, "Bo");

  const pin = page.getByText([...session.pin].join(" "), { exact: true });
  const code = page.getByRole("img", { name: "QR code to join" });
  await session.countsDown();
  await expect(page.getByText("Get ready")).toBeVisible();
  await expect(pin).toBeVisible();
  await screen.seesHeading("What is the capital of France?");
  await page.reload();
  await screen.seesHeading("What is the capital of France?");
  await session.isOpen();
  await expect(page.getByText("Canberra")).toBeHidden();
  await expect(page.getByText("Since Clovis, with interruptions.")).toBeHidden();
  await ada.answers(0, { choice: 1 });
  await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
  await isWholeWhenNarrow(page, "Paris");
  await bo.answers(0, { choice: 0 });

  await expect(page.getByText("1 of 2 got it right")).toBeVisible();
  await expect(page.getByText("Since Clovis, with interruptions.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 of 2 got it right")).toBeVisible();
  await expect(code).toBeVisible();
  await isWholeWhenNarrow(page, "Since Clovis, with interruptions.");
  await session.command("pause");
  await expect(page.getByRole("status").filter({ hasText: "Paused" })).toBeVisible();
  await expect(pin.last()).toBeVisible();
  await session.command("resume");

  await session.goesOn();
  await screen.seesHeading("Standings");
  await page.reload();
  await screen.seesHeading("Standings");
  await expect(code).toBeVisible();
  const [first] = await session.standings();
  const rows = page.getByRole("list", { name: "Standings" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Ada");
  await expect(rows.first()).toContainText(`${first?.score.toLocaleString("en")} points`);
  await isWholeWhenNarrow(page, "Bo");

  await session.command("finish");
  const podium = page.getByRole("list", { name: "Podium" });
  await expect(podium).toBeVisible();
  await expect(pin).toBeVisible();
  await page.reload();
  await expect(podium).toContainText("Ada");
  await session.goesOn();
  await screen.seesHeading("Thank you for playing!");
  await expect(pin).toBeVisible();

  expect(await page.getByRole("main").getByRole("button").count()).toBe(0);
  expect(await page.getByRole("link").count()).toBe(0);
  expect(await page.getByRole("textbox").count()).toBe(0);
});

/** In a window of 320 pixels, which is what a laptop shows at 400 %: one column, and down to this text by scrolling. */
async function isWholeWhenNarrow(page: Page, last: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.locator("html")).toHaveAttribute("data-reads");
  const text = page.getByRole("main").getByText(last).last();
  await text.scrollIntoViewIfNeeded();
  await expect(text).toBeInViewport({ ratio: 1 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `pixels beyond the side, at ${last}`).toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}

test("[SHOW3] [WA5] keys call up the code, the answers, the solution, the rankings and the keys themselves", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await session.admits("Ada");
  const { page, ...screen } = await presenter(session.presenterUrl);
  await screen.seesHeading("Capitals");
  const overlay = (name: string) => page.getByRole("dialog", { name });

  await page.keyboard.press("q");
  await expect(overlay("How to join")).toContainText([...session.pin].join(" "));
  await page.keyboard.press("Escape");
  await expect(overlay("How to join")).toBeHidden();
  await page.keyboard.press("?");
  await expect(overlay("Keys")).toContainText("Standings");
  await page.keyboard.press("c");
  await expect(overlay("Keys")).toBeHidden();
  await expect(overlay("The right answer")).toContainText("Nothing to show yet");

  await session.starts();
  await session.isOpen();
  await ada.answers(0, { choice: 1 });
  await expect(overlay("The right answer")).toContainText("The only answer was right");
  await session.goesOn();
  await session.goesOn();
  await session.isOpen();
  // The question before: what is open now has no answer on this screen, and nobody is to be swayed.
  await expect(overlay("The right answer")).toContainText("What is the capital of France?");
  await expect(overlay("The right answer").getByText("Correct", { exact: true })).toBeVisible();
  await page.reload();
  await screen.seesHeading("What is the capital of Australia?");
  await page.keyboard.press("a");
  await expect(overlay("How the room answered")).toContainText("What is the capital of France?");
  await expect(overlay("How the room answered").getByText("Correct", { exact: true })).toBeHidden();
  await page.keyboard.press("r");
  await expect(overlay("Standings").getByRole("listitem")).toContainText("Ada");
  await page.keyboard.press("r");
  await expect(overlay("Standings")).toBeHidden();

  // Single keys can be switched off; then the same things are done by pressing what is on the sheet.
  await page.keyboard.press("?");
  await overlay("Keys").getByRole("switch", { name: "Keyboard shortcuts" }).click();
  await page.keyboard.press("r");
  await expect(overlay("Keys")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(overlay("Keys")).toBeHidden();
  await page.reload();
  await screen.seesHeading("What is the capital of Australia?");
  await page.keyboard.press("q");
  await page.getByRole("button", { name: "All keys" }).press("Enter");
  await expect(overlay("How to join")).toBeHidden();
  await overlay("Keys").getByRole("button", { name: "Standings" }).press("Enter");
  await expect(overlay("Standings").getByRole("listitem")).toContainText("Ada");
  await page.keyboard.press("Escape");
});

test("[RACE2] [SHOW4] [SHOW5] the race is replayed and saved, the overlay is transparent, sound comes when asked for", async ({
  startSession,
  presenter,
  browserOf,
}) => {
  const session = await startSession(CAPITALS, { room: { theme: "grove", color: "#aa3355" } });
  const [ada, bo] = [await session.admits("Ada <b>"), await session.admits("بو")];
  const { page, ...screen } = await presenter(session.presenterUrl);
  await screen.seesHeading("Capitals");
  await expect(page.locator("html")).toHaveAttribute("data-room", "grove");

  const loaded: string[] = [];
  page.on("response", (response) => loaded.push(response.url()));
  await page.keyboard.press("m");
  await expect.poll(() => loaded.filter((url) => url.endsWith(".js")).length).toBeGreaterThan(0);
  await page.keyboard.press("v");
  const volumes = page.getByRole("dialog", { name: "Sound" });
  await expect(volumes).toContainText("Sound is on");
  await volumes.getByRole("slider", { name: "Drum roll" }).press("Home");
  await page.reload();
  // Keys are heard once the page is alive, which it shows by what only its socket knows.
  await screen.seesHeading("Capitals");
  await page.keyboard.press("v");
  await expect(volumes.getByRole("slider", { name: "Drum roll" })).toHaveValue("0");
  await page.keyboard.press("m");
  await expect(volumes).toContainText("Sound is off");
  await page.keyboard.press("Escape");

  await session.starts();
  for (const index of [0, 1]) {
    await session.isOpen();
    await ada.answers(index, { choice: index === 0 ? 1 : 0 });
    await bo.answers(index, { choice: index === 0 ? 0 : 2 });
    await expect(page.getByText("1 of 2 got it right")).toBeVisible();
    await session.goesOn();
    await screen.seesHeading("Standings");
    if (index === 0) await session.goesOn();
  }

  const overlay = await presenter(session.presenterUrl.replace("#", "&overlay=1#"));
  await expect(overlay.page.getByRole("list", { name: "Standings" })).toContainText("Ada <b>");
  const ground = (target: string) =>
    overlay.page.locator(target).evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await ground("html")).toBe("rgba(0, 0, 0, 0)");
  expect(await ground(".stage")).toBe("rgba(0, 0, 0, 0)");

  await session.command("finish");
  await page.keyboard.press("g");
  const race = page.getByRole("dialog", { name: "The race" });
  await expect(race.getByRole("listitem")).toHaveCount(2);
  await expect(race.getByRole("status")).toContainText("What is the capital of Australia?");
  await page.keyboard.press("Home");
  await expect(race.getByRole("status")).toContainText("What is the capital of France?");
  const download = page.waitForEvent("download");
  await page.keyboard.press("s");
  const file = await (await download).path();

  const alone = await (await browserOf({ offline: true })).newPage();
  const asked: string[] = [];
  alone.on("request", (request) => asked.push(request.url()));
  await alone.setContent(await readFile(file, "utf8"));
  await expect(alone.getByRole("heading", { name: "Capitals" })).toBeVisible();
  await expect(alone.getByRole("listitem").filter({ hasText: "Ada <b>" })).toBeVisible();
  await alone.keyboard.press("End");
  await expect(alone.getByRole("status")).toContainText("What is the capital of Australia?");
  await expect(alone.getByRole("listitem").filter({ hasText: "بو" })).toContainText(/\d,?\d{2}/);
  // A name that is written from right to left ends at its bar like any other.
  const gap = await alone
    .getByRole("listitem")
    .filter({ hasText: "بو" })
    .evaluate((row) => {
      const words = document.createRange();
      words.selectNodeContents(row.querySelector(".race-name") as Element);
      const lane = row.querySelector(".race-lane") as Element;
      return lane.getBoundingClientRect().left - words.getBoundingClientRect().right;
    });
  expect(gap).toBeLessThan(40);
  await alone.getByRole("slider", { name: "Position" }).fill("0");
  await expect(alone.getByRole("listitem").filter({ hasText: "بو" })).toContainText("0");
  expect(asked).toEqual([]);
});
