import type { Refusal } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import type { HostCommand } from "../session/phases/command.ts";
import type { Session } from "../session/session.ts";
import type { Runtime } from "./runtime.ts";

/** Does what a host asks of their own session, and logs it: the way from every door to the conductor. */
export async function takeCommand(
  { conductor, events, clock }: Pick<Runtime, "conductor" | "events" | "clock">,
  live: LiveSession,
  asked: HostCommand,
  /** `by`: the account that asks; without it a phone that is paired as remote. */
  { by, ...options }: { expectedVersion?: number | undefined; by?: string | undefined } = {},
): Promise<Result<Session, Refusal>> {
  const { id } = live.session;
  const startedAtMs = clock.now();
  const done = await conductor.command(id, asked, options);
  events.tell("host-command", `Host command: ${asked.command}`, {
    sessionId: id,
    hostId: by,
    role: by === undefined ? "remote" : "host",
    playerId: "playerId" in asked ? asked.playerId : undefined,
    command: asked.command,
    outcome: done.ok ? "success" : "failure",
    reason: done.ok ? undefined : done.error.code,
    tookMs: clock.now() - startedAtMs,
  });
  return done;
}
