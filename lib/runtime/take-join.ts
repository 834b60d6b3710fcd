import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Joined } from "../protocol/shapes.ts";
import type { JoinRequest } from "../session/join-session.ts";
import type { Player } from "../session/player-store.ts";
import type { Runtime } from "./runtime.ts";

/** Lets a player in and gives them their token: the way from every door to the one that stores joins. */
export async function takeJoin(
  runtime: Pick<Runtime, "joinSession" | "tokens" | "metrics">,
  request: JoinRequest,
): Promise<Result<{ joined: Joined; player: Player }, Refusal>> {
  const outcome = await runtime.joinSession(request);
  runtime.metrics.join(outcome.ok ? "joined" : outcome.error.code);
  if (!outcome.ok) return outcome;
  const player = outcome.value;
  const { sessionId, playerId, name } = player;
  const token = runtime.tokens.player({ sessionId, playerId });
  return ok({ joined: { playerId, sessionId, name, token }, player });
}
