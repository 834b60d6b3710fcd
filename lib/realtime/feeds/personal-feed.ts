import { setImmediate } from "node:timers/promises";
import type { Runtime } from "../../runtime/runtime.ts";
import type { LiveSession } from "../../session/live/live-session.ts";
import { questionIndexOf } from "../../session/phases/phase.ts";
import type { Player } from "../../session/player-store.ts";
import { personalLines } from "../../session/players/personal.ts";
import type { You } from "../../session/players/you.ts";
import { CHUNK } from "../broadcast.ts";
import type { Room } from "../room.ts";
import { textFrame } from "../text-frame.ts";
import type { ViewFrame } from "../view-frames.ts";
import { RoomFeed } from "./room-feed.ts";

/** How long a view may wait for the count, and one that is counted for the lines. */
const HOLD_MS = 250;

/**
 * After a reveal has been settled, and at the podium, the own line of everybody here: read at once, then sent in
 * chunks so that answers and pings go in between. When the session moves on meanwhile, it starts over with lines that fit.
 * The view that has come with it goes to each player in the same write, as that is most of what sending costs.
 */
export class PersonalFeed extends RoomFeed {
  private readonly again: () => void;
  /** The view that players have not been sent yet. */
  private held: { frame: ViewFrame; who: "all" | "patched"; timer: ReturnType<typeof setTimeout> } | null =
    null;

  /** @param again marks this feed once more */
  constructor(runtime: Runtime, room: Room, again: () => void) {
    super(runtime, room);
    this.again = again;
  }

  /** These players get this view with their lines, or by itself if those take long. */
  hold(frame: ViewFrame, who: "all" | "patched"): void {
    this.drop();
    this.held = { frame, who, timer: setTimeout(() => this.release(), HOLD_MS) };
  }

  /** A newer view is on its way to the players. */
  drop(): void {
    clearTimeout(this.held?.timer);
    this.held = null;
  }

  override async run(): Promise<number> {
    try {
      while (!(await this.sendLines())) {
        // The session moved on: once more.
      }
      return 0;
    } catch (error) {
      this.again();
      throw error;
    } finally {
      this.release();
    }
  }

  private release(): void {
    const { held, room, runtime } = this;
    this.drop();
    if (!held || this.isOld(held.frame)) return;
    // Who waits for an uncounted reveal has not been told of it: what follows must not be a patch of it.
    const frame = held.who === "all" ? held.frame : room.views.next(runtime.view(room.live), true);
    room
      .toPlayers(frame, held.who, () => this.isOld(frame))
      .catch((error) => runtime.logger.error({ err: error }, "A view could not be sent"));
  }

  private isOld({ version }: ViewFrame): boolean {
    return version !== this.room.live.session.version;
  }

  private async sendLines(): Promise<boolean> {
    const { room, runtime } = this;
    const counted = takeCounted(room.live);
    if (room.players.size === 0) return true;
    const index = questionIndexOf(room.live.session.phase);
    const movedOn = () => questionIndexOf(room.live.session.phase) !== index;
    const lines = await personalLines(runtime, room.live, playersIn(room), counted);
    if (movedOn()) return false;
    const frame = this.held?.who === "all" ? this.held.frame : null;
    if (frame) this.drop();
    let sent = 0;
    for (const connection of room.players) {
      const who = connection.stage.name === "live" ? connection.stage.who : null;
      const line = who?.role === "player" ? lines.get(who.playerId) : undefined;
      const view = frame && !this.isOld(frame) && connection.viewVersion < frame.version ? frame : null;
      const patched = connection.takesPatches && room.isLarge;
      if (line && patched) connection.send("patch", asPatch(view, connection.viewVersion, line));
      else if (line) connection.send("you", together(view, line));
      else if (view) connection.send("view", view.bytes);
      if (view) connection.viewVersion = view.version;
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

/** The rows this node counted with, if the result that is shown is the one they belong to; used once. */
function takeCounted(live: LiveSession): readonly Player[] | null {
  const { counted, session } = live;
  live.counted = null;
  const { phase } = session;
  return counted && phase.name === "reveal" && phase.result === counted.result ? counted.players : null;
}

/** The view, if there is one, and the own line, in one write. */
function together(view: ViewFrame | null, line: You): Buffer {
  const own = textFrame(JSON.stringify({ type: "you", you: line }));
  return view ? Buffer.concat([view.bytes, own]) : own;
}

/** Both in one frame, for those who have what the view is a patch of. */
function asPatch(view: ViewFrame | null, viewVersion: number, line: You): Buffer {
  const { playerId: _, name: __, ...rest } = line;
  const own = `,"you":${JSON.stringify(rest)}}`;
  if (view?.patch && view.patch.from === viewVersion) return textFrame(view.patch.open, own);
  const alone = textFrame(`{"type":"patch"${own}`);
  return view ? Buffer.concat([view.bytes, alone]) : alone;
}

function playersIn(room: Room): string[] {
  const playerIds = new Set<string>();
  for (const { stage } of room.players)
    if (stage.name === "live" && stage.who.role === "player") playerIds.add(stage.who.playerId);
  return [...playerIds];
}
