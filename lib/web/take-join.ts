import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { JoinRequest } from "../session/join-session.ts";

export interface Joined {
  playerId: string;
  sessionId: string;
  name: string;
  token: string;
}

/** Lets a player in and gives them their token. */
export async function takeJoin(
  runtime: Pick<Runtime, "joinSession" | "tokens" | "metrics">,
  request: JoinRequest,
): Promise<Result<Joined, Refusal>> {
  const joined = await runtime.joinSession(request);
  runtime.metrics.join(joined.ok ? "joined" : joined.error.code);
  if (!joined.ok) return joined;
  const { sessionId, playerId, name } = joined.value;
  return ok({ playerId, sessionId, name, token: runtime.tokens.player({ sessionId, playerId }) });
}
