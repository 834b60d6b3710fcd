import type { Account } from "../auth/account-store.ts";
import { accountOfApiKey } from "../auth/api-keys.ts";
import { ADDRESS_HEADER } from "../auth/client-address.ts";
import { HOST_COOKIE, playerCookieName, playerCookies, readCookie } from "../auth/cookies.ts";
import { isOwnPage, ORIGIN_HEADER, type OriginRules, TOLD_ORIGIN_HEADER } from "../auth/own-origin.ts";
import { lacking, may, type Right } from "../auth/rights.ts";
import { accountOfSignIn } from "../auth/sign-in.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { pinAsker } from "../runtime/pin-asker.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { PinAsker } from "../session/live/pin-guard.ts";
import type { SeatHolder } from "../session/players/holds-seat.ts";

/**
 * Who is asking. A Bearer credential decides alone if there is one; cookies count only without it, and for calls that
 * change something only when the browser says that the call comes from our own pages.
 */
type Deps = Pick<Runtime, "accounts" | "tokens" | "clock"> & { config: OriginRules };
/** A request, or a server action that looks like one. */
export interface Asking {
  method: string;
  headers: Pick<Headers, "get">;
}

export async function hostOf(runtime: Deps, request: Asking): Promise<Result<Account, Refusal>> {
  const bearer = bearerOf(request);
  if (bearer !== null) {
    if (runtime.tokens.read(bearer))
      return refuse(
        "forbidden",
        "This is a token of a player or a screen; this call is for hosts and needs an API key.",
      );
    const account = await accountOfApiKey(
      { accounts: runtime.accounts, now: () => runtime.clock.now() },
      bearer,
    );
    return account ? ok(account) : refuse("bad_token", "This API key is unknown.");
  }
  const cookie = readCookie(request.headers.get("cookie"), HOST_COOKIE);
  const account = cookie
    ? await accountOfSignIn({ accounts: runtime.accounts, now: () => runtime.clock.now() }, cookie)
    : null;
  if (!account) return refuse("unauthenticated");
  return fromOwnPage(runtime, request) ? ok(account) : refuse("bad_origin");
}

/** The same, if it has this right in its workspace. */
export async function hostWith(
  runtime: Deps,
  request: Asking,
  right: Right,
): Promise<Result<Account, Refusal>> {
  const host = await hostOf(runtime, request);
  if (!host.ok || may(host.value, right)) return host;
  return refuse("forbidden", lacking(host.value, right));
}

/** The player of this session who asks; a token of another session is no token here. */
export function playerOf(runtime: Deps, request: Asking, sessionId: string): Result<SeatHolder, Refusal> {
  const bearer = bearerOf(request);
  const token = bearer ?? readCookie(request.headers.get("cookie"), playerCookieName(sessionId));
  if (token === null) return refuse("not_joined");
  const content = runtime.tokens.read(token);
  if (content?.kind !== "player" || content.sessionId !== sessionId) {
    return bearer === null
      ? refuse("not_joined")
      : refuse("bad_token", "This is not a token of a player of this session.");
  }
  if (bearer === null && !fromOwnPage(runtime, request)) return refuse("bad_origin");
  return ok({ playerId: content.playerId, moves: content.moves });
}

/** Everybody this browser or client has joined as. A browser keeps a cookie per session; few have more than one. */
export function playersOf(runtime: Deps, request: Asking): (SeatHolder & { sessionId: string })[] {
  const bearer = bearerOf(request);
  const tokens = bearer === null ? playerCookies(request.headers.get("cookie")) : [bearer];
  return tokens.flatMap((token) => {
    const content = runtime.tokens.read(token);
    return content?.kind === "player" ? [content] : [];
  });
}

/** Whether the Bearer credential is a presenter's key for this session. */
export function presentsSession(runtime: Deps, request: Asking, sessionId: string): boolean {
  const content = runtime.tokens.read(bearerOf(request) ?? "");
  return content?.kind === "presenter" && content.sessionId === sessionId;
}

/** For limits per address; set by the server on every request. */
export function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get(ADDRESS_HEADER) ?? "unknown";
}

/** The credentials this client can show when it asks for a PIN. */
export function askerOf(
  runtime: Pick<Runtime, "accounts" | "tokens" | "clock">,
  request: Pick<Asking, "headers">,
): PinAsker {
  return pinAsker(
    runtime,
    { address: addressOf(request.headers) },
    { bearer: bearerOf(request), cookie: request.headers.get("cookie") },
  );
}

function bearerOf({ headers }: Pick<Asking, "headers">): string | null {
  const header = headers.get("authorization");
  if (header === null) return null;
  // A credential of an unknown scheme is a wrong credential, not a missing one.
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "";
}

/** The address for links in the reply; null if nothing tells it. Set by the server on every request. */
export function toldOriginOf(headers: Pick<Headers, "get">): string | null {
  return headers.get(TOLD_ORIGIN_HEADER) || null;
}

/** Where the asking page was opened; for cookies. Set by the server on every request. */
export function pageOriginOf(
  { publicUrl }: Pick<Runtime, "publicUrl">,
  headers: Pick<Headers, "get">,
): string {
  return headers.get(ORIGIN_HEADER) || publicUrl;
}

function fromOwnPage({ config }: Deps, { method, headers }: Asking): boolean {
  return method === "GET" || method === "HEAD" || isOwnPage(headers, config) === true;
}
