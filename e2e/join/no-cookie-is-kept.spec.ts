import { type BrowserContext, expect, type Page, type WebSocketRoute } from "@playwright/test";
import { freePort } from "#tests/support/programs/ports.ts";
import { startReverseProxy, type TestReverseProxy } from "#tests/support/programs/proxies.ts";
import { playerAt } from "../fixtures/player.ts";
import { test } from "../fixtures/test.ts";

/** No cookie of the server reaches the phones, as in browsers that are set to keep none, and in some apps. */
const WITHOUT_COOKIES = ({ port, behind }: { port: number; behind: number }) =>
  `map $http_upgrade $connection_upgrade { default upgrade; "" close; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${behind};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_read_timeout 1h;
      proxy_hide_header Set-Cookie;
    }
  }`;

const port = await freePort();
const PLAIN = `http://classroom.test:${port}`;
test.use({ serverOptions: { env: { PUBLIC_URL: PLAIN } }, baseURL: PLAIN });

let proxy: TestReverseProxy | undefined;
test.beforeAll(async ({ server }) => {
  proxy = await startReverseProxy("nginx", WITHOUT_COOKIES, { behind: server.port, port });
});
test.afterAll(() => proxy?.stop());

const timeLimitMs = 60_000;
const QUIZ = {
  title: "Three doors",
  questions: ["first", "second", "third"].map((nth) => ({
    kind: "single",
    prompt: `The ${nth} question`,
    options: [{ text: "Right", correct: true }, { text: "Wrong" }],
    timeLimitMs,
  })),
};

/** Ways of an answer that can be shut. */
async function doorsOf(page: Page) {
  const shut = { socket: false, action: false };
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (shut.socket) {
      void socket.close();
      return;
    }
    socket.connectToServer();
    sockets.add(socket);
  });
  await page.route("**/*", async (route) => {
    if (shut.action && "next-action" in route.request().headers()) await route.abort();
    else await route.continue();
  });
  return {
    shutsAction: () => {
      shut.action = true;
    },
    async shutsSocket() {
      shut.socket = true;
      await Promise.all([...sockets].map((socket) => socket.close({ code: 4000 })));
    },
  };
}

async function hasNoCookie(context: BrowserContext): Promise<void> {
  expect((await context.cookies()).filter(({ name }) => name.startsWith("ovation_player"))).toEqual([]);
}

test("[JN12] a whole game is played, by every door and through reloads, and nobody is made twice", async ({
  startSession,
  player,
}) => {
  const session = await startSession(QUIZ);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada");
  const doors = await doorsOf(ada.page);
  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.entersName("Ada");
  await ada.seesLobby();
  await hasNoCookie(ada.context);
  await ada.page.reload();
  await ada.seesLobby();

  await session.starts();
  const sent = ada.page.waitForRequest((request) => "next-action" in request.headers());
  await ada.answers("Right");
  await sent;
  await ada.seesSaved();
  await ada.page.reload();
  await ada.seesSaved();
  await ravi.answers(0, { choice: 1 });
  await ada.seesOutcome("Right!");

  await session.goesOn();
  await session.goesOn();
  doors.shutsAction();
  await ada.answers("Right");
  await ada.seesSaved();
  await ravi.answers(1, { choice: 1 });
  await ada.seesOutcome("Right!");

  await session.goesOn();
  await session.goesOn();
  await ada.seesQuestion("The third question");
  await doors.shutsSocket();
  const byRest = ada.page.waitForResponse((reply) => reply.url().endsWith("/answers") && reply.ok());
  await ada.answers("Right");
  await byRest;
  await ada.seesSaved();
  await ravi.answers(2, { choice: 1 });
  await ada.seesOutcome("Right!");

  const standings = await session.standings();
  expect(standings.map(({ name }) => name)).toEqual(["Ada", "Ravi"]);
  await session.goesOn();
  await session.goesOn();
  await session.goesOn();
  await expect(ada.page.getByRole("heading", { name: "Thanks for playing" })).toBeVisible();
  await ada.page.getByRole("button", { name: "Your answers" }).click();
  await expect(ada.page.getByRole("dialog").getByText("Right", { exact: true }).first()).toBeVisible();
  await hasNoCookie(ada.context);
});

test("[JN14] a form sent before its scripts leads to the seat", async ({ startSession, player }) => {
  const session = await startSession(QUIZ);
  const ada = await player("Ada");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await ada.page.route(/\/_next\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await ada.page.goto(`/join?pin=${session.pin}`, { waitUntil: "commit" });
  await ada.entersName("Ada");
  await ada.page.waitForURL(/\/play\?pin=/, { waitUntil: "commit" });
  release();
  await ada.seesLobby();
  await hasNoCookie(ada.context);
  expect((await session.standings()).map(({ name }) => name)).toEqual(["Ada"]);
});

test("[JN12] where storage is blocked with the cookies, the tab still keeps its seat", async ({
  startSession,
  player,
}) => {
  const session = await startSession(QUIZ);
  const ravi = await session.admits("Ravi");
  const ada = await player("Ada");
  await ada.context.addInitScript(() => {
    for (const storage of ["sessionStorage", "localStorage"])
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
  });
  await ada.page.goto("/join");
  await ada.page.getByLabel("Quiz PIN").fill(session.pin);
  await ada.entersName("Ada");
  await ada.seesLobby();
  await ada.page.reload();
  await ada.seesLobby();

  await session.starts();
  await ada.answers("Right");
  await ada.seesSaved();
  await ada.page.reload();
  await ada.seesSaved();
  await ravi.answers(0, { choice: 1 });
  await ada.seesOutcome("Right!");

  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.page.getByRole("link", { name: "Continue as Ada" }).click();
  await ada.seesOutcome("Right!");
  expect((await session.standings()).map(({ name }) => name)).toEqual(["Ada", "Ravi"]);
});

test("[JN12] the same name with the same join key is the same player; another one takes over the tab", async ({
  startSession,
  player,
}) => {
  const session = await startSession(QUIZ);
  const ada = await player("Ada");
  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.entersName("Ada");
  await ada.seesLobby();

  // As if the page of the game had never come.
  await ada.page.evaluate((pin) => {
    sessionStorage.removeItem(`ovation.seat.${pin}`);
    localStorage.clear();
  }, session.pin);
  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.entersName("Ada");
  await ada.seesLobby();
  expect((await session.standings()).map(({ name }) => name)).toEqual(["Ada"]);

  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.page.getByRole("button", { name: "Join with another name" }).click();
  const grace = playerAt(ada.page, "Grace");
  await grace.entersName("Grace");
  await grace.seesLobby();
  await grace.page.reload();
  await grace.seesLobby();
  expect((await session.standings()).map(({ name }) => name).sort()).toEqual(["Ada", "Grace"]);
});

test("[JN12] a room that is locked right after a join lets the player in all the same", async ({
  startSession,
  player,
}) => {
  const session = await startSession(QUIZ);
  const ada = await player("Ada");
  // Between the join and the page of the game.
  await ada.page.route("**/play?pin=*", async (route) => {
    await session.command("lock");
    await route.continue();
  });
  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.entersName("Ada");
  await ada.seesLobby();
});

test("[JN13] who is taken out before the page of the game has come reads so, and is let back in", async ({
  startSession,
  player,
  api,
}) => {
  const session = await startSession(QUIZ);
  const ada = await player("Ada");
  let playerId: string | undefined;
  await ada.page.route("**/play?pin=*", async (route) => {
    const { standings } = await api.leaderboard(session.pin);
    playerId = standings[0]?.playerId;
    await session.command({ command: "kick", playerId });
    await route.continue();
  });
  await ada.page.goto(`/join?pin=${session.pin}`);
  await ada.entersName("Ada");
  await expect(ada.page.getByRole("heading", { name: "The host removed you" })).toBeVisible();
  await session.command({ command: "restore", playerId });
  await ada.seesLobby();
});
