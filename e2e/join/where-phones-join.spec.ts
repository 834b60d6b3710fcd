import { expect } from "@playwright/test";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { test } from "../fixtures/test.ts";

// Listening on all networks, as it does by itself, and told nothing.
test.use({ serverOptions: { env: { HOST: "0.0.0.0", PUBLIC_URL: "" } } });

test("[PV1] [PV2] [PX4] the host chooses where phones join, and no screen follows a stranger's name", async ({
  startSession,
  host: hostOf,
  presenter,
  server,
}) => {
  const session = await startSession(CAPITALS);
  const host = await hostOf();
  await host.opensControlRoom(session);
  const own = new URL(session.joinUrl).host;
  const panel = host.page.getByRole("region", { name: "How to join" });
  await expect(panel).toContainText(own);

  // A name that leads here and that the server has never heard of.
  const [, key] = session.presenterUrl.split("#");
  const screen = await presenter(`http://classroom.test:${server.port}/screen?pin=${session.pin}#${key}`);
  const wall = screen.page.getByRole("region", { name: "How to join" });
  await expect(wall).toContainText(own);
  await expect(wall).not.toContainText("classroom.test");

  // The host knows better.
  const known = `http://classroom.test:${server.port}`;
  const chosen = await host.page.request.post(`/api/v1/sessions/${session.sessionId}/commands`, {
    headers: { authorization: `Bearer ${server.ownerApiKey}` },
    data: { command: "joinAt", origin: known },
  });
  expect(chosen.status()).toBe(200);
  await expect(wall).toContainText(`classroom.test:${server.port}`);

  // And again otherwise, by hand: there is more than one address now.
  const choice = panel.getByLabel("Where phones join");
  await expect(choice).toContainText("classroom.test");
  await choice.click();
  await host.page.getByRole("option", { name: own }).click();
  await expect(wall).toContainText(own);
  await expect(wall).not.toContainText("classroom.test");
});
