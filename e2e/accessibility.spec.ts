import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { EVERY_KIND } from "./fixtures/quizzes.ts";
import { test } from "./fixtures/test.ts";

test("the landing page and the door", async ({ player, startSession }) => {
  const session = await startSession(EVERY_KIND);
  await session.admits("Ada");
  const ada = await player("Ada");
  await ada.page.goto("/");
  await isAccessible(ada.page, "landing page");
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
});

test("the phone, the control room and the big screen, from the lobby to the end", async ({
  player,
  host,
  presenter,
  startSession,
}) => {
  test.setTimeout(120_000);
  const session = await startSession(EVERY_KIND);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const room = await host();
  await room.opensControlRoom(session);
  const screen = await presenter(session.presenterUrl);
  const inTheRoom = (phase: string) => [
    isAccessible(ada.page, `phone, ${phase}`),
    isAccessible(screen.page, `big screen, ${phase}`, ALWAYS_DARK),
  ];
  const areAccessible = (phase: string) =>
    Promise.all([...inTheRoom(phase), isAccessible(room.page, `control room, ${phase}`)]);

  await ada.seesLobby();
  await room.seesInLobby("Ravi");
  await screen.seesName("Ravi");
  await areAccessible("lobby");

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

  for (const { prompt, kind } of EVERY_KIND.questions.slice(1)) {
    await test.step(`a question of the kind “${kind}”`, async () => {
      await session.goesOn();
      await ada.seesQuestion(prompt);
      await screen.seesHeading(prompt);
      await session.isOpen();
      await Promise.all(inTheRoom(kind));
      await session.closesQuestion();
      await ada.seesOutcome("No answer");
      await expect(screen.page.getByText("Nobody answered")).toBeVisible();
      await Promise.all(inTheRoom(`${kind} revealed`));
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
  await room.page.goto(`/host/sessions/${session.sessionId}/results`);
  await expect(room.page.getByRole("heading", { name: "Every kind" })).toBeVisible();
  await isAccessible(room.page, "results");
});

test("the host’s desk", async ({ host, browserOf, api }) => {
  const visitor = await (await browserOf()).newPage();
  await visitor.goto("/sign-in");
  await isAccessible(visitor, "sign-in");

  const { id } = (await api.post<{ id: string }>("/quizzes", EVERY_KIND)).body;
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
});

const ALWAYS_DARK = ["dark"] as const;

/** By all rules, and for the second color scheme by those about color. A soft failure: the next page is looked at, too. */
async function isAccessible(page: Page, where: string, schemes: readonly Scheme[] = ["light", "dark"]) {
  for (const [nth, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const found = await violations(nth === 0 ? axe : axe.withRules(["color-contrast"]));
    expect.soft(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}

type Scheme = "light" | "dark";

async function violations(axe: AxeBuilder) {
  // Our pages have no frames; without them it need not open a page of its own for the report.
  const found = await axe.setLegacyMode().analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html.slice(0, 300)} — ${failureSummary}`),
  }));
}
