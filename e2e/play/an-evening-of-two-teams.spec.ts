import { expect } from "@playwright/test";
import type { Player } from "../fixtures/player.ts";
import { test } from "../fixtures/test.ts";

const timeLimitMs = 600_000;
const QUIZ = {
  title: "An evening of two teams",
  questions: [
    { kind: "truefalse", prompt: "Owls turn their heads.", correct: true, timeLimitMs },
    { kind: "truefalse", prompt: "Foxes lay eggs.", correct: false, timeLimitMs },
  ],
};

test("[TM4] [TM8] [TM9] [TM10] [TM11] two teams on four phones, from the first captain to the podium", async ({
  startSession,
  player,
  presenter,
  api,
}) => {
  const settings = { mode: "teams", teams: { assign: "captain" }, profile: "accuracy" };
  const session = await startSession(QUIZ, settings);
  const screen = await presenter(session.presenterUrl);
  const main = screen.page.getByRole("main");
  const phones: Record<string, Player> = {};

  await test.step("the first phone of a team names it, the next one presses it", async () => {
    for (const [name, team] of [
      ["Ada", "Owls"],
      ["Bo", "Foxes"],
    ] as const) {
      const phone = await player(name);
      await phone.page.goto(session.joinUrl);
      await phone.page.getByLabel("Your name").fill(name);
      await phone.page.getByLabel(/Your team’s name|Or a new one/).fill(team);
      await phone.page.getByRole("button", { name: "Join", exact: true }).click();
      await phone.seesLobby();
      await expect(phone.page.getByRole("region", { name: "Your team" })).toContainText(team);
      phones[name] = phone;
    }
    for (const [name, team] of [
      ["Cleo", "Owls"],
      ["Dan", "Foxes"],
    ] as const) {
      const phone = await player(name);
      await phone.page.goto(session.joinUrl);
      await phone.page.getByRole("radio", { name: team }).check({ force: true });
      await phone.entersName(name);
      await phone.seesLobby();
      phones[name] = phone;
    }
    const owls = main.getByRole("listitem").filter({ hasText: "Owls" }).first();
    await expect(owls).toContainText("2 players");
    await expect(owls).toContainText("Cleo");
  });

  await test.step("who forgets the team is asked for it", async () => {
    const late = await player("Eve");
    await late.page.goto(session.joinUrl);
    await expect(late.page.getByRole("radio", { name: "Foxes" })).toBeVisible();
    await late.entersName("Eve");
    await expect(late.refusal().filter({ hasText: "Choose a team." })).toBeVisible();
  });

  await test.step("the host gives a team another name, and every screen has it", async () => {
    await session.command({ command: "renameTeam", teamId: "t2", name: "Red Foxes" });
    await expect(main.getByText("Red Foxes")).toBeVisible();
    await expect(phones.Dan!.page.getByRole("region", { name: "Your team" })).toContainText("Red Foxes");
  });

  await test.step("one Owl and both Foxes know it; the standings are of teams", async () => {
    await session.starts();
    await phones.Ada!.answers("True");
    await phones.Bo!.answers("True");
    await phones.Dan!.answers("True");
    await phones.Cleo!.answers("False");
    await expect.poll(() => session.phase()).toBe("reveal");
    await session.goesOn();
    const first = main.getByRole("list", { name: "Standings" }).getByRole("listitem").first();
    await expect(first).toContainText("Red Foxes");
    await expect(phones.Ada!.page.getByRole("heading", { name: "Your team is 2nd of 2" })).toBeVisible();
    await expect(phones.Bo!.page.getByRole("heading", { name: "Your team is 1st of 2" })).toBeVisible();
  });

  await test.step("who leaves comes back to the team and its points", async () => {
    await phones.Cleo!.page.goto("about:blank");
    await phones.Cleo!.page.goto(session.playPath);
    await expect(phones.Cleo!.page.getByRole("heading", { name: "Your team is 2nd of 2" })).toBeVisible();
  });

  await test.step("the podium is of teams, on the screen and on phones", async () => {
    await session.command("finish");
    const podium = main.getByRole("list", { name: "Podium" });
    await expect(podium.getByText("Red Foxes")).toBeVisible();
    await expect(phones.Dan!.page.getByText("Your team won. Take a bow!")).toBeVisible();
    await expect(phones.Ada!.page.getByText("Your team is on the podium")).toBeVisible();
    const board = (await api.leaderboard(session.pin)) as unknown as {
      teams: { name: string; score: number }[];
    };
    expect(board.teams.map(({ name, score }) => [name, score])).toEqual([
      ["Red Foxes", 1_000],
      ["Owls", 500],
    ]);
  });
});
