import { expect, type Page } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

/** The number that a phone at the door shows. */
async function numberOn(page: Page): Promise<string> {
  const section = page.getByRole("region", { name: "Tell the host this number" });
  await expect(section).toBeVisible();
  return /\d\d/.exec((await section.textContent()) ?? "")?.[0] ?? "";
}

test("[SEAT1] a phone dies: its player asks on another one, the host gives the seat, and the points are there", async ({
  startSession,
  player,
  host,
}) => {
  const session = await startSession(CAPITALS);
  const old = await player("Ada", { in: session });
  await old.seesLobby();
  await session.admits("Ben");
  const desk = await host();
  await desk.opensControlRoom(session);
  await session.starts();
  await session.isOpen();
  const question = await session.question<{ options: { text: string }[] }>();
  await old.answers(question.options[1]!.text);
  await old.seesSaved();
  const points = (await session.standings())[0]!.score;

  const tablet = await player("ada");
  await tablet.page.goto(session.joinUrl.replace(/^https?:\/\/[^/]+/, ""));
  await tablet.entersName("ada");
  await tablet.page.getByRole("button", { name: "Ask the host for your seat" }).click();
  const number = await numberOn(tablet.page);
  await expect(tablet.page.getByRole("status").filter({ hasText: "Waiting for the host" })).toBeVisible();

  const door = desk.page.getByRole("region", { name: "Players asking for their seat" });
  await expect(door).toContainText("Someone on another device says they are Ada.");
  await expect(door).toContainText(`Their screen shows ${number}.`);
  await expect(door).toContainText("Ada is connected right now.");
  await door.getByRole("button", { name: /^Give the seat/ }).click();

  await expect(tablet.page).toHaveURL(/\/play\?pin=/);
  await tablet.seesScore(points);
  await expect(old.page.getByRole("heading", { name: "You are playing on another device" })).toBeVisible();
  await expect(door).toBeEmpty();

  // The old phone comes back and tries its luck: it is at the door now.
  await old.page.reload();
  await expect(old.page.getByRole("heading", { name: "You are playing on another device" })).toBeVisible();
  await old.page.getByRole("link", { name: "Join again" }).click();
  await old.entersName("Ada");
  await old.page.getByRole("button", { name: "Ask the host for your seat" }).click();
  await numberOn(old.page);
  await door.getByRole("button", { name: /^Decline/ }).click();
  await expect(old.page.getByText("The host said no.")).toBeVisible();
});

test("[SEAT2] the host makes a code for a player; the link of it works on one device, once", async ({
  startSession,
  player,
  host,
}) => {
  const session = await startSession(CAPITALS);
  await session.admits("Ada");
  const desk = await host();
  await desk.opensControlRoom(session);
  await desk.page.getByRole("button", { name: /Ada.*options/ }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Ada" });
  await dialog.getByRole("button", { name: "Give the seat to another device" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for the seat of Ada" })).toBeVisible();
  const code = /\b(\w{4}) (\w{4})\b/.exec((await dialog.getByText(/^\w{4} \w{4}$/).textContent()) ?? "")![0]!;

  const byLink = await player("Ada");
  await byLink.page.goto(`/join?pin=${session.pin}#seat=${code.replace(" ", "")}`);
  await byLink.page.getByRole("button", { name: "Take your seat" }).click();
  await byLink.seesLobby();

  const late = await player("Ada");
  await late.page.goto(`/join?pin=${session.pin}`);
  await late.entersName("Ada");
  await late.page.getByRole("button", { name: "Ask the host for your seat" }).click();
  await late.page.getByRole("button", { name: "Got a code from the host?" }).click();
  await late.page.getByLabel("Code from the host").fill(code.toUpperCase());
  await late.page.getByRole("button", { name: "Take your seat" }).click();
  await expect(late.page.getByText("This code is wrong")).toBeVisible();
  await late.page.getByRole("button", { name: "Choose another name" }).click();
  await expect(late.page.getByLabel("Your name")).toBeVisible();
});
