import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { presenterUrl } from "./session-links.ts";

/** A session as its own screens see it: the public view, with all settings and links. Only the host gets the key. */
export function sessionReply(
  runtime: Pick<Runtime, "view" | "publicUrl" | "tokens">,
  live: LiveSession,
  reader: "host" | "presenter",
  told: string | null,
) {
  const { session } = live;
  return {
    ...runtime.view(live),
    id: session.id,
    quizId: session.quizId,
    settings: session.settings,
    ...(reader === "host" ? { presenterUrl: presenterUrl(runtime, session, told) } : {}),
    createdAtMs: session.createdAtMs,
    startedAtMs: session.startedAtMs,
  };
}
