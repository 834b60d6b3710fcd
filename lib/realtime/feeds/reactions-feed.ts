import { encode } from "../broadcast.ts";
import { REACTIONS_PER_ROOM } from "../limits.ts";
import type { Room } from "../room.ts";
import type { Feed } from "../ticker.ts";
import { TokenBucket } from "../token-bucket.ts";

const EVERY_MS = 250;

/** Applause: counted, and sent to host and presenter as sums. Lossy all the way. */
export class ReactionsFeed implements Feed {
  private readonly room: Room;
  private counts: Record<string, number> = {};
  private readonly bucket: TokenBucket;

  constructor(room: Room, nowMs: number) {
    this.room = room;
    this.bucket = new TokenBucket(REACTIONS_PER_ROOM, nowMs);
  }

  /** Whether the room may send one more to the other nodes. */
  mayPublish(nowMs: number): boolean {
    return this.bucket.take(nowMs);
  }

  count(emoji: string): void {
    this.counts[emoji] = (this.counts[emoji] ?? 0) + 1;
  }

  async run(): Promise<number> {
    const { counts, room } = this;
    this.counts = {};
    if (room.hasStaff && Object.keys(counts).length > 0) {
      room.toStaff(encode({ type: "reactions", tick: room.nextTick(), counts }));
    }
    return EVERY_MS;
  }
}
