import { expect, type Page } from "@playwright/test";
import { playerAt } from "../fixtures/player.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import type { Session } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";

/** Every way into a game, in a browser with scripts. What follows a join is always the lobby, and one player. */

async function typesPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("Quiz PIN").fill(pin);
}

async function isAlone(session: Session, name: string): Promise<void> {
  expect((await session.standings()).map((standing) => standing.name)).toEqual([name]);
}

test("[JN11] the form, with its PIN typed", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto("/join");
  await typesPin(ada.page, session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
  await expect(ada.page).toHaveURL(new RegExp(`/play\\?pin=${session.pin}$`));
  await ada.page.reload();
  await ada.seesLobby();
  await isAlone(session, "Ada");
});

test("[SEC3] where the cookie is kept, no script ever holds what proves who plays", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto("/join");
  await typesPin(ada.page, session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
  await ada.page.reload();
  await ada.seesLobby();
  const kept = await ada.page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.name, document.cookie]),
  );
  const token = `pl.${session.sessionId}`;
  expect(kept).not.toContain(token);
  expect(ada.heard.join("\n")).not.toContain(token);
  const cookies = await ada.context.cookies();
  expect(cookies.some(({ value, httpOnly }) => value.startsWith(token) && httpOnly)).toBe(true);
});

test("[JN11] the form, after a wrong PIN, and after the name of somebody else", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ada");
  const other = await player("Grace");
  await other.page.goto("/join");
  await typesPin(other.page, "000000");
  await expect(other.page.getByText("No quiz is running with this PIN")).toBeVisible();
  await typesPin(other.page, session.pin);
  await other.entersName("Ada");
  await expect(other.refusal()).toContainText("already has this name");
  await other.entersName("Grace");
  await other.seesLobby();
});

test("[JN11] the landing page, the link, and what the QR code holds", async ({
  startSession,
  player,
  api,
}) => {
  const session = await startSession(CAPITALS);
  await (await player("Ada")).joinsWithPin(session.pin);
  await (await player("Grace")).joinsByLink(session.joinUrl);
  const { joinUrl } = (await api.view(session.pin)) as { joinUrl: string };
  await (await player("Linus")).joinsByLink(joinUrl);
  expect((await session.standings()).map(({ name }) => name).sort()).toEqual(["Ada", "Grace", "Linus"]);
});

test("[JN11] where an installed Ovation opens", async ({ startSession, player, server }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  const manifest = await (await fetch(`${server.url}/manifest.webmanifest`)).json();
  await ada.page.goto(manifest.start_url);
  await typesPin(ada.page, session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
});

test("[JN11] from the end of one quiz to another", async ({ startSession, player }) => {
  const [first, second] = [await startSession(CAPITALS), await startSession(CAPITALS)];
  const ada = await player("Ada");
  await ada.joinsByLink(first.joinUrl);
  await first.starts();
  await first.command("finish");
  await first.goesOn();
  await ada.page.getByRole("link", { name: "Join another quiz" }).click();
  await typesPin(ada.page, second.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
  await isAlone(second, "Ada");
});

test("[JN11] from the screen that says there is no quiz", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto("/play?pin=000000");
  await ada.page.getByRole("link", { name: "Join a quiz" }).click();
  await typesPin(ada.page, session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
});

test("[JN11] a bookmark of the game: back to the seat, or to the form with its PIN", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto(session.playPath);
  await expect(ada.page).toHaveURL(/\/join\?pin=/);
  await ada.entersName("Ada");
  await ada.seesLobby();

  const again = playerAt(await ada.context.newPage(), "Ada");
  await again.page.goto(session.playPath);
  await again.seesLobby();

  await again.page.goto("/play");
  await expect(again.page).toHaveURL(/\/join$/);
  await typesPin(again.page, session.pin);
  await again.page.getByRole("link", { name: "Continue as Ada" }).click();
  await again.seesLobby();
  await isAlone(session, "Ada");
});

test("[JN11] the back button, to a form that is not stuck, and on again", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.page.goto("/join");
  await typesPin(ada.page, session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();

  await ada.page.goBack();
  await expect(ada.page).toHaveURL(/\/join$/);
  await typesPin(ada.page, session.pin);
  const back = ada.page.getByRole("link", { name: "Continue as Ada" });
  await expect(back).toBeVisible();
  await ada.page.getByRole("button", { name: "Join with another name" }).click();
  await expect(ada.page.getByRole("button", { name: "Join", exact: true })).toBeEnabled();
  await ada.page.goForward();
  await ada.seesLobby();
  await isAlone(session, "Ada");
});

test("[JN11] a second player from the same browser, with the PIN typed", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada");
  await ada.joinsByLink(session.joinUrl);
  await ada.page.goto("/join");
  await typesPin(ada.page, session.pin);
  await ada.page.getByRole("button", { name: "Join with another name" }).click();
  const grace = playerAt(ada.page, "Grace");
  await grace.entersName("Grace");
  await grace.seesLobby();
  expect((await session.standings()).map(({ name }) => name).sort()).toEqual(["Ada", "Grace"]);
});
