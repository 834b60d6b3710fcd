import { expect, test } from "vitest";
import { sessionHost } from "#lib/api/sessions/session-host.ts";
import { remoteCookieName } from "#lib/auth/cookies.ts";
import { createRemotes } from "#lib/auth/remotes.ts";
import { createTokens } from "#lib/auth/tokens.ts";
import { newId } from "#lib/kernel/ids.ts";
import { memoryLimiter } from "#lib/limits/memory-limiter.ts";
import { fakeAccounts } from "../auth/fake-accounts.ts";
import { fakeRemoteStore } from "../auth/fake-remotes.ts";

const clock = { now: () => 1_000 };

/** Two sessions of one account, and a phone that is the remote of the first. */
async function twoSessions() {
  const remotes = createRemotes({
    store: fakeRemoteStore(),
    limiter: memoryLimiter(),
    clock,
    bus: { publish: () => {} },
  });
  const [first, second] = [newId(), newId()];
  const phases = new Map([first, second].map((id) => [id, { name: "lobby" }]));
  const runtime = {
    remotes,
    clock,
    accounts: fakeAccounts(),
    tokens: createTokens("a secret of some length"),
    config: { publicUrl: null, trustedProxies: 0 },
    live: { open: async (id: string) => ({ session: { id, accountId: "ada", phase: phases.get(id) } }) },
  } as unknown as Parameters<typeof sessionHost>[0];
  const { code } = await remotes.offer(first);
  const paired = await remotes.pair({ code, key: "k".repeat(64), device: "iPhone", address: "10.0.0.1" });
  if (!paired.ok) throw new Error(paired.error.code);
  const { token } = paired.value;
  const asks = async (sessionId: string, headers: Record<string, string>) => {
    const host = await sessionHost(runtime, { method: "GET", headers: new Headers(headers) }, sessionId);
    return host.ok ? host.value.by : host.error.code;
  };
  return { remotes, first, second, token, phases, asks };
}

test("[REM1] a paired phone runs its own session, and no other one of the account", async () => {
  const { first, second, token, asks } = await twoSessions();
  expect(await asks(first, { cookie: `${remoteCookieName(first)}=${token}` })).toBe("remote");
  expect(await asks(first, {})).toBe("unauthenticated");
  expect(await asks(second, { cookie: `${remoteCookieName(first)}=${token}` })).toBe("unauthenticated");
  // Renamed, the token is still the first session's.
  expect(await asks(second, { cookie: `${remoteCookieName(second)}=${token}` })).toBe("remote_removed");
  expect(await asks("../x", { cookie: `${remoteCookieName("../x")}=${token}` })).toBe("unauthenticated");
});

test("[REM1] its token is a cookie and no API key", async () => {
  const { first, token, asks } = await twoSessions();
  const authorization = `Bearer ${token}`;
  expect(await asks(first, { authorization })).toBe("bad_token");
  expect(await asks(first, { authorization, cookie: `${remoteCookieName(first)}=${token}` })).toBe(
    "bad_token",
  );
});

test("[REM4] removed, or once the session has ended, it runs nothing", async () => {
  const { remotes, first, token, phases, asks } = await twoSessions();
  const cookie = `${remoteCookieName(first)}=${token}`;
  phases.set(first, { name: "ended" });
  expect(await asks(first, { cookie })).toBe("session_ended");
  phases.set(first, { name: "lobby" });
  const id = (await remotes.paired(first))[0]!.id;
  await remotes.remove(first, id);
  expect(await asks(first, { cookie })).toBe("remote_removed");
});
