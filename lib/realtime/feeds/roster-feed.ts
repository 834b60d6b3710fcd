import type { Roster } from "../../protocol/server-messages.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import type { Presence } from "../../session/live/presence.ts";
import { encode } from "../broadcast.ts";
import { RoomFeed } from "./room-feed.ts";

/** More names than a lobby can show. */
export const ROSTER_MAX = 300;
const EVERY_MS = 500;
/** Reading who is connected grows with the room; it may take this share of the time. */
const TIME_SHARE = 0.05;

/** Who is here, for host and presenter: names pop up in the lobby as people come in. */
export class RosterFeed extends RoomFeed {
  override async run(): Promise<number> {
    const { room, runtime } = this;
    if (!room.hasStaff) return 0;
    const startedAt = performance.now();
    const presence = await runtime.presence.players(room.sessionId);
    room.toStaff(encode({ type: "roster", tick: room.nextTick(), ...rosterOf(room.live, presence) }));
    return Math.max(EVERY_MS, (performance.now() - startedAt) / TIME_SHARE);
  }
}

export function rosterOf(
  { roster }: LiveSession,
  { connected, everConnected }: Awaited<ReturnType<Presence["players"]>>,
): Omit<Roster, "tick"> {
  const newest = [...roster].slice(-ROSTER_MAX).reverse();
  return {
    players: newest.map(([playerId, { name, avatar, teamId }]) => ({
      playerId,
      name,
      ...(avatar === undefined ? {} : { avatar }),
      ...(teamId === undefined ? {} : { teamId }),
      connected: connected.has(playerId),
    })),
    total: roster.size,
    connected: connected.size,
    away: [...everConnected].filter((playerId) => roster.has(playerId) && !connected.has(playerId)).length,
  };
}
