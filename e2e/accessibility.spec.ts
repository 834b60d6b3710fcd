import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { EVERY_KIND } from "./fixtures/quizzes.ts";
import { test } from "./fixtures/test.ts";

test("[WA1] [WA2] the landing page and the door", async ({ player, startSession }) => {
  const session = await startSession(EVERY_KIND);
  await session.admits("Ada");
  const ada = await player("Ada");
  await ada.page.goto("/");
  await isAccessible(ada.page, "landing page");
  await isWholeWhenNarrow(ada.page, "landing page");
  await ada.page.goto(session.joinUrl);
  await expect(ada.page.getByText("Every kind")).toBeVisible();
  await isAccessible(ada.page, "join page");
  await ada.page.getByRole("button", { name: "Change your look" }).click();
  await expect(ada.page.getByRole("dialog", { name: "Your look" })).toBeVisible();
  await isAccessible(ada.page, "look picker");
  await ada.page.keyboard.press("Escape");
  await ada.entersName("Ada");
  await expect(ada.refusal()).toBeVisible();
  await isAccessible(ada.page, "join page with a refusal");
  await isWholeWhenNarrow(ada.page, "join page with a refusal");
  await ada.page.goto("/nowhere");
  await isAccessible(ada.page, "no such page");
  await isWholeWhenNarrow(ada.page, "no such page");
});

test("[WA1] [WA2] the phone, the control room and the big screen, from the lobby to the end", async ({
  player,
  host,
  presenter,
  startSession,
}) => {
  test.setTimeout(240_000);
  const session = await startSession(EVERY_KIND);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const room = await host();
  await room.opensControlRoom(session);
  const screen = await presenter(session.presenterUrl);
  const inTheRoom = (phase: string, lights: Lights | null) => [
    isAccessible(ada.page, `phone, ${phase}`).then(() => isWholeWhenNarrow(ada.page, `phone, ${phase}`)),
    isAccessible(screen.page, `big screen, ${phase}`, lights),
  ];
  const areAccessible = (phase: string) =>
    Promise.all([...inTheRoom(phase, switchTheLights), isAccessible(room.page, `control room, ${phase}`)]);

  await ada.seesLobby();
  await room.seesInLobby("Ravi");
  await screen.seesName("Ravi");
  await areAccessible("lobby");
  await ada.page.getByRole("button", { name: "Your settings" }).click();
  await expect(ada.page.getByRole("switch", { name: "Larger text" })).toBeVisible();
  await screen.page.keyboard.press("v");
  await expect(screen.page.getByRole("dialog", { name: "Sound" })).toBeVisible();
  await Promise.all(inTheRoom("settings and sound", switchTheLights));
  await ada.page.keyboard.press("Escape");
  await screen.page.keyboard.press("Escape");

  await session.starts();
  await expect(ada.option("Jupiter")).toBeEnabled();
  await screen.seesHeading("Which planet is the largest?");
  await areAccessible("question");
  await ada.answers("Jupiter");
  await ada.seesSaved();
  await isAccessible(ada.page, "phone, saved");
  await ravi.answers(0, { choice: 0 });
  await ada.seesOutcome("Right!");
  await room.seesPhase(`Answer to question 1 of ${EVERY_KIND.questions.length}`);
  await expect(screen.page.getByText("1 of 2 got it right")).toBeVisible();
  await areAccessible("reveal");

  await session.goesOn();
  await ada.seesPlace("1st");
  await room.seesPhase("Standings");
  await screen.seesHeading("Standings");
  await areAccessible("standings");
  const overlay = await presenter(session.presenterUrl.replace("#", "&overlay=1#"));
  await expect(overlay.page.getByRole("list", { name: "Standings" })).toContainText("Ada");
  await isAccessible(overlay.page, "overlay", null);
  await overlay.page.close();

  const origin = new URL(session.joinUrl).origin;
  for (const [index, { prompt, kind }] of EVERY_KIND.questions.slice(1).entries()) {
    await test.step(`a question of the kind “${kind}”`, async () => {
      await session.goesOn();
      await ada.seesQuestion(prompt);
      await screen.seesHeading(prompt);
      if (kind === "slide") return Promise.all(inTheRoom(kind, null));
      await session.isOpen();
      await Promise.all(inTheRoom(kind, null));
      const data = { questionIndex: index + 1, response: ANSWERS[kind] };
      await ada.page.request.post(`/api/v1/pins/${session.pin}/answers`, { data, headers: { origin } });
      await ravi.answers(index + 1, ANSWERS[kind]);
      await expect(ada.page.getByRole("heading", { level: 1, name: OUTCOME })).toBeVisible();
      await expect(screen.page.getByText("Counting the last answers")).toBeHidden();
      await Promise.all(inTheRoom(`${kind} revealed`, null));
      await session.goesOn();
    });
  }

  await session.goesOn();
  await expect(ada.page.getByText("You won. Take a bow!")).toBeVisible();
  await expect(screen.page.getByRole("list", { name: "Podium" })).toContainText("Ada", { timeout: 15_000 });
  await areAccessible("podium");
  await session.goesOn();
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
  await screen.seesHeading("Thank you for playing!");
  await areAccessible("end");
  await ada.page.getByRole("button", { name: "See your answers" }).click();
  await expect(ada.page.getByRole("dialog").getByText(EVERY_KIND.questions[0].prompt)).toBeVisible();
  await screen.page.keyboard.press("p");
  await expect(screen.page.getByRole("dialog", { name: "The race" }).getByRole("listitem")).toHaveCount(2);
  await Promise.all(inTheRoom("own answers and race", switchTheLights));
  await room.page.goto(`/host/sessions/${session.sessionId}/results`);
  await expect(room.page.getByRole("heading", { name: "Every kind" })).toBeVisible();
  await isAccessible(room.page, "results");
});

/** Of each kind an answer with something wrong in it, where there can be. */
const ANSWERS: Record<string, unknown> = {
  multiple: { choices: [0, 1] },
  truefalse: { choice: 1 },
  text: { text: "K2" },
  number: { number: 60 },
  slider: { number: 40 },
  order: { order: [0, 1, 2] },
  match: { match: [0, 0, 0] },
  pin: { point: { x: 0.1, y: 0.2 } },
  rating: { number: 4 },
  wordcloud: { texts: ["Trust"] },
  poll: { choice: 0 },
};
const OUTCOME = /^(Right!|Partly right|Not this time|Thank you!)$/;

test("[WA1] the host’s desk", async ({ host, browserOf, api }) => {
  // The rules go over the editor once for every kind.
  test.setTimeout(120_000);
  const visitor = await (await browserOf()).newPage();
  await visitor.goto("/sign-in");
  await isAccessible(visitor, "sign-in");

  const id = await api.writeQuiz(EVERY_KIND);
  const { page } = await host();
  await page.goto("/host");
  await expect(page.getByRole("heading", { name: "Your quizzes" })).toBeVisible();
  await isAccessible(page, "dashboard");
  await page.getByRole("button", { name: "Start Every kind" }).first().click();
  await expect(page.getByRole("dialog", { name: "How shall we play?" })).toBeVisible();
  await isAccessible(page, "start dialog");

  await page.goto(`/host/quizzes/${id}`);
  const questions = page.getByRole("navigation", { name: "Questions" }).getByRole("listitem");
  for (const [place, { prompt, kind }] of EVERY_KIND.questions.entries()) {
    await questions.nth(place).getByRole("button", { name: prompt }).click();
    await isAccessible(page, `editor, ${kind}`);
  }

  // Choosing changes nothing before Enter, and whatever opens gives the focus back.
  await page.getByRole("combobox", { name: "Kind" }).press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await isAccessible(page, "list of kinds");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Kind" })).toBeFocused();
  await page.getByRole("button", { name: "About this quiz" }).click();
  await page.getByRole("combobox", { name: "Language of the questions" }).fill("Tiếng");
  await expect(page.getByRole("option", { name: "Vietnamese" })).toBeVisible();
  await isAccessible(page, "about the quiz");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Language of the questions" })).toHaveValue("Vietnamese");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "About this quiz" })).toBeFocused();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("[WA3] a device that asks for more contrast, its own colors or no motion gets them", async ({
  player,
}) => {
  const { page } = await player("Ada", { reducedMotion: "no-preference" });
  await page.goto("/join");
  const pin = page.getByLabel("Quiz PIN");
  const ink = () => pin.evaluate((node) => getComputedStyle(node).getPropertyValue("color"));
  const usual = await ink();
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(ink).not.toBe(usual);

  await page.emulateMedia({ contrast: null, forcedColors: "active" });
  await pin.focus();
  await expect(pin).toHaveCSS("outline-style", "solid");
  await expect(pin).toHaveCSS("outline-width", "3px");
  const button = page.getByRole("button").first();
  await expect(button).toHaveCSS("outline-style", "solid");
  await expect(button).toHaveCSS("outline-width", "1px");

  await page.emulateMedia({ forcedColors: null, reducedMotion: "reduce" });
  await expect.poll(() => moving(page)).toEqual([]);
});

/** By all rules, and in the other theme, if there are lights to switch, by those about color. A soft failure: the next page is looked at, too. */
async function isAccessible(page: Page, where: string, lights: Lights | null = followTheDevice) {
  if (lights) {
    await lights(page, "second");
    const found = await violations(axeOn(page).withRules(["color-contrast"]));
    expect.soft(found, `${where}, other theme`).toEqual([]);
    await lights(page, "first");
  }
  expect.soft(await violations(axeOn(page)), where).toEqual([]);
  expect.soft(await moving(page), `${where}: moves though nothing should`).toEqual([]);
}

type Theme = "first" | "second";
type Lights = (page: Page, theme: Theme) => Promise<void>;

async function followTheDevice(page: Page, theme: Theme) {
  await page.emulateMedia({ colorScheme: theme === "first" ? "light" : "dark" });
}

/** The stage is dark until L lights it. */
async function switchTheLights(page: Page, theme: Theme) {
  const wanted = theme === "first" ? "dark" : "light";
  const root = page.locator("html");
  if ((await root.getAttribute("data-theme")) !== wanted) await page.keyboard.press("l");
  await expect(root).toHaveAttribute("data-theme", wanted);
}

/** As wide as the narrowest phone, then with the spacing of WCAG 1.4.12: nothing sticks out to the side. */
async function isWholeWhenNarrow(page: Page, where: string) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await pixelsBeyondTheEdge(page), `${where}, 320 px`).toBeLessThanOrEqual(0);
  const spacing = await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`,
  });
  expect.soft(await pixelsBeyondTheEdge(page), `${where}, wide spacing`).toBeLessThanOrEqual(0);
  await spacing.evaluate((style) => (style as Element).remove());
  if (before) await page.setViewportSize(before);
}

function pixelsBeyondTheEdge(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What moves for longer than an instant, and is no countdown. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 50)
      .map(({ effect }) => (effect as KeyframeEffect).target)
      .filter((target) => target && !target.closest("[data-essential-motion]"))
      .map((target) => target?.outerHTML.slice(0, 200) ?? ""),
  );
}

function axeOn(page: Page): AxeBuilder {
  // Target size is off unless asked for. Guards at the ends of a list hand the focus on at once; nobody stays on one.
  return new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .exclude("[data-base-ui-focus-guard]");
}

async function violations(axe: AxeBuilder) {
  // Our pages have no frames; without them it need not open a page of its own for the report.
  const found = await axe.setLegacyMode().analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html.slice(0, 300)} — ${failureSummary}`),
  }));
}
