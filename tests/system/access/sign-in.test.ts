import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** The forms as a browser without JavaScript sends them: what is hidden in the page, and what was typed. */

let server: TestServer;
let call: Api;
/** What the sign-in page hides in its form. */
let hiddenFields: Promise<[string, string][]>;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
  hiddenFields = fetch(`${server.url}/sign-in`)
    .then((reply) => reply.text())
    .then((page) =>
      [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]): [string, string] => [
        attribute(tag, "name"),
        attribute(tag, "value"),
      ]),
    );
});
afterAll(() => server?.stop());

interface Posted {
  status: number;
  location: string | null;
  cookies: string[];
  html: string;
  retryAfterS: number;
}

async function post(
  path: string,
  typed: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const page = await (await fetch(server.url + path, { headers })).text();
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name) form.append(name, attribute(tag, "value"));
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return send(path, form, headers);
}

async function send(path: string, form: FormData, headers: Record<string, string>): Promise<Posted> {
  const origin = { origin: server.url, ...headers };
  const reply = await fetch(server.url + path, {
    method: "POST",
    body: form,
    headers: origin,
    redirect: "manual",
  });
  return {
    status: reply.status,
    location: reply.headers.get("location"),
    cookies: reply.headers.getSetCookie(),
    html: await reply.text(),
    retryAfterS: Number(reply.headers.get("retry-after") ?? 0),
  };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

const pair = (cookie: string | undefined) => cookie?.split(";")[0] ?? "";

describe("[SEC6] a host signs in by form", () => {
  test("gets a cookie out of reach of scripts, and is where they wanted to go", async () => {
    const { ownerEmail: email, ownerPassword: password } = server;
    const posted = await post("/sign-in?next=/host", { email, password });
    expect(posted.status).toBe(303);
    expect(posted.location).toBe("/host");
    const cookie = posted.cookies.find((each) => each.startsWith("ovation_host="));
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=lax/i);
    expect(cookie).not.toMatch(/secure/i);

    const mine = await fetch(`${server.url}/api/v1/quizzes`, { headers: { cookie: pair(cookie) } });
    expect(mine.status).toBe(200);
    const foreign = await fetch(`${server.url}/api/v1/quizzes`, {
      method: "POST",
      headers: { cookie: pair(cookie), "content-type": "application/json", origin: "https://evil.example" },
      body: "{}",
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${server.url}/host`, { headers: { cookie: pair(cookie) } })).status).toBe(200);
  });

  test("[SEC11] is never led to another site", async () => {
    const { ownerEmail: email, ownerPassword: password } = server;
    const posted = await post("/sign-in", { email, password, next: "//evil.example" });
    expect(posted.location).toBe("/host");
  });

  test("without signing in there is only the sign-in page", async () => {
    const reply = await fetch(`${server.url}/host`, { redirect: "manual" });
    const led = reply.headers.get("location") ?? (await reply.text());
    expect(led).toContain("/sign-in?next=%2Fhost");
  });

  test("[SEC4] [SEC5] after a burst of 300 strangers the owner signs in at once from a known device, and soon from a new one", async () => {
    const { ownerEmail: email, ownerPassword: password } = server;
    const own = await post("/sign-in", { email, password });
    const device = own.cookies.find((each) => each.startsWith("ovation_device_"));
    expect(device).toMatch(/HttpOnly/i);
    expect(device).toMatch(/Max-Age=31536000/i);

    const burst = await Promise.all(Array.from({ length: 300 }, (_, i) => guess(`wrong ${i}`)));
    const known = await post("/sign-in", { email, password }, { cookie: pair(device) });
    expect([known.status, known.location]).toEqual([303, "/host"]);
    // 408: on a machine so slow that the form had not arrived after a minute.
    const others = burst.filter(({ status }) => status !== 200 && status !== 408);
    expect(others.filter(({ status }) => status !== 429 && status !== 503)).toEqual([]);
    for (const { retryAfterS } of others) {
      expect(retryAfterS).toBeGreaterThan(0);
      expect(retryAfterS).toBeLessThanOrEqual(15);
    }

    // From a new device, as soon as the reply said: the wait is stated, and it is the last.
    const stranger = await retried(email, password);
    expect([stranger.status, stranger.location]).toEqual([303, "/host"]);
    expect((await call.get("/quizzes")).status).toBe(200);
  });

  async function guess(password: string): Promise<{ status: number; retryAfterS: number }> {
    const form = new FormData();
    for (const [name, value] of await hiddenFields) form.append(name, value);
    form.set("email", server.ownerEmail);
    form.set("password", password);
    const reply = await fetch(`${server.url}/sign-in`, {
      method: "POST",
      body: form,
      headers: { origin: server.url },
      redirect: "manual",
    });
    await reply.arrayBuffer();
    expect(reply.headers.getSetCookie().filter((each) => /^ovation_(host|device)/.test(each))).toEqual([]);
    return { status: reply.status, retryAfterS: Number(reply.headers.get("retry-after") ?? 0) };
  }

  /** As a person does who reads how long to wait. */
  async function retried(email: string, password: string): Promise<Posted> {
    for (let tries = 0; ; tries++) {
      const posted = await post("/sign-in", { email, password });
      if (posted.status === 303 || tries === 3) return posted;
      expect(posted.html).toMatch(/Try again in (a second|\d+ seconds|a few seconds)/);
      await sleep((posted.retryAfterS + 1) * 1_000);
    }
  }
});

describe("[PL1] a player joins by form", () => {
  const quiz = { title: "T", questions: [{ kind: "truefalse", prompt: "?", correct: true }] };

  test("gets a cookie for this session and the game; coming back with the same name is no second player", async () => {
    const { pin, sessionId } = await call.startSession(quiz);
    const posted = await post(`/join?pin=${pin}`, { pin, name: "Ada" });
    expect([posted.status, posted.location]).toEqual([303, `/play?pin=${pin}`]);
    const cookie = posted.cookies.find((each) => each.startsWith(`ovation_player_${sessionId}=pl.`));
    expect(cookie).toMatch(/HttpOnly/i);
    const me = await fetch(`${server.url}/api/v1/pins/${pin}/me`, { headers: { cookie: pair(cookie) } });
    expect(await me.json()).toMatchObject({ name: "Ada", rank: 1 });

    const again = await post(`/join?pin=${pin}`, { pin, name: " ada" }, { cookie: pair(cookie) });
    expect(again.location).toBe(`/play?pin=${pin}`);
    const stranger = await post(`/join?pin=${pin}`, { pin, name: "Ada" });
    expect(stranger.status).toBe(200);
    expect(stranger.html).toContain("already has this name");
    expect(await call.view(pin)).toMatchObject({ players: 1 });
  });

  test("reads why not, and keeps what was typed", async () => {
    const posted = await post("/join?pin=000000", { pin: "000000", name: "Grace" });
    expect(posted.html).toContain("No quiz is running with this PIN");
    expect(posted.html).toContain("Grace");
    expect(posted.cookies).toEqual([]);
  });
});
