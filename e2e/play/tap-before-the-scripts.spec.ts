import { type BrowserContext, expect, type Page } from "@playwright/test";
import { hearing } from "../fixtures/hearing.ts";
import { layoutShifts, typefacesHaveCome } from "../fixtures/layout-shifts.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

const MIXED = {
  title: "Mixed",
  questions: [
    { kind: "truefalse", prompt: "Water is wet.", correct: true, timeLimitMs: 600_000 },
    {
      kind: "single",
      prompt: "What does **this** mean?",
      options: [{ text: "Nothing" }, { text: "Something", correct: true }],
      timeLimitMs: 600_000,
    },
  ],
};

test("[EQ1] [EQ2] a question is drawn and answered before any script has come, once, and nothing moves as they come", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  await ada.seesLobby();
  await session.countsDown();
  // Opened during the 3-2-1, the page itself is there before the question opens, and it alone shows it.
  await ada.page.reload();
  await session.isOpen();
  await expect(ada.page.getByRole("timer")).toBeVisible();
  const heard = await hearing(ada.page);
  const scriptsCome = await withoutScripts(ada.context);
  await ada.page.reload({ waitUntil: "commit" });

  await ada.seesQuestion("What is the capital of France?");
  await typefacesHaveCome(ada.page);
  const before = await places(ada.page);
  await ada.option("Paris").tap();
  await expect(ada.chosen()).toHaveText(/Paris/);
  await ada.option("Lyon").tap({ force: true });
  await expect(ada.chosen()).toHaveText(/Paris/);
  // Stored while the page still waits for its scripts.
  await expect.poll(async () => (await session.standings())[0]?.score).toBeGreaterThan(0);
  const [first] = await session.standings();
  await typefacesHaveCome(ada.page);
  const moved = (await layoutShifts(ada.page)).length;

  scriptsCome();
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText(/Paris/);
  expect(await places(ada.page)).toEqual(before);
  expect((await layoutShifts(ada.page)).slice(moved)).toEqual([]);
  const question = (await heard()).filter((words) => words.includes("capital of France"));
  expect(question).toHaveLength(1);
  expect(ada.heard.filter((frame) => frame.includes('"accepted":true'))).toHaveLength(1);
  expect((await session.standings())[0]).toEqual(first);

  await session.closesQuestion();
  await ada.seesOutcome("Right!");
  await ada.seesScore(first?.score ?? 0);
});

test("[EQ1] [EQ2] by keyboard, focus and answer stay with the option; what has marks waits for the scripts", async ({
  startSession,
  player,
}) => {
  const session = await startSession(MIXED);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session, colorScheme: "dark" });
  await ada.seesLobby();
  await session.starts();
  await session.isOpen();
  let scriptsCome = await withoutScripts(ada.context);
  await ada.page.reload({ waitUntil: "commit" });
  await ada.option("False").focus();
  await typefacesHaveCome(ada.page);
  const before = await places(ada.page);
  const moved = (await layoutShifts(ada.page)).length;
  scriptsCome();
  await expect(ada.page.getByRole("timer")).toBeVisible();
  await expect(ada.option("False")).toBeFocused();
  expect(await places(ada.page)).toEqual(before);
  expect((await layoutShifts(ada.page)).slice(moved)).toEqual([]);
  await ada.page.keyboard.press("Enter");
  await ada.seesSaved();
  await expect(ada.chosen()).toHaveText(/False/);

  await ravi.answers(0, { choice: 0 });
  await expect.poll(() => session.phase()).toBe("reveal");
  await session.goesOn();
  await session.goesOn();
  await session.isOpen();
  scriptsCome = await withoutScripts(ada.context);
  await ada.page.reload({ waitUntil: "commit" });
  await ada.page.waitForFunction(() =>
    window.ovationEarly?.heard.some(({ data }) => String(data).includes("welcome")),
  );
  await expect(ada.page.getByText("Getting you back in…")).toBeVisible();
  scriptsCome();
  await ada.seesQuestion("What does this mean?");
});

/** Holds all script files back until the returned function is called. */
async function withoutScripts(context: BrowserContext): Promise<() => void> {
  const scripts = /\/_next\/static\/.*\.js/;
  let come = () => {};
  const due = new Promise<void>((resolve) => {
    come = resolve;
  });
  await context.route(scripts, async (route) => {
    await due;
    await route.continue().catch(() => {}); // the page was left meanwhile
  });
  return () => {
    come();
    void context.unroute(scripts);
  };
}

/** Where the question, its options and the page's edges are. */
function places(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [
      ...document.querySelectorAll(
        "header, main, main h1, fieldset, button[data-option], fieldset [dir], footer",
      ),
    ]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName} ${[x, y, width, height].map(Math.round)}`;
      });
  });
}
