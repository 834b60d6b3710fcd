import { setImmediate } from "node:timers/promises";
import { questionIndexOf } from "../../session/phases/phase.ts";
import { personalLines } from "../../session/players/personal.ts";
import { CHUNK } from "../broadcast.ts";
import type { Room } from "../room.ts";
import { RoomFeed } from "./room-feed.ts";

/**
 * After a reveal has been settled, and at the podium, the own line of everybody here: read at once, then sent in
 * chunks so that answers and pings go in between. When the session moves on meanwhile, it starts over with lines that fit.
 */
export class PersonalFeed extends RoomFeed {
  override async run(): Promise<number> {
    while (!(await this.sendLines())) {
      // The session moved on: once more.
    }
    return 0;
  }

  private async sendLines(): Promise<boolean> {
    const { room, runtime } = this;
    if (room.players.size === 0) return true;
    const index = questionIndexOf(room.live.session.phase);
    const movedOn = () => questionIndexOf(room.live.session.phase) !== index;
    const lines = await personalLines(runtime, room.live, playersIn(room));
    if (movedOn()) return false;
    let sent = 0;
    for (const connection of room.players) {
      const who = connection.stage.name === "live" ? connection.stage.who : null;
      const line = who?.role === "player" ? lines.get(who.playerId) : undefined;
      if (line) connection.send("you", JSON.stringify({ type: "you", you: line }));
      sent += 1;
      if (sent % CHUNK !== 0) continue;
      await setImmediate();
      if (movedOn()) return false;
    }
    const { phase } = room.live.session;
    if (phase.name === "reveal") runtime.metrics.reveal(runtime.clock.now() - phase.closedAtMs);
    return true;
  }
}

function playersIn(room: Room): string[] {
  const playerIds = new Set<string>();
  for (const { stage } of room.players)
    if (stage.name === "live" && stage.who.role === "player") playerIds.add(stage.who.playerId);
  return [...playerIds];
}
