import type { SessionBus } from "../../session/live/bus.ts";
import { questionIndexOf } from "../../session/phases/phase.ts";
import type { Room } from "../room.ts";
import type { Feed } from "../ticker.ts";

/** Tells all nodes whose phones have nothing more to send to a question that the host has closed. */
export class PassesFeed implements Feed {
  private readonly bus: Pick<SessionBus, "publish">;
  private readonly room: Room;
  private readonly playerIds = new Set<string>();

  constructor(bus: Pick<SessionBus, "publish">, room: Room) {
    this.bus = bus;
    this.room = room;
  }

  /** False for what changes nothing: another question, one that is still open, or a second screen. */
  take(playerId: string, questionIndex: number): boolean {
    const { session, answered, passed } = this.room.live;
    const isCut = session.phase.name === "question" && session.phase.cutAtMs !== undefined;
    if (!isCut || questionIndexOf(session.phase) !== questionIndex) return false;
    const final = answered.has(playerId) && !session.settings.changeAnswers;
    if (final || passed.has(playerId)) return false;
    this.playerIds.add(playerId);
    return true;
  }

  async run(): Promise<number> {
    const questionIndex = questionIndexOf(this.room.live.session.phase);
    const playerIds = [...this.playerIds];
    this.playerIds.clear();
    if (questionIndex !== null && playerIds.length > 0)
      this.bus.publish(this.room.sessionId, { type: "passed", questionIndex, playerIds });
    return 0;
  }
}
