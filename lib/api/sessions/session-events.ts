import type { Refusal } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { EVENT_HEADERS } from "../../runtime/events/event-stream.ts";
import { lastVersionOf } from "../../runtime/events/event-streams.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { addressOf } from "../actor.ts";
import type { CallRequest } from "../call-request.ts";

/** A session's events as a reply that lasts. */
export function eventsOf(
  { eventStreams }: Pick<Runtime, "eventStreams">,
  { method, headers }: CallRequest,
  live: LiveSession,
): Response | Extract<Result<never, Refusal>, { ok: false }> {
  if (method === "HEAD") return new Response(null, { headers: EVENT_HEADERS });
  const lastVersion = lastVersionOf(headers.get("last-event-id"));
  const opened = eventStreams.open(live, { address: addressOf(headers), lastVersion });
  return opened.ok ? opened.value : opened;
}
