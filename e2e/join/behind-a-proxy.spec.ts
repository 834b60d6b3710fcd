import { type Browser, expect } from "@playwright/test";
import { api } from "#tests/support/api.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { startReverseProxy, type TestReverseProxy } from "#tests/support/programs/proxies.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { hostAt } from "../fixtures/host.ts";
import { playerAt } from "../fixtures/player.ts";
import { CAPITALS } from "../fixtures/quizzes.ts";
import { sessionBy } from "../fixtures/session.ts";
import { test } from "../fixtures/test.ts";

/** What the first page of every tutorial says: it rewrites Host, and passes no WebSocket on. */
const PLAIN = ({ port, behind }: { port: number; behind: number }) =>
  `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${behind}; } }`;

interface Served {
  server: TestServer;
  proxy: TestReverseProxy;
  /** What people type. */
  address: string;
}

const running: Served[] = [];
test.afterEach(async () => {
  for (const { server, proxy } of running.splice(0)) {
    await proxy.stop();
    await server.stop();
  }
});

async function served(env: (address: string) => Record<string, string>): Promise<Served> {
  const port = await freePort();
  const address = `http://classroom.test:${port}`;
  const server = await startServer({ env: env(address) });
  const proxy = await startReverseProxy("nginx", PLAIN, { behind: server.port, port });
  running.push({ server, proxy, address });
  return { server, proxy, address };
}

const onPhone = async (browser: Browser, baseURL: string) =>
  (await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();

test("[PX1] a whole session behind nginx with a plain proxy_pass", async ({ browser }) => {
  const { server, address } = await served((PUBLIC_URL) => ({ PUBLIC_URL }));
  const calls = api(server);
  const session = sessionBy(calls, await calls.startSession(CAPITALS, { readingMs: 0 }));
  expect(new URL(session.joinUrl).origin).toBe(address);

  const desk = await (await browser.newContext({ baseURL: address })).newPage();
  const host = hostAt(desk);
  await desk.goto("/sign-in");
  await desk.getByLabel("Email").fill(server.ownerEmail);
  await desk.getByLabel("Password").fill(server.ownerPassword);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await expect(desk.getByRole("heading", { name: "Your quizzes" })).toBeVisible();

  const ada = playerAt(await onPhone(browser, address), "Ada");
  await ada.joinsWithPin(session.pin);
  await session.starts();
  await ada.answers("Paris");
  await ada.seesOutcome("Right!");
  // Pages without a socket ask every few seconds.
  await desk.goto(`/host/sessions/${session.sessionId}`);
  await host.seesPhase("Answer to question 1 of 2");
  await host.presses("Show standings");
  await host.presses("Next question");
  await ada.answers("Perth");
  await ada.seesOutcome("Not this time");
});

test("[PX3] opened at an address that the server does not know, the page says what to set", async ({
  browser,
}) => {
  const { server, address } = await served(() => ({}));
  const calls = api(server);
  const { pin } = await calls.startSession(CAPITALS);
  const phone = await onPhone(browser, address);
  await phone.goto(`/join?pin=${pin}`);
  await playerAt(phone, "Ada").entersName("Ada");
  await expect(phone.getByRole("main")).toContainText(`set PUBLIC_URL=${address}`);
  await expect(phone.getByRole("main")).toContainText(`http://127.0.0.1:${server.port}`);
  const desk = await (await browser.newContext({ baseURL: address, locale: "de-DE" })).newPage();
  await desk.goto(`/join?pin=${pin}&lang=de`);
  await desk.locator("input[name=name]").fill("Ben");
  await desk.locator("form button[type=submit]").last().click();
  await expect(desk.getByRole("main")).toContainText(`setze PUBLIC_URL=${address}`);
  expect((await calls.view(pin)).players).toBe(0);
});
