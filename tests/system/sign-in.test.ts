import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** The forms as a browser without JavaScript sends them: what is hidden in the page, and what was typed. */

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

interface Posted {
  status: number;
  location: string | null;
  cookies: string[];
  html: string;
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

  test("[SEC5] 300 wrong passwords get ten checks, and the server stays quick", async () => {
    const page = await (await fetch(`${server.url}/sign-in`)).text();
    const hidden = [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
    const guess = async (i: number) => {
      const form = new FormData();
      for (const tag of hidden) form.append(attribute(tag, "name"), attribute(tag, "value"));
      form.set("email", server.ownerEmail);
      form.set("password", `wrong ${i}`);
      const { status, cookies } = await send("/sign-in", form, {});
      expect(cookies.filter((each) => each.startsWith("ovation_host="))).toEqual([]);
      return status;
    };
    for (let i = 0; i < 300; i += 25) await Promise.all(Array.from({ length: 25 }, (_, j) => guess(i + j)));
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    const count = (result: string) =>
      Number(new RegExp(`quiz_sign_ins_total\\{result="${result}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0);
    expect(count("bad_sign_in")).toBe(10);
    expect(count("too_many_requests")).toBe(290);
    const blocked = await post("/sign-in", { email: server.ownerEmail, password: server.ownerPassword });
    expect(blocked.html).toContain("Too many attempts");
    expect((await call.get("/quizzes")).status).toBe(200);
  });
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
