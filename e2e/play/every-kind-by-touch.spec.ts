import { expect, type Locator, type Page } from "@playwright/test";
import { hearing } from "../fixtures/hearing.ts";
import type { Player } from "../fixtures/player.ts";
import { EVERY_KIND } from "../fixtures/quizzes.ts";
import type { Guest, Session } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";
import { touchDrag } from "../fixtures/touch.ts";
import { SLIDE, TREES } from "../fixtures/trees.ts";

test("[WA6] all kinds of answers by taps and one-finger drags, with the tree that assistive technology gets", async ({
  startSession,
  player,
}) => {
  const session = await startSession(EVERY_KIND);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const { page } = ada;
  const button = (name: string | RegExp) => page.getByRole("main").getByRole("button", { name });
  const heard = await hearing(page);
  await page.reload();
  const answers = answering(ada, session, ravi);
  await session.starts();

  await answers("single", { choice: 1 }, { choice: 0 }, () => ada.option("Jupiter").tap());

  await answers("multiple", { choices: [1, 2] }, { choices: [0] }, async () => {
    for (const option of ["Eleven", "Nine", "Thirteen", "Nine"]) await ada.option(option).tap();
    await button("Send 2 choices").tap();
  });

  await answers("truefalse", { choice: 0 }, { choice: 1 }, () => ada.option("True").tap());

  await answers("text", { text: "everest" }, { text: "K2" }, async () => {
    await types(page.getByLabel("Your answer"), "everest");
    await button("Send").tap();
  });

  await answers("number", { number: 87 }, { number: 12 }, async () => {
    await types(page.getByLabel("Your answer in keys"), "87");
    await button("Send").tap();
  });

  await answers("slider", { number: 71 }, { number: 20 }, async () => {
    const slider = page.getByRole("slider", { name: "Your answer in %" });
    await expect(slider).toBeEnabled();
    const { x, y, width, height } = await boxOf(slider);
    // The thumb, half as wide as the finger's way to the end is long, stands in the middle.
    const at = (share: number) => ({ x: x + 22 + share * (width - 44), y: y + height / 2 });
    await touchDrag(page, at(0.5), at(0.7));
    await expect(slider).toHaveAttribute("aria-valuetext", /^(69|7\d) %$/);
    const steps = 71 - Number.parseInt((await slider.getAttribute("aria-valuetext")) ?? "", 10);
    for (let step = 0; step < Math.abs(steps); step++)
      await button(steps > 0 ? "One step up" : "One step down").tap();
    await button("Send 71 %").tap();
  });

  await answers("order", SHUFFLED, { order: [0, 1, 2] }, async () => {
    const list = page.getByRole("list", { name: "Your order" });
    for (const [place, item] of ["Mouse", "Horse", "Whale"].entries())
      while (!(await list.getByRole("listitem").nth(place).textContent())?.includes(item))
        await button(`Move “${item}” up`).tap();
    await button("Send this order").tap();
  });

  await answers("match", SHUFFLED, { match: [0, 0, 0] }, async () => {
    const group = (name: string) =>
      page.getByRole("group", { name: /^Where does/ }).getByRole("button", { name });
    for (const item of ["Camel", "Shark"]) {
      await page.getByRole("list", { name: "Items" }).getByRole("button", { name: item }).tap();
      await group(item === "Camel" ? "Desert" : "Sea").tap();
    }
    // The last one by dragging its group onto it.
    await touchDrag(page, await middleOf(group("Sea")), await middleOf(button(/^Tuna/)));
    await button("Send these matches").tap();
  });

  await answers("pin", SHUFFLED, { point: { x: 0.1, y: 0.1 } }, async () => {
    const map = page.getByRole("application", { name: /^An island/ });
    await expect(button("Tap the picture")).toBeVisible();
    const { x, y, width, height } = await boxOf(map);
    const at = (left: number, top: number) => ({ x: x + left * width, y: y + top * height });
    await map.tap({ position: { x: 0.3 * width, y: 0.7 * height } });
    // The pin stands above its place; a finger takes it by its body.
    const grip = at(0.3, 0.7);
    await touchDrag(page, { ...grip, y: grip.y - 16 }, { x: at(0.62, 0).x, y: at(0, 0.4).y - 16 });
    await button("Send").tap();
  });

  await answers("rating", { number: 4 }, { number: 2 }, () => button("4").tap());

  await answers("wordcloud", { texts: ["Trust"] }, { text: "trust" }, async () => {
    await types(page.getByLabel("Answer 1 of up to 2"), "Trust");
    await button("Send").tap();
  });

  await ada.seesQuestion("Last one!");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(SLIDE);
  await session.goesOn();

  await answers("poll", { choice: 1 }, { choice: 0 }, () => ada.option("Coffee").tap());

  const said = await heard();
  for (const nth of EVERY_KIND.questions.keys())
    expect(said.filter((words) => words.startsWith(`Question ${nth + 1} of`)).length).toBe(
      EVERY_KIND.questions[nth]?.kind === "slide" ? 0 : 1,
    );
  expect(said.filter((words) => words === "Last one! Then there is cake.")).toHaveLength(1);
  expect(said.filter((words) => words.startsWith("Right!"))).toHaveLength(9);
});

/**
 * One question: what is there, the answer, that it is stored as meant, and how it went. Where items are shuffled, being
 * right says that it is.
 */
function answering(ada: Player, session: Session, ravi: Guest) {
  const { page } = ada;
  const main = page.getByRole("main");
  const stored = async () => {
    const me = await (await page.request.get(`/api/v1/pins/${session.pin}/me`)).json();
    return me.answer as { response: unknown; correct: boolean | null };
  };
  return (kind: keyof typeof TREES, meant: unknown, others: unknown, answer: () => Promise<unknown>) =>
    test.step(kind, async () => {
      const index = EVERY_KIND.questions.findIndex((question) => question.kind === kind);
      await session.isOpen();
      await expect(main).toMatchAriaSnapshot(TREES[kind].question);
      expect(await smallTargets(page)).toEqual([]);
      await answer();
      await expect(main).toMatchAriaSnapshot(TREES[kind].saved);
      expect(await page.evaluate(() => scrollY), "scrolled while it was answered").toBe(0);
      if (meant === SHUFFLED) expect((await stored()).correct).toBe(true);
      else expect((await stored()).response).toEqual(meant);
      await ravi.answers(index, others);
      await expect(main).toMatchAriaSnapshot(TREES[kind].reveal);
      expect(await smallTargets(page)).toEqual([]);
      await session.asksNext();
    });
}

const SHUFFLED = Symbol("shuffled");

async function types(field: Locator, text: string) {
  await field.tap();
  await expect(field).toBeFocused();
  await field.page().keyboard.type(text);
}

async function boxOf(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not there");
  return box;
}

async function middleOf(target: Locator) {
  const { x, y, width, height } = await boxOf(target);
  return { x: x + width / 2, y: y + height / 2 };
}

/** What is to be tapped and smaller than a thumb. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a[href], input, select, textarea, [role=application]")]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .flatMap((node) => {
        const { width, height } = node.getBoundingClientRect();
        return Math.min(width, height) < 43.5
          ? [`${width} × ${height}: ${node.outerHTML.slice(0, 160)}`]
          : [];
      }),
  );
}
