import type { Account } from "../../auth/account-store.ts";
import { readCookie, remoteCookieName } from "../../auth/cookies.ts";
import { isId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { type Asking, hostWith } from "../actor.ts";
import { ownSession } from "./session-access.ts";

/** Who may run a session: its host, or a phone that the host has paired as remote, which may do nothing else. */
export type SessionHost = { live: LiveSession } & ({ by: "account"; account: Account } | { by: "remote" });

type Deps = Pick<Runtime, "accounts" | "tokens" | "clock" | "config" | "live" | "remotes">;

export async function sessionHost(
  runtime: Deps,
  request: Asking,
  sessionId: string,
): Promise<Result<SessionHost, Refusal>> {
  const host = await hostWith(runtime, request, "run");
  const own = host.ok ? await ownSession(runtime, host.value, sessionId) : host;
  if (host.ok && own.ok) return ok({ live: own.value, by: "account", account: host.value });
  const remote = await pairedRemote(runtime, request, sessionId);
  return remote ?? (own as Result<never, Refusal>);
}

/** Null where this browser shows no token of a remote. Only cookies count, and those only where the host's would. */
async function pairedRemote(
  { live: liveSessions, remotes }: Deps,
  { headers }: Asking,
  sessionId: string,
): Promise<Result<SessionHost, Refusal> | null> {
  if (!isId(sessionId) || headers.get("authorization") !== null) return null;
  const token = readCookie(headers.get("cookie"), remoteCookieName(sessionId));
  if (token === null) return null;
  if ((await remotes.read(sessionId, token)) === null) return refuse("remote_removed");
  const live = await liveSessions.open(sessionId);
  if (!live) return refuse("session_not_found");
  return live.session.phase.name === "ended" ? refuse("session_ended") : ok({ live, by: "remote" });
}
