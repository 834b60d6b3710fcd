import { expect, type Locator, type Page } from "@playwright/test";
import type { Player } from "../fixtures/player.ts";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import type { Guest, Session } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";

const DESK = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false };

test("[WA4] joining and all kinds of answers, with the keyboard alone", async ({
  startSession,
  player,
  host,
  presenter,
}) => {
  const session = await startSession(EVERY_KIND);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", DESK);
  const { page } = ada;
  const { keyboard } = page;
  // A picture that does not come: its words stand in for it.
  await page.route("**/api/v1/media/**", (route) => route.abort());

  await test.step("join", async () => {
    await page.goto(session.joinUrl);
    await expect(page.getByLabel("Your name")).toBeFocused();
    await keyboard.type("Ada");
    await keyboard.press("Enter");
    await ada.seesLobby();
    await hears(page, "You’re in, Ada. The host starts soon.");
  });

  await test.step("single choice: Tab and Enter", async () => {
    await session.starts();
    await hears(page, "Question 1 of 13: Which planet is the largest? Choose one.");
    await tabsTo(ada.option("Jupiter"));
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 0, { choice: 0 }, "Right!");
  });

  await test.step("multiple choice: digits, then Enter on Send", async () => {
    await session.goesOn();
    await session.goesOn();
    await expect(ada.option("Eleven")).toBeEnabled();
    await keyboard.press("2");
    await keyboard.press("c");
    await expect(ada.chosen()).toHaveCount(2);
    await tabsTo(page.getByRole("button", { name: "Send 2 choices" }));
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 1, { choices: [0] }, "Right!");
  });

  await test.step("true or false: one letter", async () => {
    await session.asksNext();
    await expect(ada.option("True")).toBeEnabled();
    await keyboard.press("a");
    await settled(ada, session, ravi, 2, { choice: 1 }, "Right!");
  });

  await test.step("text: the field has the focus, Enter sends", async () => {
    await session.asksNext();
    await expect(page.getByLabel("Your answer")).toBeFocused();
    await seesFocus(page);
    await keyboard.type("everest");
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 3, { text: "K2" }, "Right!");
  });

  await test.step("number: typed, read back, sent", async () => {
    await session.asksNext();
    await expect(page.getByLabel("Your answer in keys")).toBeFocused();
    await keyboard.type("87");
    await expect(page.getByText("Read as 87 keys")).toBeVisible();
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 4, { number: 12 }, "Right!");
  });

  await test.step("slider: arrow keys move it, Enter sends", async () => {
    await session.asksNext();
    const slider = page.getByRole("slider", { name: "Your answer in %" });
    await expect(slider).toBeFocused();
    await seesFocus(page);
    for (const key of ["PageUp", "PageUp", "ArrowUp", "ArrowRight"]) await keyboard.press(key);
    await expect(slider).toHaveAttribute("aria-valuetext", "72 %");
    await keyboard.press("Shift+Tab");
    await keyboard.press("Shift+Tab");
    await expect(page.getByLabel("Your answer in %, typed")).toBeFocused();
    await keyboard.type("71");
    await expect(slider).toHaveAttribute("aria-valuetext", "71 %");
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 5, { number: 20 }, "Right!");
  });

  await test.step("order: the item that moves keeps the focus, and its place is said", async () => {
    await session.asksNext();
    const order = page.getByRole("list", { name: "Your order" });
    await expect(order.getByRole("button", { name: "Move “Mouse” up" })).toBeVisible();
    const items = ["Mouse", "Horse", "Whale"];
    for (const [place, item] of items.entries()) await movesUpTo(order, item, place);
    for (const [place, item] of items.entries())
      await expect(order.getByRole("listitem").nth(place)).toContainText(item);
    await tabsTo(page.getByRole("button", { name: "Send this order" }));
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 6, { order: [0, 1, 2] }, "Right!");
  });

  await test.step("match: digits say where the item that is up belongs, the next one is up at once", async () => {
    await session.asksNext();
    const items = page.getByRole("list", { name: "Items" });
    await expect(items.getByRole("button", { pressed: true })).toBeVisible();
    const names = await items.getByRole("button").allTextContents();
    const groups = await page
      .getByRole("group", { name: /^Where does/ })
      .getByRole("button")
      .allTextContents();
    const digit = (group: string) => String(groups.findIndex((text) => text.startsWith(group)) + 1);
    const home = (item = "") => (item.startsWith("Camel") ? "Desert" : "Sea");
    await expect(items.getByRole("button").first()).toContainText("Choose below");
    for (const name of names) await keyboard.press(digit(home(name)));
    await hears(page, "All are matched.");
    await tabsTo(page.getByRole("button", { name: "Send these matches" }));
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 7, { match: [0, 0, 0] }, "Right!");
  });

  await test.step("pin: arrow keys move it, its place is said, Enter sends; the picture is missing", async () => {
    await session.asksNext();
    const picture = page.getByRole("application", { name: /^An island seen from above/ });
    await expect(page.getByText("An island seen from above", { exact: true })).toBeVisible();
    await session.isOpen();
    await expect(page.getByRole("button", { name: "Tap the picture" })).toBeVisible();
    await picture.focus();
    await seesFocus(page);
    await keyboard.press("ArrowRight");
    await hears(page, "50 percent from the left, 50 percent from the top");
    await keyboard.press("Shift+ArrowRight");
    await keyboard.press("Shift+ArrowUp");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await keyboard.press(key);
    await hears(page, "63 percent from the left, 40 percent from the top");
    await keyboard.press("Enter");
    await settled(ada, session, ravi, 8, { point: { x: 0.1, y: 0.1 } }, "Right!");
  });

  await test.step("rating: its digit", async () => {
    await session.asksNext();
    const highest = page.getByRole("button", { name: "5, Splendid" });
    await expect(highest).toBeVisible();
    await tabsTo(highest);
    await keyboard.press("4");
    await settled(ada, session, ravi, 9, { number: 2 }, "Thank you!");
    await expect(page.getByText("3.0")).toBeVisible();
  });

  await test.step("word cloud: Enter goes on and sends; the host lets words through with a key", async () => {
    await session.asksNext();
    const desk = await host(DESK);
    await desk.opensControlRoom(session);
    const wall = await presenter(session.presenterUrl);
    await expect(page.getByLabel("Answer 1 of up to 2")).toBeFocused();
    await keyboard.type("Trust");
    await keyboard.press("Enter");
    await keyboard.type("nonsense");
    await keyboard.press("Enter");
    await ada.seesSaved();
    const waiting = desk.page.getByRole("region", { name: "Waiting for you" });
    await expect(waiting.getByRole("listitem")).toHaveCount(2);
    await desk.page.keyboard.press("h");
    await expect(waiting.getByRole("listitem")).toHaveCount(1);
    await desk.page.keyboard.press("y");
    await expect(desk.page.getByRole("region", { name: "On the big screen" })).toContainText("Trust");
    const cloud = wall.page.getByRole("list", { name: "The room’s words" });
    await expect(cloud.getByRole("listitem")).toHaveText("Trust: 1 time");
    await ravi.answers(10, { text: "trust" });
    await ada.seesOutcome("Thank you!");
    await expect(cloud.getByRole("listitem")).toHaveText(/^trust: 2 times$/i);
    await expect(page.getByRole("list", { name: "The room’s words" })).toHaveText(/^trust: 2 times$/i);
    expect([...ada.heard].join()).not.toContain('"entry"');
  });

  await test.step("slide: read aloud, nothing to answer", async () => {
    await session.asksNext();
    await hears(page, "Last one! Then there is cake.");
    await ada.seesQuestion("Last one!");
  });

  await test.step("poll: a digit does nothing where single keys are switched off, and answers where they are on", async () => {
    await session.goesOn();
    await hears(page, "Question 13 of 13: Tea or coffee?");
    await expect(ada.option("Coffee")).toBeEnabled();
    const singleKeys = page.getByRole("switch", { name: "Answer with single keys" });
    for (const on of [false, true]) {
      await page.getByRole("button", { name: "Your settings" }).click();
      await singleKeys.setChecked(on);
      await keyboard.press("Escape");
      await expect(singleKeys).toBeHidden();
      await keyboard.press("2");
      await expect(ada.chosen()).toHaveCount(on ? 1 : 0);
    }
    await settled(ada, session, ravi, 12, { choice: 0 }, "Thank you!");
  });
});

/** Saved, said so, and then how it went: the question closes when Ravi has answered too. */
async function settled(
  ada: Player,
  session: Session,
  ravi: Guest,
  index: number,
  response: unknown,
  outcome: string,
) {
  await ada.seesSaved();
  await ravi.answers(index, response);
  await ada.seesOutcome(outcome);
  await hears(ada.page, outcome);
  expect((await session.standings())[0]?.name).toBe("Ada");
}

/** What a live region says. */
async function hears(page: Page, words: string) {
  await expect(page.getByRole("status").filter({ hasText: words }).first()).toBeAttached();
}

/** Goes on with Tab until it is there, as somebody without a mouse does. */
async function tabsTo(target: Locator) {
  await expect(target).toBeEnabled();
  const page = target.page();
  for (let presses = 0; presses < 25; presses++) {
    if (await target.evaluate((node) => node === document.activeElement)) return seesFocus(page);
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

async function movesUpTo(order: Locator, item: string, place: number) {
  const page = order.page();
  const places = await order.getByRole("listitem").allTextContents();
  const from = places.findIndex((text) => text.includes(item));
  if (from === place) return;
  const up = order.getByRole("button", { name: `Move “${item}” up` });
  await tabsTo(up);
  for (let at = from; at > place; at--) {
    await page.keyboard.press("Enter");
    await hears(page, `${item}, now place ${at} of 3`);
    await expect(up).toBeFocused();
  }
}

/** Something is drawn around whatever has the focus, an outline or a ring, and nothing lies over it. */
async function seesFocus(page: Page) {
  const drawn = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "nothing has the focus";
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const shown = focused.outerHTML.slice(0, 200);
    if (!outlined && boxShadow === "none") return `${shown} shows no focus`;
    const { x, y, width, height } = focused.getBoundingClientRect();
    const over = document.elementFromPoint(x + width / 2, y + height / 2);
    return over && (focused.contains(over) || over.contains(focused)) ? "" : `${shown} is covered`;
  });
  expect(drawn).toBe("");
}
