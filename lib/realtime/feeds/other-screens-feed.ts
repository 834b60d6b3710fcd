import { personalLines } from "../../session/players/personal.ts";
import { RoomFeed } from "./room-feed.ts";

/** Answers come one by one; reading the lines of some at once costs no more than of one. */
const REST_MS = 200;

/**
 * For players with two screens: when one answers, the other is told, or it would go on asking. An answer
 * that another node stored may have come from a screen there, so the one here is told in any case. And for players whom
 * the host puts into another team.
 */
export class OtherScreensFeed extends RoomFeed {
  private readonly waiting = new Set<string>();

  /** Whether there is anybody to tell. */
  answered({ playerIds, own }: { playerIds: readonly string[]; own: boolean }): boolean {
    for (const playerId of playerIds)
      if (this.room.screensOf(playerId) > (own ? 1 : 0)) this.waiting.add(playerId);
    return this.waiting.size > 0;
  }

  /** The host has put these into another team. Whether any of them is here. */
  tell(playerIds: readonly string[]): boolean {
    for (const playerId of playerIds) if (this.room.screensOf(playerId) > 0) this.waiting.add(playerId);
    return this.waiting.size > 0;
  }

  override async run(): Promise<number> {
    const { room, runtime, waiting } = this;
    const playerIds = [...waiting];
    const { version } = room.live.session;
    const lines = await personalLines(runtime, room.live, playerIds);
    // Read before the session moved on, they would be told after the news of it.
    if (room.live.session.version !== version) return this.run();
    for (const playerId of playerIds) waiting.delete(playerId);
    for (const connection of room.players) {
      const who = connection.stage.name === "live" ? connection.stage.who : null;
      const line = who?.role === "player" ? lines.get(who.playerId) : undefined;
      if (line) connection.send("you", JSON.stringify({ type: "you", you: line }));
    }
    return REST_MS;
  }
}
