import { expect } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

test("a second “Ada”, however she writes it, is asked for another name, and gets in with one", async ({
  startSession,
  player,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ada");
  const other = await player("Ada Lovelace");
  await other.page.goto(session.joinUrl);
  const field = other.page.getByLabel("Your name");

  for (const name of ["Ada", "ADA", "  ada ", "Ａｄａ"]) {
    await other.entersName(name);
    await expect(other.refusal()).toHaveText("Someone here already has this name. Choose another one.");
    await expect(field).toHaveValue(name);
    await expect(field).toBeFocused();
    // The reproach goes as soon as the name is changed.
    await field.press("End");
    await field.press("x");
    await expect(other.refusal()).toBeHidden();
  }

  await other.entersName("Ada Lovelace");
  await other.seesLobby();
  const names = (await session.standings()).map((standing) => standing.name).sort();
  expect(names).toEqual(["Ada", "Ada Lovelace"]);
});

test("whoever was taken out of the lobby leaves the name free", async ({ startSession, player }) => {
  const session = await startSession(CAPITALS);
  const first = await session.admits("Ada");
  await session.command({ command: "kick", playerId: first.playerId });
  const other = await player("Ada");
  await other.joinsByLink(session.joinUrl);
});
