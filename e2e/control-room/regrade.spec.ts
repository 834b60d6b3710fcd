import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const CAPITALS = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "The capital of Australia?",
      timeLimitMs,
      options: [{ text: "Sydney", correct: true }, { text: "Canberra" }],
    },
    { kind: "truefalse", prompt: "Malta is an island.", correct: true, timeLimitMs },
  ],
};

test("[RG8] [RG9] at the reveal the host mends a wrong key: it is previewed, applied, and undone in the results", async ({
  startSession,
  player,
  host: hostOf,
}) => {
  const session = await startSession(CAPITALS);
  const ada = await player("Ada", { in: session });
  const ben = await session.admits("Ben");
  const host = await hostOf();
  const { page } = host;
  await host.opensControlRoom(session);
  await session.starts();
  await session.isOpen();
  await ada.answers("Canberra");
  await ben.answers(0, { choice: 0 });
  await ada.seesOutcome("Not this time");

  await page.getByRole("button", { name: "Fix this question" }).click();
  const dialog = page.getByRole("dialog", { name: "Fix question 1" });
  await dialog.getByRole("radio", { name: /^Change the right answer/ }).check();
  await dialog.getByRole("combobox", { name: "The right answer" }).click();
  await page.getByRole("option", { name: "Canberra" }).click();
  await dialog.getByRole("textbox", { name: "Why" }).fill("Canberra it is.");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("In front: Ada, no longer Ben")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "Who moves" }).getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog).toBeHidden();
  await ada.seesOutcome("Right!");

  await page.goto(`/host/sessions/${session.sessionId}/results`);
  const changed = page.getByRole("region", { name: "Changed afterwards" });
  await expect(changed).toContainText("Canberra it is.");
  const players = page.getByRole("table").getByRole("row");
  await expect(players.nth(1)).toContainText("Ada");
  await changed.getByRole("button", { name: "Undo" }).click();
  await expect(changed).toContainText("Undone");
  await expect(players.nth(1)).toContainText("Ben");
  await ada.seesOutcome("Not this time");
});
