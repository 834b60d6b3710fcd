import type { Board } from "../protocol/server-messages.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { withAvatars } from "../session/faces.ts";
import { BOARD_TOP } from "../session/neighbors.ts";
import { questionIndexOf } from "../session/phase.ts";
import { withStreaks } from "../session/streaks.ts";
import { encode } from "./broadcast.ts";
import { type BroadcastLoad, CORE_SHARE, LOBBY_SHARE } from "./broadcast-load.ts";
import type { Room } from "./room.ts";
import type { Feed } from "./ticker.ts";

/** Enough that a phone can tell its live rank to a few places in ten thousand, in about a kilobyte. */
const CUTS = 32;

/** What it takes of the core to ask for a board, to read the answers and to write it: several awaits, so not measured. */
const READING_MS = 0.25;
/** Until a leaderboard that could not be read is asked again. */
const RETRY_MS = 1_000;

/** The board of a room: made once, sent to everybody. Nothing is sent when nothing of it has changed. */
export class BoardFeed implements Feed {
  private readonly runtime: Runtime;
  private readonly room: Room;
  private readonly load: BroadcastLoad;
  private readonly again: () => void;

  /** @param again marks this feed once more */
  constructor(runtime: Runtime, room: Room, load: BroadcastLoad, again: () => void) {
    this.runtime = runtime;
    this.room = room;
    this.load = load;
    this.again = again;
  }

  async run(): Promise<number> {
    const { room, runtime } = this;
    const before = room.board;
    const { board, read } = await readBoard(runtime, room);
    // Nothing may happen any more that would mark this feed: during the standings, the board would stay as it is.
    if (!read) this.again();
    const restMs = read ? 0 : RETRY_MS;
    if (before && sameBoard(before, board)) return restMs;
    room.board = { ...board, tick: room.nextTick() };
    const tick = room.board.tick;
    const obsolete = () => room.board?.tick !== tick;
    const costMs = await room.toEverybody(encode({ type: "board", ...room.board }), obsolete);
    const share = room.live.session.phase.name === "lobby" ? LOBBY_SHARE : CORE_SHARE;
    const pauseMs = this.load.intervalAfter(room.sessionId, costMs + READING_MS, performance.now(), share);
    return Math.max(restMs, pauseMs);
  }
}

/** Reads the room's first board, if it can be read; whoever comes in later gets the last one that was sent. */
export async function ensureBoard(runtime: Runtime, room: Room): Promise<void> {
  if (room.board) return;
  const { board, read } = await readBoard(runtime, room);
  if (read) room.board ??= board;
}

/** The last board, with the counts of now. */
export function boardNow(room: Room): Board {
  return { ...(room.board ?? { tick: 0, top: [], cuts: [] }), ...counts(room) };
}

/** A leaderboard that cannot be read leaves the board as it was; the counts go on. */
async function readBoard(runtime: Runtime, room: Room): Promise<{ board: Board; read: boolean }> {
  const tick = room.board?.tick ?? 0;
  try {
    const [top, cuts] = await Promise.all([
      runtime.leaderboard.top(room.sessionId, BOARD_TOP),
      runtime.leaderboard.cuts(room.sessionId, CUTS),
    ]);
    const faces = withAvatars(top, room.live);
    const board = { tick, top: await streaksOf(runtime, room, faces), cuts, ...counts(room) };
    return { board, read: true };
  } catch (error) {
    runtime.logger.warn({ err: error, sessionId: room.sessionId }, "The board could not be read");
    const { top, cuts } = room.board ?? { top: [], cuts: [] };
    return { board: { tick, top, cuts, ...counts(room) }, read: false };
  }
}

/** A board without streaks is better than none. */
async function streaksOf({ players, logger }: Runtime, { live }: Room, top: Board["top"]) {
  try {
    return await withStreaks(players, live.session, top);
  } catch (error) {
    logger.warn({ err: error, sessionId: live.session.id }, "The streaks could not be read");
    return top;
  }
}

function counts({ live }: Room): Pick<Board, "players" | "questionIndex" | "answered"> {
  return {
    players: live.roster.size,
    questionIndex: questionIndexOf(live.session.phase),
    answered: live.answered.size,
  };
}

function sameBoard(a: Board, b: Board): boolean {
  return JSON.stringify({ ...a, tick: 0 }) === JSON.stringify({ ...b, tick: 0 });
}
