import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { parse as parseYaml } from "yaml";
import { type Api, api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import type { ProxyName } from "#tests/support/programs/parts.ts";
import { documented, startReverseProxy, type TestReverseProxy } from "#tests/support/programs/proxies.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { OPEN, questionOpens, quiz, skipCountdown } from "../rest-session.ts";

/** What people type. Nothing in these tests asks a name server. */
const NAME = "quiz.example.com";
const ADDRESS = `https://${NAME}`;

/** The least that somebody writes who has read the proxy's own first page, and no more. */
const PLAIN = {
  /** Rewrites Host, and passes no upgrade on. */
  nginx: ({ port, behind }: Places) =>
    `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${behind}; } }`,
  caddy: ({ port, behind }: Places) => `http://${NAME}:${port} {\n  reverse_proxy 127.0.0.1:${behind}\n}`,
  haproxy: ({ port, behind }: Places) =>
    [
      "defaults",
      "  mode http",
      "  timeout connect 5s",
      "  timeout client 50s",
      "  timeout server 50s",
      "frontend main",
      `  bind 127.0.0.1:${port}`,
      "  default_backend app",
      "backend app",
      `  server app1 127.0.0.1:${behind}`,
    ].join("\n"),
};
type Places = { port: number; behind: number };
const NAMES: ProxyName[] = ["nginx", "caddy", "haproxy"];

interface Door {
  proxy: TestReverseProxy;
  /** In the address bar. */
  page: string;
  tls: boolean;
}

/** A folder with a certificate as HAProxy and nginx want it. */
function selfSigned(): string {
  const folder = temporaryFolder("certificate");
  const [chain, key] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${NAME}`],
      ...["-addext", `subjectAltName=DNS:${NAME}`, "-keyout", key, "-out", chain],
    ],
    { stdio: "ignore" },
  );
  writeFileSync(join(folder, "all.pem"), `${readFileSync(chain, "utf8")}${readFileSync(key, "utf8")}`);
  return folder;
}

/** What a group of tests has started; ended with it, so that no two servers run at once. */
const running: { stop(): Promise<unknown> }[] = [];
async function kept<T extends { stop(): Promise<unknown> }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  running.push(started);
  return started;
}
const endAll = () => Promise.all(running.splice(0).map((each) => each.stop()));

describe("with PUBLIC_URL", () => {
  afterAll(endAll);
  let server: TestServer;
  beforeAll(async () => {
    server = await kept(startServer({ env: { PUBLIC_URL: ADDRESS } }));
  });

  test.each(NAMES)("[PX1] everything works through %s in its plainest form", async (name) => {
    const proxy = await kept(startReverseProxy(name, PLAIN[name], { behind: server.port }));
    const door = { proxy, page: ADDRESS, tls: false };
    const { cookie, socket } = await playsOneQuestion(server, door);
    expect(cookie).toMatch(/; ?Secure/i);
    // nginx passes no upgrade on by itself: then there is REST, and the log says why.
    expect(socket).toBe(name === "nginx" ? 426 : "welcome");
    await refusesOthers(door);
    if (name === "nginx") expect(server.logs()).toContain("came without its upgrade");
  });

  test("[PX1] the port that goes without saying may be said", async () => {
    const direct = { proxy: { port: server.port }, tls: false } as Door;
    for (const [host, origin] of [
      ["other.example:443", "https://other.example"],
      ["other.example:80", "http://other.example"],
      ["OTHER.example", "https://other.example"],
    ]) {
      const status = await upgrades(direct, { host, origin }, "000000");
      expect([host, origin, status]).toEqual([host, origin, "refused"]);
    }
    expect(await upgrades(direct, { host: "other.example:8443", origin: ADDRESS }, "000000")).toBe("refused");
    for (const [host, origin] of [
      ["other.example:443", "http://other.example"],
      ["other.example", "https://other.example:8443"],
    ])
      expect(await upgrades(direct, { host, origin }, "000000")).toBe(403);
  });
});

describe("with the configurations of docs/OPERATIONS.md", () => {
  afterAll(endAll);
  let server: TestServer;
  beforeAll(async () => {
    server = await kept(startServer({ env: { PUBLIC_URL: ADDRESS, TRUSTED_PROXIES: "1" } }));
  });

  test.each(NAMES)("[PX1] everything works through %s, the live socket, too", async (name) => {
    const proxy = await kept(startReverseProxy(name, documented(name), { behind: server.port }));
    const door = { proxy, page: ADDRESS, tls: name === "caddy" };
    const { cookie, socket, joinUrl } = await playsOneQuestion(server, door);
    expect(cookie).toMatch(/; ?Secure/i);
    expect(socket).toBe("welcome");
    expect(new URL(joinUrl).origin).toBe(ADDRESS);
    await refusesOthers(door);
    // Nor does Next fail to call itself by the scheme of the outside.
    expect(server.logs()).not.toContain("failed to get redirect response");
  });

  test.each(["nginx", "haproxy"] as const)("[PX1] and through %s with a certificate", async (name) => {
    const folder = selfSigned();
    const configured = documented(name, "tls");
    const proxy = await kept(
      startReverseProxy(
        name,
        (places) => configured(places).replaceAll("/etc/ssl/quiz.example.com", folder),
        { behind: server.port },
      ),
    );
    running.push({ stop: () => removeFolder(folder) });
    const { cookie, socket, joinUrl } = await playsOneQuestion(server, { proxy, page: ADDRESS, tls: true });
    expect(cookie).toMatch(/; ?Secure/i);
    expect(socket).toBe("welcome");
    expect(new URL(joinUrl).origin).toBe(ADDRESS);
  });

  test("what it shows of Traefik leads to the server", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/OPERATIONS.md"), "utf8");
    const { http } = parseYaml(/```yaml traefik\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
    const { rule, service } = http.routers.ovation;
    expect(rule).toBe(`Host(\`${NAME}\`)`);
    expect(http.services[service].loadBalancer.servers).toEqual([{ url: "http://127.0.0.1:3000" }]);
  });
});

describe("behind a trusted proxy that tells what it was asked for, with nothing else set", () => {
  afterAll(endAll);
  test("[PX2] pages, actions, sockets, cookies and links follow it", async () => {
    const server = await kept(startServer({ env: { TRUSTED_PROXIES: "1" } }));
    const proxy = await kept(startReverseProxy("caddy", documented("caddy"), { behind: server.port }));
    const page = `${ADDRESS}:${proxy.port}`;
    const { cookie, socket, joinUrl, presenterUrl } = await playsOneQuestion(server, {
      proxy,
      page,
      tls: true,
    });
    expect(cookie).toMatch(/; ?Secure/i);
    expect(socket).toBe("welcome");
    for (const link of [joinUrl, presenterUrl]) expect(new URL(link).origin).toBe(page);
    await refusesOthers({ proxy, page, tls: true });
  });
});

describe("with nothing set", () => {
  afterAll(endAll);
  let server: TestServer;
  let call: Api;
  beforeAll(async () => {
    server = await kept(startServer());
    call = api(server);
  });

  test.each(["caddy", "haproxy"] as const)(
    "[PX1] a proxy that leaves Host alone needs nothing: %s",
    async (name) => {
      const proxy = await kept(startReverseProxy(name, PLAIN[name], { behind: server.port }));
      const page = `http://${NAME}:${proxy.port}`;
      const { cookie, socket } = await playsOneQuestion(server, { proxy, page, tls: false });
      // A browser keeps no Secure cookie of a plain page.
      expect(cookie).not.toMatch(/secure/i);
      expect(socket).toBe("welcome");
    },
  );

  test("[PX3] one that rewrites Host is told of once, in the log and on the page, with what to set", async () => {
    const proxy = await kept(startReverseProxy("nginx", PLAIN.nginx, { behind: server.port }));
    const page = `http://${NAME}:${proxy.port}`;
    const door = { proxy, page, tls: false };
    const { pin } = await call.startSession(quiz, OPEN);
    for (let i = 0; i < 2; i++) {
      const byForm = await joinsByForm(door, pin);
      expect(byForm.status).toBe(403);
      expect(byForm.body).toContain(`set PUBLIC_URL=${page}`);
      expect(byForm.headers["content-type"]).toContain("text/html");
    }
    const byScript = await asks(door, "/join", {
      method: "POST",
      headers: { origin: page, "next-action": "00", accept: "text/x-component" },
    });
    expect(byScript.status).toBe(403);
    expect(JSON.parse(byScript.body)).toMatchObject({
      code: "bad_origin",
      answersAt: `http://127.0.0.1:${server.port}`,
      openedAt: page,
    });
    const lines = server
      .logs()
      .split("\n")
      .filter((line) => line.includes("PUBLIC_URL="));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ "log.level": "warn", labels: { openedAt: page } });
    expect(server.logs()).not.toContain("Aborting the action");
    expect((await call.view(pin)).players).toBe(0);
  });

  test("[PX3] a browser that says page and request are of one origin is believed, whatever the proxy wrote", async () => {
    const proxy = await kept(startReverseProxy("nginx", PLAIN.nginx, { behind: server.port }));
    const door = { proxy, page: ADDRESS, tls: false };
    const { pin } = await call.startSession(quiz, OPEN);
    const joined = await joinsByForm(door, pin, { "sec-fetch-site": "same-origin" });
    expect(joined.status).toBe(303);
    expect(String(joined.headers["set-cookie"])).toMatch(/; ?Secure/i);
    expect((await joinsByForm(door, pin, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("[PX4] links and codes follow no Host, and no header of a proxy that nobody trusts", async () => {
    const { quizId, sessionId } = await call.startSession(quiz, OPEN);
    const direct = { proxy: { port: server.port }, tls: false } as Door;
    const headers = {
      host: "evil.example",
      origin: "http://evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      authorization: `Bearer ${server.ownerApiKey}`,
      "content-type": "application/json",
    };
    const opened = await asks(direct, "/api/v1/sessions", {
      method: "POST",
      headers,
      body: JSON.stringify({ quizId }),
    });
    const read = await asks(direct, `/api/v1/sessions/${sessionId}`, { headers });
    const signIn = await asks(direct, "/host", { headers });
    expect([opened.status, read.status]).toEqual([201, 200]);
    for (const { body, headers: sent } of [opened, read, signIn])
      expect(`${body} ${JSON.stringify(sent)}`).not.toContain("evil.example");
  });

  test("[SEC11] no address of ours leads elsewhere, whatever stands in it", async () => {
    const direct = { proxy: { port: server.port }, tls: false } as Door;
    const cookie = await signsIn(direct, server);
    const evil = [
      ...[
        "//evil.example",
        "/.//evil.example/login",
        "/./\\evil.example",
        "/%2e//evil.example",
        "/\\evil.example",
      ],
      ...["/a/..//evil.example", "/%09/evil.example", "//evil.example/%2e%2e/", "/\t/evil.example"],
    ];
    const paths = evil.flatMap((each) => [
      `/sign-in?next=${encodeURIComponent(each)}`,
      ...(/[\t\\]/.test(each) ? [] : [each, `${each}/`]),
      `/host${encodeURI(each).replaceAll("\\", "%5C")}`,
    ]);
    for (const path of paths) {
      const { status, headers } = await asks(direct, path, { headers: { cookie, host: "quiz.example" } });
      const location = String(headers.location ?? "/");
      const origin = new URL(location, "http://quiz.example/").origin;
      expect([path, status < 500, location, origin]).toEqual([path, true, location, "http://quiz.example"]);
    }
  });
});

/** Joins by the plain form, reads, opens the socket, answers: everything that needs to know where a page came from. */
async function playsOneQuestion(server: TestServer, door: Door) {
  const call = api(server);
  const { quizId } = await call.startSession(quiz, OPEN);
  const opened = await asks(door, "/api/v1/sessions", {
    method: "POST",
    headers: { authorization: `Bearer ${server.ownerApiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ quizId, settings: OPEN }),
  });
  const session = JSON.parse(opened.body) as {
    id: string;
    pin: string;
    joinUrl: string;
    presenterUrl: string;
  };
  const { pin } = session;
  await call.join(pin, "Somebody else");
  const joined = await joinsByForm(door, pin);
  expect([joined.status, joined.headers.location]).toEqual([303, `/play?pin=${pin}`]);
  const setCookie = String(joined.headers["set-cookie"]);
  const cookie = setCookie.split(";", 1)[0] ?? "";
  const own = { cookie, origin: door.page };

  const socket = await upgrades(door, own, pin);
  await call.command(session.id, "start");
  await skipCountdown(call, session.id);
  await questionOpens(call, pin);
  const answered = await asks(door, `/api/v1/pins/${pin}/answers`, {
    method: "POST",
    headers: { ...own, "content-type": "application/json" },
    body: JSON.stringify({ questionIndex: 0, response: { choice: 0 } }),
  });
  expect([answered.status, JSON.parse(answered.body)]).toEqual([
    200,
    expect.objectContaining({ accepted: true }),
  ]);
  const host = await signsIn(door, server);
  expect((await asks(door, "/host", { headers: { cookie: host } })).status).toBe(200);
  return { ...session, cookie: setCookie, socket };
}

/** The same from a page elsewhere. */
async function refusesOthers(door: Door): Promise<void> {
  const origin = "https://evil.example";
  expect((await joinsByForm(door, "123456", { origin })).status).toBe(403);
  // 426 where the proxy passes no upgrade on.
  expect([403, 426]).toContain(await upgrades(door, { origin }, "123456"));
}

let joined = 0;
async function joinsByForm(door: Door, pin: string, headers: Record<string, string> = {}) {
  return submits(door, `/join?pin=${pin}`, { pin, name: `Ada ${++joined}` }, headers);
}

async function signsIn(door: Door, { ownerEmail, ownerPassword }: TestServer): Promise<string> {
  const signedIn = await submits(door, "/sign-in", {
    email: ownerEmail,
    password: ownerPassword,
    next: "/host",
  });
  expect([signedIn.status, signedIn.headers.location]).toEqual([303, "/host"]);
  return String(signedIn.headers["set-cookie"]).split(";", 1)[0] ?? "";
}

/** As a browser without scripts: reads the form, fills it in, posts it. */
async function submits(
  door: Door,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const page = await asks(door, path);
  expect(page.status).toBe(200);
  const form = new FormData();
  for (const [input] of page.body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) form.set(name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const encoded = new Response(form);
  return asks(door, path, {
    method: "POST",
    headers: {
      "content-type": encoded.headers.get("content-type") ?? "",
      accept: "text/html,application/xhtml+xml",
      ...(door.page ? { origin: door.page } : {}),
      ...headers,
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** By hand, since `fetch` sets Host, Origin and Sec-Fetch-Site as it likes. */
function asks(
  door: Door,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answered> {
  const { proxy, page, tls } = door;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const host = page ? new URL(page).host : `127.0.0.1:${proxy.port}`;
  return new Promise((resolve, reject) => {
    const request = (tls ? secureRequest : plainRequest)({
      host: "127.0.0.1",
      port: proxy.port,
      path,
      method,
      servername: NAME,
      rejectUnauthorized: false,
      headers: { host, ...length, ...headers },
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.end(body);
  });
}

/** What becomes of a live socket: the type of the first message, or the status that refused the upgrade. */
function upgrades(
  door: Door,
  headers: Record<string, string | undefined>,
  pin: string,
): Promise<string | number> {
  const { proxy, page, tls } = door;
  const { host = page ? new URL(page).host : undefined, origin, ...rest } = headers;
  const socket = new WebSocket(`${tls ? "wss" : "ws"}://127.0.0.1:${proxy.port}/ws`, {
    headers: { ...rest, ...(host ? { host } : {}) } as Record<string, string>,
    ...(origin === undefined ? {} : { origin }),
    // Spread, because the types of ws do not know the name.
    ...{ servername: NAME, rejectUnauthorized: false },
  });
  return new Promise<string | number>((resolve, reject) => {
    socket.once("open", () => socket.send(JSON.stringify({ type: "hello", protocol: 1, as: "player", pin })));
    socket.once("message", (data) => resolve((JSON.parse(data.toString()) as { type: string }).type));
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("error", reject);
  }).finally(() => socket.terminate());
}
