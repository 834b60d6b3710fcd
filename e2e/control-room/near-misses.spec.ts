import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

const ISLANDS = {
  title: "Islands",
  questions: [
    {
      kind: "text",
      prompt: "Reykjavik is its capital.",
      accepted: ["Iceland"],
      typoTolerance: true,
      timeLimitMs: 600_000,
    },
    { kind: "truefalse", prompt: "Malta is an island.", correct: true, timeLimitMs: 600_000 },
  ],
};

test("[Q12] [Q26] a near miss is told to the host, and a tap makes the quiz accept it", async ({
  api,
  startSession,
  player,
  host: hostOf,
}) => {
  const session = await startSession(ISLANDS);
  const ada = await player("Ada", { in: session });
  const [ben, cid] = [await session.admits("Ben"), await session.admits("Cid")];
  const host = await hostOf();
  await host.opensControlRoom(session);
  await session.starts();
  await session.isOpen();
  await ada.types("Ireland");
  await ben.answers(0, { text: "Iceland Island" });
  await cid.answers(0, { text: "Icland" });
  await ada.seesOutcome("Not this time");

  const close = host.page.getByRole("region", { name: "Close, but not accepted" });
  await expect(close.getByRole("listitem")).toHaveText([/^Iceland Island/, /^Ireland/]);
  await close.getByRole("button", { name: "Accept Iceland Island from the next time on" }).press("Enter");
  const done = close.getByRole("button", { name: /^From next time.*Iceland Island is accepted$/ });
  await expect(done).toBeFocused();

  const [listed] = (await api.get<{ quizzes: { id: string }[] }>("/quizzes")).body.quizzes;
  const stored = await api.get<{ questions: unknown[] }>(`/quizzes/${listed?.id}`);
  expect(stored.body.questions[0]).toMatchObject({ accepted: ["Iceland", "Iceland Island"] });
  await host.page.reload();
  await expect(done).toBeVisible();
});
