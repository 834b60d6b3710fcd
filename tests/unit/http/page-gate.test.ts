import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Writable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { createTokens } from "#lib/auth/tokens.ts";
import { withPageGate } from "#lib/http/page-gate.ts";

const tokens = createTokens("a secret of the tests");
const HOST = { id: "host-1", email: "host@example.com", name: "Host" };
const SIGN_IN = "s".repeat(43);
const turnedAway: string[] = [];
const servers: Server[] = [];
afterEach(() => {
  turnedAway.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The gate over a Next of the test, and whether somebody had to ask the database who a host is. */
function gated(next: (req: IncomingMessage, res: ServerResponse) => void) {
  let lookedUp = 0;
  const gate = withPageGate(
    {
      accounts: {
        async bySignIn() {
          lookedUp += 1;
          return HOST;
        },
        async touchSignIn() {},
      },
      tokens,
      clock: { now: () => 0 },
      metrics: { pageTurnedAway: (reason: string) => turnedAway.push(reason) },
    } as unknown as Parameters<typeof withPageGate>[0],
    next,
  );
  return { gate, lookedUp: () => lookedUp };
}

/** Requests that have come in, without the network that brings them: crowds are cheap so. */
function crowd() {
  const { gate } = gated((_, res) => setImmediate(() => res.end()));
  return function ask(from: string, path: string, cookie?: string, method = "GET") {
    const req = {
      method,
      url: path,
      complete: true,
      socket: {},
      resume() {},
      headers: { "x-ovation-address": from, cookie },
    };
    return new Promise<{ status: number; retryAfter: number }>((resolve) => {
      const res = new ServerResponse({ method } as IncomingMessage);
      res.once("finish", () =>
        resolve({ status: res.statusCode, retryAfter: Number(res.getHeader("retry-after") ?? 0) }),
      );
      res.assignSocket(new Writable({ write: (_chunk, _encoding, done) => done() }) as never);
      void gate(req as never, res);
    });
  };
}

/** A server whose Next is the test's, and whose callers say which address they have. */
async function served(next: (req: IncomingMessage, res: ServerResponse) => void) {
  const { gate, lookedUp } = gated(next);
  const server = createServer((req, res) => void gate(req, res));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const ask = (from: string, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { "x-ovation-address": from, ...(init.headers as Record<string, string>) },
    });
  return { port, ask, lookedUp };
}

test("[SEC22] a few requests are inside at once, however many come", async () => {
  let inside = 0;
  let most = 0;
  const { ask } = await served((_, res) => {
    inside += 1;
    most = Math.max(most, inside);
    setTimeout(() => {
      inside -= 1;
      res.end("page");
    }, 5);
  });
  const replies = await Promise.all(Array.from({ length: 100 }, () => ask("192.0.2.1", "/sign-in")));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
});

test("[SEC22] an address that has used up its budget is turned away while others wait, and others are not", async () => {
  const ask = crowd();
  const flood = await Promise.all(Array.from({ length: 700 }, () => ask("192.0.2.1", "/sign-in")));
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(300);
  expect(refused[0]?.retryAfter).toBeGreaterThan(0);
  // With nobody in line there is nothing to protect.
  expect((await ask("192.0.2.1", "/sign-in")).status).toBe(200);
  expect((await ask("198.51.100.1", "/sign-in")).status).toBe(200);
  expect(new Set(turnedAway)).toEqual(new Set(["too_many_requests"]));
});

test("[SEC22] six hundred phones of one school open their pages, join and play in the same instant", async () => {
  const ask = crowd();
  const phone = async (i: number) => {
    const cookie = `ovation_player_session=${tokens.player({ sessionId: "session", playerId: `player${i}`, moves: 0 })}`;
    const files = ["a", "b", "c", "d"].map((name) => ask("192.0.2.1", `/_next/static/media/${name}.bin`));
    const replies = [
      ...(await Promise.all([ask("192.0.2.1", "/join?pin=123456"), ...files])),
      await ask("192.0.2.1", "/join", undefined, "POST"),
      ...(await Promise.all([1, 2, 3].map(() => ask("192.0.2.1", "/play?pin=123456", cookie)))),
      await ask("192.0.2.1", "/play", cookie, "POST"),
    ];
    return replies.map(({ status }) => status);
  };
  const seen = await Promise.all(Array.from({ length: 600 }, (_, i) => phone(i)));
  expect(new Set(seen.flat())).toEqual(new Set([200]));
});

test("[SEC23] a large body is taken from a signed-in host alone, and is not read before that is known", async () => {
  let bytes = 0;
  const { ask, lookedUp } = await served((req, res) => {
    req.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    req.on("end", () => res.end("saved"));
  });
  const body = "x".repeat(250_000);
  const stranger = await ask("192.0.2.1", "/host/quizzes/1", { method: "POST", body });
  expect(stranger.status).toBe(413);
  expect(await stranger.text()).toContain("Sign in");
  const player = `ovation_player_session=${tokens.player({ sessionId: "session", playerId: "player", moves: 0 })}`;
  expect(
    (await ask("192.0.2.1", "/join", { method: "POST", body, headers: { cookie: player } })).status,
  ).toBe(413);
  expect(bytes).toBe(0);
  const cookie = `ovation_host=${SIGN_IN}`;
  const host = () => ask("192.0.2.1", "/host/quizzes/1", { method: "POST", body, headers: { cookie } });
  expect((await host()).status).toBe(200);
  expect(bytes).toBe(body.length);
  await host();
  expect(lookedUp()).toBe(1);
  const tooLarge = "x".repeat(256 * 1024 + 1);
  expect(
    (await ask("192.0.2.1", "/host", { method: "POST", body: tooLarge, headers: { cookie } })).status,
  ).toBe(413);
});

test("[SEC22] who sends a small body slowly, or reads slowly, holds no place", async () => {
  let inside = 0;
  const { ask, port } = await served((req, res) => {
    if (req.url !== "/long") return void res.end("page");
    inside += 1;
    res.write("x".repeat(5_000_000));
  });
  const slow = Array.from({ length: 20 }, (_, i) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    if (i % 2 === 0) socket.write("POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\npin=");
    else {
      socket.pause();
      socket.write("GET /long HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    return socket;
  });
  await expect.poll(() => inside, { timeout: 30_000 }).toBe(10);
  const replies = await Promise.all(Array.from({ length: 20 }, () => ask("198.51.100.1", "/join")));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  for (const socket of slow) socket.destroy();
});

test("[SEC22] a body of any small size reaches the action whole", async () => {
  const { ask } = await served((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => res.end(String(Buffer.concat(chunks).length)));
  });
  for (const size of [0, 1, 1_000, 16_000, 16_384]) {
    const reply = await ask("192.0.2.1", "/join", { method: "POST", body: "x".repeat(size) });
    expect(await reply.text()).toBe(String(size));
  }
});
