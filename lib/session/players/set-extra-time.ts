import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import { type ExtraTime, isAllowed } from "../extra-time.ts";
import type { SessionBus } from "../live/bus.ts";
import type { LiveSession } from "../live/live-session.ts";
import { runningPhase } from "../phases/running-phase.ts";
import { type PlayerStore, seatOf } from "../player-store.ts";

interface Deps {
  players: PlayerStore;
  bus: SessionBus;
  clock: { now(): number };
}

/** Stores how much time a player asks for. Not while a question is open: its closing would move under the answer. */
export async function setExtraTime(
  { players, bus, clock }: Deps,
  { session }: LiveSession,
  playerId: string,
  extra: ExtraTime | null,
): Promise<Result<null, Refusal>> {
  const phase = runningPhase(session.phase);
  if (!isAllowed(extra, session.settings.extraTime)) return refuse("extra_time_not_allowed");
  if (phase.name === "question" && clock.now() >= phase.opensAtMs) return refuse("question_running");
  const player = await players.setExtraTime(session.id, playerId, extra);
  if (player === "player_not_found") return refuse("not_joined");
  if (player.removedAtMs !== null) return refuse("player_removed");
  bus.publish(session.id, { type: "joined", players: [seatOf(player)] });
  return ok(null);
}
