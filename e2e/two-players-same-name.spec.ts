import { expect } from "@playwright/test";
import { CAPITALS } from "./fixtures/quizzes.ts";
import { test } from "./fixtures/test.ts";

for (const name of ["Ada", "ADA", "  ada ", "Ａｄａ"]) {
  test(`a second player who calls herself “${name}” is asked for another name`, async ({
    startSession,
    player,
  }) => {
    const session = await startSession(CAPITALS);
    await session.admits("Ada");

    const other = await player("Ada Lovelace");
    await other.page.goto(session.joinUrl);
    await other.entersName(name);
    const field = other.page.getByLabel("Your name");
    await expect(other.refusal()).toHaveText("Somebody here already has this name. Choose another one.");
    await expect(field).toHaveValue(name);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");

    await other.entersName("Ada Lovelace");
    await other.seesLobby();
    const names = (await session.standings()).map((standing) => standing.name).sort();
    expect(names).toEqual(["Ada", "Ada Lovelace"]);
  });
}
