import { describe, expect, test } from "vitest";
import { hostOf, playerOf, presentsSession } from "#lib/api/actor.ts";
import { hashApiKey } from "#lib/auth/api-keys.ts";
import { createTokens } from "#lib/auth/tokens.ts";
import { fakeAccounts } from "../auth/fake-accounts.ts";

const publicUrl = "https://quiz.example.com";
const tokens = createTokens("a secret of some length");
const sessionId = "session1";
const token = tokens.player({ sessionId, playerId: "ada", moves: 0 });
const runtime = {
  accounts: fakeAccounts(),
  tokens,
  clock: { now: () => 0 },
  config: { publicUrl, trustedProxies: 0 },
};

function asking(headers: Record<string, string>, method = "GET") {
  return { method, headers: new Headers(headers) };
}

describe("[SEC3] a cookie counts for changes only from our own pages", () => {
  const cookie = `ovation_player_${sessionId}=${token}`;
  test.each([
    ["our page", { "sec-fetch-site": "same-origin" }, true],
    ["our page, in an older browser", { origin: publicUrl }, true],
    ["our page by another address of ours", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, true],
    ["another site", { "sec-fetch-site": "cross-site", origin: publicUrl }, false],
    ["a sister site", { "sec-fetch-site": "same-site" }, false],
    [
      "another site, in an older browser",
      { origin: "https://evil.example", host: "quiz.example.com" },
      false,
    ],
    ["a sandbox", { origin: "null" }, false],
    ["no browser", {}, false],
  ])("%s", (_, headers, allowed) => {
    const outcome = playerOf(runtime, asking({ cookie, ...headers }, "POST"), sessionId);
    expect(outcome).toEqual(
      allowed ? { ok: true, value: { playerId: "ada", moves: 0 } } : expect.objectContaining({ ok: false }),
    );
    expect(playerOf(runtime, asking({ cookie, ...headers }), sessionId).ok).toBe(true);
  });
});

test("[SEC1] a bearer credential decides alone: a wrong one is not mended by a right cookie", () => {
  const cookie = `ovation_player_${sessionId}=${token}`;
  for (const authorization of ["Bearer wrong", `Basic ${token}`, "Bearer", `Bearer ${token} x`]) {
    expect(playerOf(runtime, asking({ authorization, cookie }), sessionId)).toMatchObject({
      error: { code: "bad_token" },
    });
  }
  expect(playerOf(runtime, asking({ authorization: `bearer ${token}` }), sessionId).ok).toBe(true);
  expect(playerOf(runtime, asking({ authorization: `Bearer ${token}` }), "another")).toMatchObject({
    error: { code: "bad_token" },
  });
});

test("[SEC1] hosts are known by API key; the tokens of others are forbidden, not unknown", async () => {
  const account = await runtime.accounts.create({ email: "ada@example.com", name: "Ada", passwordHash: "" });
  const key = "a key of the owner".replaceAll(" ", "-");
  await runtime.accounts.setApiKey({ keyHash: hashApiKey(key), accountId: account?.id ?? "", label: "test" });
  const host = (authorization: string) => hostOf(runtime, asking({ authorization }, "POST"));
  expect(await host(`Bearer ${key}`)).toEqual({ ok: true, value: { ...account, scope: "admin" } });
  expect(await host(`Bearer ${token}`)).toMatchObject({ error: { code: "forbidden" } });
  expect(await host("Bearer short")).toMatchObject({ error: { code: "bad_token" } });
  expect(await hostOf(runtime, asking({}))).toMatchObject({ error: { code: "unauthenticated" } });
});

test("[SEC1] a presenter's key is for its session", () => {
  const authorization = `Bearer ${tokens.presenter({ sessionId })}`;
  expect(presentsSession(runtime, asking({ authorization }), sessionId)).toBe(true);
  expect(presentsSession(runtime, asking({ authorization }), "another")).toBe(false);
  expect(presentsSession(runtime, asking({ authorization: `Bearer ${token}` }), sessionId)).toBe(false);
});
