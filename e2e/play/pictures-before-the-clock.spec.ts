import { expect, type Page } from "@playwright/test";
import { png } from "#tests/support/pictures.ts";
import { test } from "../fixtures/test.ts";

/** Each of another size, so that each is another picture. */
async function storedPictures(
  server: { url: string; ownerApiKey: string },
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < count; place++) {
    const reply = await fetch(`${server.url}/api/v1/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.ownerApiKey}` },
      body: new Uint8Array(png(1200 + place, 900, (x, y) => [x % 256, y % 256, (x * y + place * 40) % 256])),
    });
    ids.push(((await reply.json()) as { id: string }).id);
  }
  return ids;
}

function birds(ids: readonly string[]) {
  return {
    title: "Birds",
    questions: [
      { kind: "truefalse", prompt: "Herons can swim.", correct: true, timeLimitMs: 600_000 },
      {
        kind: "single",
        prompt: "Which of these sings at night?",
        options: ids.map((id, place) => ({ image: { id, alt: `Bird ${place + 1}` }, correct: place === 1 })),
        timeLimitMs: 600_000,
      },
    ],
  };
}

/** Loads of stored files, as `id?width`. */
function loadsOf(page: Page): string[] {
  const loads: string[] = [];
  page.on("requestfinished", (request) => {
    const [, load] = /\/api\/v1\/media\/(.+)$/.exec(request.url()) ?? [];
    if (load) loads.push(load);
  });
  return loads;
}

const places = (page: Page) =>
  page
    .getByRole("main")
    .locator("[data-option]")
    .filter({ has: page.locator("img") })
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect()).map(({ x, y }) => [x, y]));

const columns = (at: readonly (readonly number[])[]) => new Set(at.map(([x = 0]) => Math.round(x))).size;

test("[MD13] phones and big screen have the next question's six pictures before it is asked", async ({
  server,
  startSession,
  player,
  presenter,
}) => {
  const ids = await storedPictures(server, 6);
  const session = await startSession(birds(ids));
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const screen = await presenter(session.presenterUrl);
  const [onPhone, onStage] = [loadsOf(ada.page), loadsOf(screen.page)];
  await ada.seesLobby();
  await session.starts();
  await ada.seesQuestion("Herons can swim.");
  await session.isOpen();
  expect([onPhone, onStage]).toEqual([[], []]);

  await session.closesQuestion();
  await expect.poll(() => [...onPhone].sort()).toEqual(ids.map((id) => `${id}?width=480`).sort());
  await expect.poll(() => [...onStage].sort()).toEqual(ids.map((id) => `${id}?width=960`).sort());
  expect(ada.heard.join()).not.toContain("sings at night");

  await session.goesOn();
  await session.goesOn();
  await session.isOpen();
  await ada.seesQuestion("Which of these sings at night?");
  await expect(screen.page.getByRole("img", { name: "Bird 6" })).toBeVisible();
  // Nothing else is loaded while the clock runs.
  expect([onPhone.length, onStage.length]).toEqual([6, 6]);
  await test.step("[MD14] three by two on the big screen, two in a row on a phone, and all in sight", async () => {
    expect(columns(await places(screen.page))).toBe(3);
    expect(columns(await places(ada.page))).toBe(2);
    await expect(ada.page.getByRole("img", { name: "Bird 6" })).toBeInViewport({ ratio: 1 });
  });
  await ada.page.getByRole("button", { name: "Bird 2" }).tap();
  await ada.seesSaved();
});

test("[MD14] four pictures stand two by two", async ({ server, startSession, player, presenter }) => {
  const session = await startSession({
    title: "Birds",
    questions: birds(await storedPictures(server, 4)).questions.slice(1),
  });
  await session.admits("Ravi");
  const ada = await player("Ada", { in: session });
  const screen = await presenter(session.presenterUrl);
  await ada.seesLobby();
  await session.starts();
  await session.isOpen();
  await expect(screen.page.getByRole("img", { name: "Bird 4" })).toBeVisible();
  expect([columns(await places(screen.page)), columns(await places(ada.page))]).toEqual([2, 2]);
  await expect(ada.page.getByRole("img", { name: "Bird 4" })).toBeInViewport({ ratio: 1 });
});
