import type { Account } from "../auth/account-store.ts";
import { accountOfApiKey } from "../auth/api-keys.ts";
import { HOST_COOKIE, playerCookieName, readCookie, remoteCookieName } from "../auth/cookies.ts";
import { may } from "../auth/rights.ts";
import { accountOfSignIn } from "../auth/sign-in.ts";
import { REFUSALS, type Refusal, type RefusalCode } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Hello } from "../protocol/client-messages.ts";
import type { CloseReason } from "../protocol/close-codes.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { holdsSeat } from "../session/players/holds-seat.ts";
import type { HostCredential, Who } from "./connection.ts";

/** Why somebody may not come in: what they are told, and how the socket ends. */
export interface Rejection {
  refusal: Refusal;
  close: CloseReason;
}

/**
 * Who is speaking. Other clients than browsers hand their token over in the hello; browsers are known by cookies, which
 * `cookie` holds only if the upgrade came from one of our own pages.
 */
export async function identify(
  runtime: Runtime,
  live: LiveSession,
  { as, token }: Hello,
  cookie: string | null,
): Promise<Result<Who, Rejection>> {
  switch (as) {
    case "player":
      return player(runtime, live, token ?? readCookie(cookie, playerCookieName(live.session.id)));
    case "presenter":
      return presenter(runtime, live, token, readCookie(cookie, HOST_COOKIE));
    case "host":
      return host(runtime, live, token, cookie);
    default:
      return as satisfies never;
  }
}

/** Whether the player is still known is seen when their line is read (greet.ts); most often the roster says so. */
async function player(
  runtime: Runtime,
  live: LiveSession,
  token: string | null,
): Promise<Result<Who, Rejection>> {
  const content = token === null ? null : runtime.tokens.read(token);
  if (content?.kind !== "player" || content.sessionId !== live.session.id)
    return reject("not_joined", "not_allowed");
  const { playerId, moves } = content;
  if (live.removed.has(playerId)) return reject("player_removed", "removed");
  const holds = await holdsSeat(runtime.live, live, content);
  return holds.ok ? ok({ role: "player", playerId, moves }) : reject("seat_moved", "moved");
}

/** A big screen shows the same to everybody; one on which its host is signed in also counts as the host being there. */
async function presenter(
  runtime: Runtime,
  live: LiveSession,
  token: string | undefined,
  signIn: string | null,
): Promise<Result<Who, Rejection>> {
  const content = token === undefined ? null : runtime.tokens.read(token);
  if (content?.kind !== "presenter" || content.sessionId !== live.session.id)
    return reject("bad_token", "not_allowed");
  const account = signIn ? await accountOf(runtime, { kind: "sign_in", secret: signIn }) : null;
  return ok({ role: "presenter", steered: runs(account, live.session.accountId) });
}

/** A signed-in host's browser may be paired as well: then it comes in as what it is, the host's. */
async function host(
  runtime: Runtime,
  live: LiveSession,
  apiKey: string | undefined,
  cookie: string | null,
): Promise<Result<Who, Rejection>> {
  const signIn = readCookie(cookie, HOST_COOKIE);
  const claimed =
    apiKey !== undefined
      ? ({ kind: "api_key", secret: apiKey } as const)
      : signIn !== null
        ? ({ kind: "sign_in", secret: signIn } as const)
        : null;
  const account = claimed && (await accountOf(runtime, claimed));
  const checkedAtMs = runtime.clock.now();
  const { accountId } = live.session;
  if (claimed && runs(account, accountId))
    return ok({ role: "host", by: { ...claimed, accountId }, checkedAtMs });
  if (apiKey === undefined) {
    const remote = await pairedRemote(runtime, live, readCookie(cookie, remoteCookieName(live.session.id)));
    if (remote) return remote.ok ? ok({ role: "host", by: remote.value, checkedAtMs }) : remote;
  }
  return account ? reject("forbidden", "not_allowed") : reject("unauthenticated", "not_allowed");
}

/** Null where there is no token at all. */
async function pairedRemote(
  { remotes }: Pick<Runtime, "remotes">,
  { session }: LiveSession,
  token: string | null,
): Promise<Result<HostCredential, Rejection> | null> {
  if (token === null) return null;
  if (session.phase.name === "ended") return reject("session_ended", "remote_removed");
  const remote = await remotes.read(session.id, token);
  return remote
    ? ok({ kind: "remote", id: remote.id, secret: token })
    : reject("remote_removed", "remote_removed");
}

/** Whether a socket's host may still be there. */
export async function stillHosts(runtime: Runtime, sessionId: string, by: HostCredential): Promise<boolean> {
  if (by.kind === "remote") return (await runtime.remotes.read(sessionId, by.secret)) !== null;
  return runs(await accountOf(runtime, by), by.accountId);
}

/** Whether this account may run the sessions of that workspace. */
function runs(account: Account | null, workspaceId: string): boolean {
  return account !== null && account.workspaceId === workspaceId && may(account, "run");
}

async function accountOf(
  runtime: Runtime,
  { kind, secret }: { kind: "sign_in" | "api_key"; secret: string },
): Promise<Account | null> {
  const asked = { accounts: runtime.accounts, now: () => runtime.clock.now() };
  return kind === "api_key" ? accountOfApiKey(asked, secret) : accountOfSignIn(asked, secret);
}

export function reject(code: RefusalCode, close: CloseReason, message?: string) {
  const rejection: Rejection = { refusal: { code, message: message ?? REFUSALS[code].text }, close };
  return { ok: false as const, error: rejection };
}
