import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { LiveSession } from "../live/live-session.ts";
import type { LiveSessions } from "../live/live-sessions.ts";

/** Who speaks for a player: whose device it is follows from how often the seat had moved when its token was made. */
export interface SeatHolder {
  playerId: string;
  moves: number;
}

/** Whether the seat went to another device after this one got its token. Of players that this copy does not know: no. */
export function hasMoved({ roster }: LiveSession, { playerId, moves }: SeatHolder): boolean {
  return movesOf(roster.get(playerId)) > moves;
}

/**
 * Whether a token still speaks for its player. A token that is ahead of this node's copy proves that a notice was lost:
 * the copy is read again.
 */
export async function holdsSeat(
  sessions: Pick<LiveSessions, "resync">,
  live: LiveSession,
  holder: SeatHolder,
): Promise<Result<null, Refusal>> {
  const seat = live.roster.get(holder.playerId);
  if (seat && movesOf(seat) < holder.moves) await sessions.resync(live);
  return hasMoved(live, holder) ? refuse("seat_moved") : ok(null);
}

function movesOf(seat: { moves?: number | undefined } | undefined): number {
  return seat?.moves ?? 0;
}
