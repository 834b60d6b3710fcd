import { expect, type Page } from "@playwright/test";
import { until } from "#tests/support/waiting.ts";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const MOUNTAINS = {
  title: "Mountains",
  questions: [
    {
      kind: "text",
      prompt: "What is the highest mountain?",
      accepted: ["Everest"],
      explanation: "Everest grows by some millimeters a year.",
      timeLimitMs,
    },
    {
      kind: "single",
      prompt: "Where is Kilimanjaro?",
      options: [{ text: "Kenya" }, { text: "Tanzania", correct: true }],
      timeLimitMs,
    },
  ],
};

test("[SHOW7] [SHOW8] [SHOW11] one mirrored laptop, from the sign-in to the podium: no key is seen too early", async ({
  startSession,
  server,
  browserOf,
}) => {
  const session = await startSession(MOUNTAINS);
  const [ada, bo] = [await session.admits("Ada"), await session.admits("Bo")];
  const context = await browserOf({ viewport: { width: 1280, height: 800 } });
  const room = await context.newPage();
  const spoiled = await watchFor(room, /Everest|Kilimanjaro|\d points/);

  await test.step("signs in, shares the screen, opens the big screen", async () => {
    await room.goto(`/sign-in?next=/host/sessions/${session.sessionId}`);
    await room.getByLabel("Email").fill(server.ownerEmail);
    await room.getByLabel("Password").fill(server.ownerPassword);
    await room.getByRole("button", { name: "Sign in" }).click();
    await expect(room.getByRole("heading", { name: "2 players" })).toBeVisible();
    await room.getByRole("button", { name: "I’m sharing this screen" }).click();
    await room.reload();
    await expect(room.getByRole("button", { name: "I’m sharing this screen" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });
  const screen = await context.newPage();
  await screen.goto(session.presenterUrl);
  const next = (words: string) => screen.getByRole("button", { name: words });
  const phase = () => session.phase();
  /** As often as a press is not taken, because the one before has only just been. */
  const presses = (key: string, led: string) =>
    expect(async () => {
      if ((await phase()) !== led) await screen.keyboard.press(key);
      expect(await phase()).toBe(led);
    }).toPass();

  await test.step("Space starts, and does no more until the question opens", async () => {
    await expect(next("Start the quiz")).toBeVisible();
    await presses(" ", "question");
    for (let i = 0; i < 3; i++) {
      await screen.keyboard.press(" ");
      await until(Date.now() + 250);
    }
    expect(await phase()).toBe("question");
    await session.isOpen();
    await expect(room.getByRole("heading", { name: "What is the highest mountain?" })).toBeVisible();
  });

  await test.step("the code from the keyboard; PageDown closes, and takes it away", async () => {
    await screen.keyboard.press("q");
    await expect(screen.getByRole("dialog", { name: "How to join" })).toBeVisible();
    await expect(room.getByRole("button", { name: "Join code" })).toHaveAttribute("aria-pressed", "true");
    await ada.answers(0, { text: "Everest" });
    await expect(room.getByText("1 of 2 answered")).toBeVisible();
    await presses("PageDown", "reveal");
    await expect(screen.getByRole("dialog", { name: "How to join" })).toBeHidden();
    await expect(screen.getByText("Everest grows")).toBeVisible();
    await expect(room.getByText("Everest grows")).toBeVisible();
    await screen.mouse.move(200, 200);
    const hints = await screen.getByRole("complementary", { name: "Keys" }).boundingBox();
    const why = await screen.getByText("Everest grows").boundingBox();
    expect(hints?.y).toBeGreaterThanOrEqual((why?.y ?? 0) + (why?.height ?? 0));
    expect(await spoiled()).toEqual([]);
  });

  await test.step("a double press is one step, and ranks come with the standings", async () => {
    await expect(room.getByRole("region", { name: "Standings" })).toHaveCount(0);
    await expect(async () => {
      if ((await phase()) === "reveal") {
        await screen.keyboard.press("Enter");
        await screen.keyboard.press("ArrowRight");
      }
      expect(await phase()).not.toBe("reveal");
    }).toPass();
    expect(await phase()).toBe("standings");
    await expect(room.getByRole("region", { name: "Standings" })).toContainText("Ada");
    await expect(room.getByText("Up next")).toHaveCount(0);
  });

  await test.step("with the pointer: Next, to the podium", async () => {
    await screen.mouse.move(300, 300);
    await expect(async () => {
      if ((await phase()) === "standings") await next("Next question").click();
      expect(await phase()).toBe("question");
    }).toPass();
    await session.isOpen();
    await ada.answers(1, { choice: 1 });
    await bo.answers(1, { choice: 0 });
    await expect.poll(phase).toBe("reveal");
    await presses("Enter", "standings");
    await presses("ArrowRight", "podium");
    await expect(room.getByText("The big screen is announcing the winners.")).toBeVisible();
    expect(await spoiled()).toEqual([]);
    await expect(room.getByRole("region", { name: "Final standings" })).toContainText("Ada");
    await expect(room.getByRole("button", { name: "Lock" })).toHaveCount(0);
    await room.getByRole("button", { name: "Show the race" }).click();
    await expect(screen.getByRole("dialog", { name: "The race" })).toContainText("Ada");
    await presses("PageDown", "ended");
  });
});

/** What a page said too early: texts that match, while the line under the title says lobby or question, or the winners are still to come. */
async function watchFor(page: Page, text: RegExp): Promise<() => Promise<string[]>> {
  await page.addInitScript(
    ({ source }) => {
      const found: string[] = [];
      let announced = false;
      Object.assign(window, { found });
      new MutationObserver(() => {
        const main = document.querySelector("main")?.textContent ?? "";
        const where = document.querySelector("header [role=status]")?.textContent ?? "";
        const shared = document.querySelector("[aria-pressed=true][aria-label*=sharing]") !== null;
        announced ||= main.includes("announcing the winners");
        const early = /lobby|^Question 1/.test(where) || (/podium/.test(where) && !announced);
        const said = new RegExp(source).exec(main)?.[0];
        if (shared && early && said) found.push(`${where}: ${said}`);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    },
    { source: text.source },
  );
  return () => page.evaluate(() => (window as unknown as { found: string[] }).found);
}

test("[SHOW8] a big screen whose host is not signed in shows none of it and moves nothing", async ({
  startSession,
  presenter,
}) => {
  const session = await startSession(MOUNTAINS);
  const { page, ...screen } = await presenter(session.presenterUrl);
  await screen.seesHeading("Mountains");
  const version = async () => {
    const response = await page.request.get(`/api/v1/pins/${session.pin}`);
    return ((await response.json()) as { version: number }).version;
  };
  const before = await version();
  await page.mouse.move(200, 200);
  await expect(page.getByRole("button", { name: "All keys" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the quiz" })).toHaveCount(0);
  for (const key of [" ", "Enter", "PageDown", "ArrowRight", "o", "p", "t", "l"])
    await page.keyboard.press(key);
  await page.keyboard.press("q");
  await expect(page.getByRole("dialog", { name: "How to join" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).not.toContainText("PageDown");
  expect(await version()).toBe(before);
});

test("[SHOW9] [SHOW10] the control room drives every big screen; the lobby has a speaker button", async ({
  startSession,
  presenter,
  host: hostOf,
}) => {
  const session = await startSession(MOUNTAINS);
  const hall = await presenter(session.presenterUrl);
  const foyer = await presenter(session.presenterUrl);
  const host = await hostOf({ permissions: ["clipboard-read", "clipboard-write"] });
  await host.opensControlRoom(session);
  const { page } = host;
  const screens = [hall.page, foyer.page];

  await page.getByRole("button", { name: "Join code" }).click();
  for (const screen of screens)
    await expect(screen.getByRole("dialog", { name: "How to join" })).toBeVisible();
  await foyer.page.reload();
  await expect(foyer.page.getByRole("dialog", { name: "How to join" })).toBeVisible();
  await page.keyboard.press("q");
  for (const screen of screens)
    await expect(screen.getByRole("dialog", { name: "How to join" })).toBeHidden();

  await page.getByRole("radio", { name: "Light" }).click();
  for (const screen of screens) await expect(screen.locator("html")).toHaveAttribute("data-theme", "light");
  await page.getByRole("radio", { name: "Dark" }).click();
  for (const screen of screens) await expect(screen.locator("html")).toHaveAttribute("data-theme", "dark");

  const speaker = hall.page.getByRole("button", { name: "Sound", exact: true });
  await speaker.click();
  await expect(speaker).toHaveAttribute("aria-pressed", "true");
  await hall.page.reload();
  await expect(speaker).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("radio", { name: "Mute" }).click();
  await expect(speaker).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("radio", { name: "On", exact: true }).click();
  await expect(speaker).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("Browsers stay silent until somebody has clicked")).toBeVisible();

  await page.getByRole("button", { name: "Copy the link of the overlay" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/screen\?pin=\d+&overlay=1#key=/);
});

for (const [device, options] of Object.entries({
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 600 } },
}))
  test(`[SE19] on a ${device} the control room shows each phase from its top`, async ({
    startSession,
    host: hostOf,
  }) => {
    const session = await startSession(MOUNTAINS);
    for (let n = 0; n < 30; n++) await session.admits(`Player number ${n}`);
    const host = await hostOf(options);
    await host.opensControlRoom(session);
    const { page } = host;
    await host.seesInLobby("Player number 29");
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    await page.evaluate(() => scrollTo(0, 500));
    await expect.poll(scrolled).toBeGreaterThan(300);
    await host.presses("Start the quiz");
    await expect(page.getByRole("heading", { name: "What is the highest mountain?" })).toBeInViewport();
    expect(await scrolled()).toBe(0);
  });

test("[SE18] a finished quiz is ended on its card", async ({ startSession, host: hostOf }) => {
  const session = await startSession({ ...MOUNTAINS, title: "Peaks" });
  await session.admits("Ada");
  await session.starts();
  const { page } = await hostOf();
  await page.goto("/host");
  const card = page.getByRole("listitem").filter({ hasText: session.pin.split("").join(" ") });
  await card.getByRole("button", { name: "End “Peaks”" }).click();
  await page.getByRole("button", { name: "End the quiz" }).click();
  await expect.poll(() => session.phase()).toBe("ended");
  await expect(page.getByRole("heading", { name: "Your quizzes" })).toBeVisible();
  await expect(card).toHaveCount(0);
});

test("the chosen question’s card is whole in the list", async ({ api, host: hostOf }) => {
  const question = MOUNTAINS.questions[0];
  const quizId = await api.writeQuiz({
    title: "Long",
    questions: Array.from({ length: 14 }, () => question),
  });
  const { page } = await hostOf({ viewport: { width: 1280, height: 800 } });
  await page.goto(`/host/quizzes/${quizId}`);
  const list = page.getByRole("navigation", { name: "Questions" });
  await list.locator("[aria-current]").press("ArrowDown");
  for (let place = 2; place < 9; place++) {
    await list.locator("[aria-current]").press("ArrowDown");
    const remove = list.getByRole("button", { name: `Delete question ${place + 1}` });
    await expect(remove).toBeInViewport({ ratio: 1 });
  }
});
