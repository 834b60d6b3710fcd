import { type BrowserContext, expect, type Page } from "@playwright/test";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { patience } from "#tests/support/patience.ts";
import { begins, meddles, translates } from "../fixtures/foreign-scripts.ts";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import type { Session } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";

/** What a page says, without the translator's quotes and the gaps between boxes: what comes out must be what the same page says untouched. */
const words = (page: Page) =>
  page.evaluate(() => {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts
    const drawn = document.body.innerText;
    return drawn.replace(/[‹›\s]/g, "");
  });

async function saysTheSame(page: Page, untouched: Page): Promise<void> {
  await expect(async () => {
    expect(await words(page)).toBe(await words(untouched));
  }).toPass({ intervals: [50, 100, 250] });
}

/** Which translator, or none, makes no difference by kind: one of each way to answer does for the second of them. */
const ONE_OF_EACH = {
  ...EVERY_KIND,
  questions: EVERY_KIND.questions.filter(({ kind }) => ["single", "text", "order", "slide"].includes(kind)),
};

for (const [name, quiz, changes] of [
  ["of all kinds, translated by moving texts", EVERY_KIND, (to: BrowserContext) => translates(to, "moves")],
  ["translated by replacing texts", ONE_OF_EACH, (to: BrowserContext) => translates(to, "replaces")],
  ["of all kinds, changed by extensions", EVERY_KIND, (to: BrowserContext) => meddles(to, 10)],
] as const) {
  test(`[CL28] phone, big screen and control room say the same as untouched ones in a game ${name}`, async ({
    startSession,
    browserOf,
    hostState,
    server,
  }) => {
    const session = await startSession(quiz);
    const ravi = await session.admits("Ravi");
    const { token } = await session.admits("Ada");
    const phone = async (change: boolean) => {
      const context = await browserOf({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      });
      const cookie = { name: playerCookieName(session.sessionId), value: token };
      await context.addCookies([{ ...cookie, url: server.url, httpOnly: true }]);
      if (change) await changes(context);
      const page = await context.newPage();
      await page.goto(session.playPath);
      return page;
    };
    const control = async (change: boolean) => {
      const context = await browserOf({ storageState: hostState });
      if (change) await changes(context);
      const page = await context.newPage();
      await page.goto(`/host/sessions/${session.sessionId}`);
      return page;
    };
    const screen = async (change: boolean) => {
      const context = await browserOf({ viewport: { width: 1280, height: 720 } });
      if (change) await changes(context);
      const page = await context.newPage();
      await page.goto(session.presenterUrl);
      return page;
    };
    const [ada, room, stage] = await Promise.all([phone(true), control(true), screen(true)]);
    const untouched = await Promise.all([phone(false), control(false), screen(false)]);
    const compare = (pages = [ada, room, stage]) =>
      Promise.all(
        [ada, room, stage].map(
          (page, which) => pages.includes(page) && saysTheSame(page, untouched[which] as Page),
        ),
      );

    await compare();
    for (const page of [ada, room, stage]) await begins(page);
    await compare();
    await session.countsDown();
    for (const [index, question] of quiz.questions.entries()) {
      await test.step(question.kind, async () => {
        if (question.kind !== "slide") {
          await session.isOpen();
          await answers(ada, question.kind);
          await expect(ada.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
          // What a finger has moved, only the phone under it has said.
          await compare(MOVED_BY_HAND.includes(question.kind) ? [room, stage] : [ada, room, stage]);
          await ravi.answers(index, OTHERS[question.kind]);
          await reveals(session);
        }
        await compare();
        // Standings are the same after every kind.
        if (index > 0 && question.kind !== "slide") return session.asksNext();
        await stepsOn(room, session);
        if (question.kind === "slide") return;
        await compare();
        await session.goesOn();
      });
    }
    await expect.poll(() => session.phase()).toBe("podium");
    await compare();
    await session.goesOn();
    await compare();
  });
}

test("[CL30] a screen that fails to draw is made anew, and the game goes on", async ({
  startSession,
  player,
}) => {
  const session = await startSession(EVERY_KIND);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await ada.seesLobby();
  await failsOnce(ada.page);
  await session.starts();
  await ada.answers("Jupiter");
  await ada.seesSaved();
  await failsOnce(ada.page);
  await ravi.answers(0, OTHERS.single);
  await ada.seesOutcome("Right!");
  expect(await ada.page.evaluate(() => "broken" in window)).toBe(false);
});

/** The next node that the page takes out is not to be found. */
function failsOnce(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { removeChild } = Node.prototype;
    Object.assign(window, { broken: true });
    Node.prototype.removeChild = () => {
      Node.prototype.removeChild = removeChild;
      Reflect.deleteProperty(window, "broken");
      throw new DOMException("It is no child of this node.", "NotFoundError");
    };
  });
}

/** The host's key; right after a change it is not taken. */
async function stepsOn(room: Page, session: Session): Promise<void> {
  const before = await session.phase();
  await expect(async () => {
    if ((await session.phase()) === before) await room.keyboard.press("Space");
    await expect.poll(() => session.phase(), { timeout: patience(2_000) }).not.toBe(before);
  }).toPass();
}

const reveals = (session: Session) => expect.poll(() => session.phase()).toBe("reveal");

const MOVED_BY_HAND: readonly string[] = ["order", "match", "pin"];

const OTHERS: Record<string, unknown> = {
  single: { choice: 0 },
  multiple: { choices: [0] },
  truefalse: { choice: 1 },
  text: { text: "K2" },
  number: { number: 12 },
  slider: { number: 20 },
  order: { order: [0, 1, 2] },
  match: { match: [0, 0, 0] },
  pin: { point: { x: 0.1, y: 0.1 } },
  rating: { number: 2 },
  wordcloud: { text: "trust" },
  poll: { choice: 0 },
};

async function answers(page: Page, kind: string): Promise<void> {
  const main = page.getByRole("main");
  const taps = (name: string | RegExp) => main.getByRole("button", { name }).first().tap();
  switch (kind) {
    case "single":
      return taps("Jupiter");
    case "truefalse":
      return taps("True");
    case "poll":
      return taps("Coffee");
    case "rating":
      return taps("4");
    case "multiple":
      await taps("Eleven");
      await taps("Thirteen");
      return taps(/Send/);
    case "text":
      await page.getByLabel("Your answer").fill("Everest");
      return taps(/Send/);
    case "number":
      await page.getByLabel("Your answer in keys").fill("88");
      return taps(/Send/);
    case "wordcloud":
      await page.getByLabel("Answer 1 of up to 2").fill("Trust");
      return taps(/Send/);
    case "slider":
      await taps("One step up");
      return taps(/Send/);
    case "order":
      await taps(/^Move “.*” down$/);
      return taps(/Send/);
    case "pin":
      await page.getByRole("application").tap({ position: { x: 60, y: 40 } });
      return taps(/Send/);
    case "match":
      for (const item of ["Shark", "Camel", "Tuna"]) {
        await main.getByRole("list").getByRole("button", { name: item }).tap();
        await main
          .getByRole("group")
          .getByRole("button", { name: item === "Camel" ? "Desert" : "Sea" })
          .tap();
      }
      return taps(/Send/);
    default:
      throw new Error(`nobody knows how to answer ${kind}`);
  }
}
