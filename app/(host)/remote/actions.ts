"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { addressOf, pageOriginOf } from "#lib/api/actor.ts";
import type { HostDoing } from "#lib/api/needed-rights.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { ownSession } from "#lib/api/sessions/session-access.ts";
import {
  cookieAttributes,
  DEVICE_COOKIE,
  DEVICE_COOKIE_SECONDS,
  REMOTE_COOKIE_SECONDS,
  remoteCookieName,
} from "#lib/auth/cookies.ts";
import { deviceWords } from "#lib/auth/device-words.ts";
import type { PairedRemote } from "#lib/auth/remote-store.ts";
import type { RemoteCode } from "#lib/auth/remotes.ts";
import { newId } from "#lib/kernel/ids.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";
import { type ActionResult, guarded, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { asking } from "#lib/web/asking.ts";

/** A new code for the host's screen. A paired phone makes none: only the signed-in host lets others in. */
export async function offerRemoteAction(sessionId: string): Promise<ActionResult<RemoteCode>> {
  return asOwner("offering a remote", sessionId, async (runtime, { session }) => {
    if (session.phase.name === "ended") return refused(refuse("session_ended").error);
    return { ok: true, ...(await runtime.remotes.offer(session.id)) };
  });
}

export async function pairedRemotesAction(
  sessionId: string,
): Promise<ActionResult<{ paired: PairedRemote[] }>> {
  return asOwner("listing remotes", sessionId, async (runtime, { session }) => ({
    ok: true,
    paired: await runtime.remotes.paired(session.id),
  }));
}

export async function removeRemoteAction(sessionId: string, id: string): Promise<ActionResult<object>> {
  return asOwner("removing a remote", sessionId, async (runtime, { session }) => {
    const removed = await runtime.remotes.remove(session.id, String(id));
    return removed.ok ? { ok: true } : refused(removed.error);
  });
}

function asOwner<T extends object>(
  doing: HostDoing,
  sessionId: unknown,
  body: (runtime: Runtime, live: LiveSession) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  return asHost(doing, async (runtime, account) => {
    const live = await ownSession(runtime, account, String(sessionId));
    return live.ok ? body(runtime, live.value) : refused(live.error);
  });
}

const takerSchema = z.strictObject({ code: z.string().max(100), key: z.string().max(100) });

/** Makes this browser a remote of the code's session. Its page calls this by a tap, so that no preview of the link does. */
export async function pairRemoteAction(taker: {
  code: string;
  key: string;
}): Promise<ActionResult<{ sessionId: string }>> {
  const runtime = currentRuntime();
  return guarded(runtime, "pairing a remote", async () => {
    const parsed = parseBy(takerSchema, taker);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const paired = await runtime.remotes.pair({
      ...parsed.value,
      device: deviceWords(headers.get("user-agent")),
      address: addressOf(headers),
    });
    if (!paired.ok) return refused(paired.error);
    const { sessionId, token } = paired.value;
    const live = await runtime.live.open(sessionId);
    if (!live || live.session.phase.name === "ended") return refused(refuse("session_ended").error);
    await keepToken(runtime, pageOriginOf(runtime, headers), sessionId, token);
    return { ok: true, sessionId };
  });
}

/** It is also a known device from now on: what strangers at its address do does not hold up the host's presses. */
async function keepToken(
  runtime: Runtime,
  pageOrigin: string,
  sessionId: string,
  token: string,
): Promise<void> {
  const jar = await cookies();
  const name = remoteCookieName(sessionId);
  const before = await runtime.remotes.read(sessionId, jar.get(name)?.value ?? "");
  // Scanned again, it is one device in the host's list.
  if (before && !token.startsWith(`${before.id}.`)) await runtime.remotes.remove(sessionId, before.id);
  jar.set(name, token, cookieAttributes(pageOrigin, REMOTE_COOKIE_SECONDS));
  if (runtime.tokens.read(jar.get(DEVICE_COOKIE)?.value ?? "")?.kind === "device") return;
  jar.set(DEVICE_COOKIE, runtime.tokens.device(newId()), cookieAttributes(pageOrigin, DEVICE_COOKIE_SECONDS));
}
