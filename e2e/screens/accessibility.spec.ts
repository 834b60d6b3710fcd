import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import type { BigScreen } from "../fixtures/big-screen.ts";
import type { Host } from "../fixtures/host.ts";
import type { Player } from "../fixtures/player.ts";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import type { Guest, Session } from "../fixtures/session.ts";
import { test as onStage } from "../fixtures/test.ts";

const PLANETS = EVERY_KIND.questions[0];

const test = onStage.extend<{ cast(questions: readonly object[]): Promise<PlayedSession> }>({
  cast: async ({ player, presenter, startSession }, run) => {
    await run(async (questions) => {
      const session = await startSession({ title: EVERY_KIND.title, questions });
      const ravi = await session.admits("Ravi");
      const ada = await player("Ada", { in: session });
      const screen = await presenter(session.presenterUrl);
      await ada.seesLobby();
      await screen.seesName("Ravi");
      return { session, ravi, ada, screen };
    });
  },
});

test("[WA1] [WA2] the landing page and the door", async ({ player, startSession }) => {
  const session = await startSession(EVERY_KIND);
  await session.admits("Ada");
  const ada = await player("Ada");
  await ada.page.goto("/");
  await isAccessible(ada.page, "landing page");
  await isWholeWhenNarrow(ada.page, "landing page");
  await ada.page.getByRole("link", { name: "Privacy" }).click();
  await expect(ada.page.getByRole("heading", { name: "What is stored about you" })).toBeVisible();
  await isAccessible(ada.page, "privacy");
  await isWholeWhenNarrow(ada.page, "privacy");
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

test("[WA1] [WA2] a phone that becomes the remote, and a rehearsal", async ({
  api,
  host,
  player,
  startSession,
}) => {
  const phone = await player("Ada");
  for (const [path, heading] of [
    ["/remote", "Scan the code first"],
    ["/remote#code", "Use this phone as a remote?"],
  ] as const) {
    await phone.page.goto("about:blank");
    await phone.page.goto(path);
    await expect(phone.page.getByRole("heading", { name: heading })).toBeVisible();
    await isAccessible(phone.page, path);
    await isWholeWhenNarrow(phone.page, path);
  }
  await phone.page.getByRole("button", { name: "Use this phone" }).click();
  await expect(phone.page.getByText("This code has expired")).toBeVisible();

  const desk = await host();
  await desk.opensControlRoom(await startSession(EVERY_KIND));
  await desk.page.getByRole("button", { name: "Use your phone as a remote" }).click();
  await expect(desk.page.getByRole("img", { name: "QR code that makes a phone the remote" })).toBeVisible();
  await isAccessible(desk.page, "the code for a remote");

  const title = "Tried out for everybody";
  await api.writeQuiz({ title, questions: [PLANETS] });
  await desk.page.goto("/host");
  await desk.page.getByRole("button", { name: `Try it out: ${title}` }).click();
  await expect(desk.page.frameLocator('iframe[title="Phone"]').getByText("Private rehearsal")).toBeVisible();
  await expect(desk.page.frameLocator('iframe[title="Big screen"]').getByText("Robot Ada")).toBeVisible();
  await isAccessible(desk.page, "rehearsal");
  await isWholeWhenNarrow(desk.page, "rehearsal");
});

/** A quiz of these questions with one player on a phone, one without, a host in the control room and a big screen. */
interface PlayedSession {
  session: Session;
  ravi: Guest;
  ada: Player;
  screen: BigScreen;
}

test("[WA1] [WA2] the phone, the control room and the big screen: the lobby", async ({ cast, host }) => {
  const { session, ada, screen } = await cast([PLANETS]);
  const room = await host();
  await room.opensControlRoom(session);
  await room.seesInLobby("Ravi");
  await areAccessible("lobby", { ada, screen, room });
  await ada.page.getByRole("button", { name: "Your settings" }).click();
  await expect(ada.page.getByRole("switch", { name: "Larger text" })).toBeVisible();
  await screen.page.keyboard.press("v");
  await expect(screen.page.getByRole("dialog", { name: "Sound" })).toBeVisible();
  await areAccessible("settings and sound", { ada, screen });
});

test("[WA1] [WA2] the phone, the control room and the big screen: a question, its answer, the standings", async ({
  cast,
  host,
  presenter,
}) => {
  const { session, ravi, ada, screen } = await cast(EVERY_KIND.questions.slice(0, 2));
  const room = await host();
  await room.opensControlRoom(session);
  await session.starts();
  await expect(ada.option("Jupiter")).toBeEnabled();
  await screen.seesHeading(PLANETS.prompt);
  await areAccessible("question", { ada, screen, room });
  await ada.answers("Jupiter");
  await ada.seesSaved();
  await isAccessible(ada.page, "phone, saved");
  await ravi.answers(0, { choice: 0 });
  await ada.seesOutcome("Right!");
  await room.seesPhase("Answer to question 1 of 2");
  await expect(screen.page.getByText("1 of 2 got it right")).toBeVisible();
  await areAccessible("reveal", { ada, screen, room });

  await session.goesOn();
  await ada.seesPlace("1st");
  await room.seesPhase("Standings");
  await screen.seesHeading("Standings");
  await areAccessible("standings", { ada, screen, room });
  const overlay = await presenter(session.presenterUrl.replace("#", "&overlay=1#"));
  await expect(overlay.page.getByRole("list", { name: "Standings" })).toContainText("Ada");
  await isAccessible(overlay.page, "overlay", null);
});

/** So many questions are asked in one test. */
const AT_ONCE = 4;
const OTHERS = EVERY_KIND.questions.slice(1);
for (let from = 0; from < OTHERS.length; from += AT_ONCE) {
  const questions = OTHERS.slice(from, from + AT_ONCE);
  test(`[WA1] [WA2] the phone and the big screen: ${questions.map(({ kind }) => kind).join(", ")}`, async ({
    cast,
  }) => {
    const { session, ravi, ada, screen } = await cast(questions);
    const origin = new URL(session.joinUrl).origin;
    await session.starts();
    for (const [questionIndex, { kind, prompt }] of questions.entries()) {
      await ada.seesQuestion(prompt);
      await screen.seesHeading(prompt);
      if (kind !== "slide") await session.isOpen();
      await areAccessible(kind, { ada, screen }, null);
      if (kind !== "slide") {
        const response = ANSWERS[kind];
        const data = { questionIndex, response };
        await ada.page.request.post(`/api/v1/pins/${session.pin}/answers`, { data, headers: { origin } });
        await ravi.answers(questionIndex, response);
        await expect(ada.page.getByRole("heading", { level: 1, name: OUTCOME })).toBeVisible();
        await expect(screen.page.getByText("Counting the last answers")).toBeHidden();
        await areAccessible(`${kind} revealed`, { ada, screen }, null);
      }
      if (questionIndex < questions.length - 1)
        await (kind === "slide" ? session.goesOn() : session.asksNext());
    }
  });
}

test("[WA1] [WA2] the phone, the control room and the big screen: the podium, the end and what is left of it", async ({
  cast,
  host,
}) => {
  const { session, ravi, ada, screen } = await cast([PLANETS]);
  const room = await host();
  await room.opensControlRoom(session);
  await session.starts();
  await ada.answers("Jupiter");
  await ada.seesSaved();
  await ravi.answers(0, { choice: 0 });
  await ada.seesOutcome("Right!");
  await session.command("finish");
  await expect(ada.page.getByText("You won. Take a bow!")).toBeVisible();
  await expect(screen.page.getByRole("list", { name: "Podium" })).toContainText("Ada");
  await areAccessible("podium", { ada, screen, room });
  await session.goesOn();
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
  await screen.seesHeading("Thank you for playing!");
  await areAccessible("end", { ada, screen, room });
  await ada.page.getByRole("button", { name: "See your answers" }).click();
  await expect(ada.page.getByRole("dialog").getByText(PLANETS.prompt)).toBeVisible();
  await screen.page.keyboard.press("g");
  await expect(screen.page.getByRole("dialog", { name: "The race" }).getByRole("listitem")).toHaveCount(2);
  await areAccessible("own answers and race", { ada, screen });
  await room.page.goto(`/host/sessions/${session.sessionId}/results`);
  await expect(room.page.getByRole("heading", { name: EVERY_KIND.title })).toBeVisible();
  await isAccessible(room.page, "results");
});

/** All at once; the phone at its narrowest, too. */
async function areAccessible(
  where: string,
  { ada, screen, room }: { ada: Player; screen: BigScreen; room?: Host },
  lights: Lights | null = switchTheLights,
) {
  const phone = `phone, ${where}`;
  await Promise.all([
    isAccessible(ada.page, phone).then(() => isWholeWhenNarrow(ada.page, phone)),
    isAccessible(screen.page, `big screen, ${where}`, lights),
    room && isAccessible(room.page, `control room, ${where}`),
  ]);
}

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

test("[WA1] the host’s desk: signing in, the dashboard, starting", async ({ host, browserOf, api }) => {
  const visitor = await (await browserOf()).newPage();
  await visitor.goto("/sign-in");
  await isAccessible(visitor, "sign-in");
  await visitor.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(visitor.getByText("This server sends no mail.")).toBeVisible();
  await isAccessible(visitor, "forgotten password");

  await api.writeQuiz(EVERY_KIND);
  const { page } = await host();
  await page.goto("/host");
  await expect(page.getByRole("heading", { name: "Your quizzes" })).toBeVisible();
  await isAccessible(page, "dashboard");
  await page.getByRole("button", { name: "Start Every kind" }).first().click();
  await expect(page.getByRole("dialog", { name: "Start a session" })).toBeVisible();
  await isAccessible(page, "start dialog");
});

test("[WA1] the host’s desk: the editor of every kind", async ({ host, api }) => {
  const { page } = await host();
  await page.goto(`/host/quizzes/${await api.writeQuiz(EVERY_KIND)}`);
  const questions = page.getByRole("navigation", { name: "Questions" }).getByRole("listitem");
  for (const [place, { prompt, kind }] of EVERY_KIND.questions.entries()) {
    await questions.nth(place).getByRole("button", { name: prompt }).click();
    // The list and the header stay as they are; the preview is the phone's own screen.
    const parts = place === 0 ? undefined : ["main", "[aria-label='Settings of the question']"];
    await isAccessible(page, `editor, ${kind}`, followTheDevice, parts);
  }
});

test("[WA1] the host’s desk: lists and sheets of the editor give the focus back", async ({ host, api }) => {
  const { page } = await host();
  await page.goto(`/host/quizzes/${await api.writeQuiz(EVERY_KIND)}`);

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

/**
 * By all rules, and in the other theme, if there are lights to switch, by those about color. A soft failure: the next page is looked at, too.
 * `parts` are selectors, if not the whole page is looked at.
 */
async function isAccessible(
  page: Page,
  where: string,
  lights: Lights | null = followTheDevice,
  parts: string[] = [],
) {
  if (lights) {
    await lights(page, "second");
    const found = await violations((await axeOn(page, parts)).withRules(["color-contrast"]));
    expect.soft(found, `${where}, other theme`).toEqual([]);
    await lights(page, "first");
  }
  expect.soft(await violations(await axeOn(page, parts)), where).toEqual([]);
  expect.soft(await moving(page), `${where}: moves though nothing should`).toEqual([]);
}

type Theme = "first" | "second";
type Lights = (page: Page, theme: Theme) => Promise<void>;

async function followTheDevice(page: Page, theme: Theme) {
  await page.emulateMedia({ colorScheme: theme === "first" ? "light" : "dark" });
}

/** The stage is dark until D lights it. */
async function switchTheLights(page: Page, theme: Theme) {
  const wanted = theme === "first" ? "dark" : "light";
  const root = page.locator("html");
  if ((await root.getAttribute("data-theme")) !== wanted) await page.keyboard.press("d");
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

/** What moves for longer than an instant, and does not say that the page is busy. A countdown goes by the second. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 50)
      .map(({ effect }) => (effect as KeyframeEffect).target)
      .filter((target) => target && !target.closest("[data-essential-motion]:not([data-running])"))
      .map((target) => target?.outerHTML.slice(0, 200) ?? ""),
  );
}

async function axeOn(page: Page, parts: string[]): Promise<AxeBuilder> {
  // Half a megabyte of script, which a page that has it need not read again.
  const there = await page.evaluate(() => "axe" in window);
  // Target size is off unless asked for. Guards at the ends of a list hand the focus on at once; nobody stays on one.
  const axe = new AxeBuilder(there ? { page, axeSource: ";" } : { page })
    .options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], iframes: false })
    .exclude("[data-base-ui-focus-guard]");
  return parts.reduce((within, part) => within.include(part), axe);
}

async function violations(axe: AxeBuilder) {
  // What a rehearsal frames is looked at as a page; without frames it need not open a page of its own for the report.
  const found = await axe.setLegacyMode().analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html.slice(0, 300)} — ${failureSummary}`),
  }));
}
