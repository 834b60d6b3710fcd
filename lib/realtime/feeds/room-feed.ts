import type { Runtime } from "../../runtime/runtime.ts";
import type { Room } from "../room.ts";
import type { Feed } from "../ticker.ts";

/** What all feeds of a room begin with. */
export abstract class RoomFeed implements Feed {
  protected readonly runtime: Runtime;
  protected readonly room: Room;

  constructor(runtime: Runtime, room: Room) {
    this.runtime = runtime;
    this.room = room;
  }

  abstract run(): Promise<number>;
}
