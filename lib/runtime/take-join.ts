import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Joined } from "../protocol/shapes.ts";
import type { Player } from "../session/player-store.ts";
import type { JoinRequest } from "../session/players/join-session.ts";
import type { Runtime } from "./runtime.ts";

/** `address` is the caller's; only a mark of it is kept (lib/auth/network.ts). */
type Coming = Omit<JoinRequest, "network"> & { address: string };

/** Lets a player in and gives them their token: the way from every door to the one that stores joins. */
export async function takeJoin(
  runtime: Pick<Runtime, "joinSession" | "networkMark" | "tokens" | "metrics" | "events" | "config">,
  { address, ...request }: Coming,
): Promise<Result<{ joined: Joined; player: Player }, Refusal>> {
  const network = runtime.networkMark(request.sessionId, address);
  const outcome = await runtime.joinSession({ ...request, network }).catch((error: unknown) => {
    runtime.metrics.join((error as { code?: unknown }).code === "queue_full" ? "overloaded" : "unavailable");
    throw error;
  });
  runtime.metrics.join(outcome.ok ? "joined" : outcome.error.code);
  if (!outcome.ok) return outcome;
  const player = outcome.value;
  runtime.events.tell("player-joined", "A player joined", {
    sessionId: player.sessionId,
    playerId: player.playerId,
    playerName: runtime.config.logNames ? player.name : undefined,
  });
  return ok({ joined: joinedAs(runtime, player), player });
}

/** The reply to a device that has just got a seat. */
export function joinedAs({ tokens }: Pick<Runtime, "tokens">, player: Player): Joined {
  const { sessionId, playerId, name } = player;
  return { playerId, sessionId, name, token: tokens.player(player) };
}
