import { BOARD_CUTS } from "../../leaderboard/leaderboard-store.ts";
import { evenlySpaced } from "../../leaderboard/ranking.ts";
import type { Board } from "../../protocol/server-messages.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { BOARD_TOP } from "../../session/live/neighbors.ts";
import { type Phase, questionIndexOf } from "../../session/phases/phase.ts";
import { runningPhase } from "../../session/phases/running-phase.ts";
import { withAvatars } from "../../session/players/faces.ts";
import { withStreaks } from "../../session/players/streaks.ts";
import { teamBoard } from "../../session/teams/team-board.ts";
import { type Brief, encode, type Frame } from "../broadcast.ts";
import { type BroadcastLoad, CORE_SHARE, LOBBY_SHARE } from "../broadcast-load.ts";
import type { Room } from "../room.ts";
import type { Feed } from "../ticker.ts";
import { traceBoard } from "./trace-board.ts";

/** The time of the core it takes to ask for a board, to read the answers and to write it: several awaits, so not measured. */
const READING_MS = 0.25;
/** Until a leaderboard that could not be read is asked again. */
const RETRY_MS = 1_000;
/** Of the groups of answers that a board shows, the latest. */
const LINKS_MAX = 20;

/**
 * The board of a room: made once for everybody, and sent when something of it has changed. The few screens of hosts and
 * presenters get each one; phones, on which it is a line at the edge, get fewer where there are many of them.
 */
export class BoardFeed implements Feed {
  private readonly runtime: Runtime;
  private readonly room: Room;
  private readonly load: BroadcastLoad;
  private readonly again: () => void;
  /** Whether the last board has gone to the players. */
  private playersHaveIt = true;
  private playersDueAtMs = 0;
  /** Whether players who take patches had only cuts of the last board. */
  owesHead = false;
  /** Since when there has been something that the last board does not show. */
  private newsAtMs: number | null = null;
  /** The traces that the news come from. */
  private newsOf: string[] | null = null;

  /** @param again marks this feed once more */
  constructor(runtime: Runtime, room: Room, load: BroadcastLoad, again: () => void) {
    this.runtime = runtime;
    this.room = room;
    this.load = load;
    this.again = again;
  }

  /** Something happened that may change the board; `trace` is the traceparent of what did. */
  news(trace?: string): void {
    this.newsAtMs ??= performance.now();
    if (trace !== undefined && this.runtime.traces)
      this.newsOf = [...(this.newsOf ?? []), trace].slice(-LINKS_MAX);
  }

  async run(): Promise<number> {
    const { room, runtime, newsAtMs, newsOf } = this;
    this.newsAtMs = null;
    this.newsOf = null;
    const traced = newsOf && runtime.traces ? traceBoard(runtime.traces, newsOf) : null;
    const before = room.board;
    const { board, read } = await readBoard(runtime, room);
    if (!read) this.newsAtMs = newsAtMs ?? this.newsAtMs;
    const changed = !before || !sameBoard(before, board);
    if (changed) {
      room.board = { ...board, tick: room.nextTick() };
      this.playersHaveIt = false;
      if (room.hasStaff) {
        room.toStaff(boardFrame(room.board));
        if (read && newsAtMs !== null) runtime.metrics.boardDelay(performance.now() - newsAtMs);
      }
    }
    if (this.owesHead && showsBoard(room.live.session.phase)) {
      this.playersHaveIt = false;
      this.playersDueAtMs = 0;
    }
    const due = !this.playersHaveIt && performance.now() >= this.playersDueAtMs;
    if (due) await this.toPlayers();
    traced?.end({ sent: changed || due, read });
    // Nothing may happen any more that would mark this feed: during the standings, the board would stay as it is.
    if (!read || !this.playersHaveIt) this.again();
    const pauseMs = changed || due || !this.playersHaveIt ? this.pauseMs() : 0;
    return read ? pauseMs : Math.max(RETRY_MS, pauseMs);
  }

  /** Ends the pause after the players' last board: the next one may come now. */
  hurry(): void {
    this.playersDueAtMs = 0;
  }

  private async toPlayers(): Promise<void> {
    const { room } = this;
    if (!room.board) return;
    this.playersHaveIt = true;
    const brief = takesCuts(room) ? cutsFrame(room.board) : null;
    this.owesHead = brief !== null;
    const costMs = await room.toPlayers({ ...boardFrame(room.board), ...(brief && { brief }) });
    const share = room.live.session.phase.name === "lobby" ? LOBBY_SHARE : CORE_SHARE;
    const nowMs = performance.now();
    this.playersDueAtMs = nowMs + this.load.intervalAfter(room.sessionId, costMs + READING_MS, nowMs, share);
  }

  /** Until the next board for anybody who is here. */
  private pauseMs(): number {
    const { room, load } = this;
    const nowMs = performance.now();
    const playersMs = Math.max(this.playersDueAtMs - nowMs, 0);
    if (!room.hasStaff) return playersMs;
    const staffMs = load.intervalAfter(`${room.sessionId} staff`, READING_MS, nowMs);
    return playersMs > 0 ? Math.min(playersMs, staffMs) : staffMs;
  }
}

/** Whether phones show the head of the board. */
export function showsBoard(phase: Phase): boolean {
  const { name } = runningPhase(phase);
  return name === "standings" || name === "podium" || name === "ended";
}

/** Not in smaller rooms, nor where one plays in teams: there the whole board says more. */
function takesCuts({ isLarge, live: { session }, players }: Room): boolean {
  if (!isLarge || showsBoard(session.phase) || session.settings.mode === "teams") return false;
  for (const { takesPatches } of players) if (takesPatches) return true;
  return false;
}

/** Enough for "about 420th". */
const PHONE_CUTS = 16;

function cutsFrame({ tick, players, questionIndex, answered, cuts }: Board): Brief {
  const some = evenlySpaced(cuts.length, PHONE_CUTS).flatMap((i) => cuts[i] ?? []);
  const pairs = some.map(({ rank, score }): [number, number] => [rank, score]);
  return encode({ type: "cuts", tick, cuts: pairs, players, questionIndex, answered });
}

function boardFrame(board: Board): Frame {
  return encode({ type: "board", ...board });
}

/** Reads the room's first board, if it can be read; later connections get the last one that was sent. */
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
    const [top, cuts, teams] = await Promise.all([
      runtime.leaderboard.top(room.sessionId, BOARD_TOP),
      runtime.leaderboard.cuts(room.sessionId, BOARD_CUTS),
      teamBoard(runtime, room.live),
    ]);
    const faces = withAvatars(top, room.live);
    const board = {
      tick,
      top: await streaksOf(runtime, room, faces),
      cuts,
      ...counts(room),
      ...(teams && { teams }),
    };
    return { board, read: true };
  } catch (error) {
    runtime.logger.warn({ err: error, sessionId: room.sessionId }, "The board could not be read");
    const before = room.board ?? { top: [], cuts: [] };
    return { board: { ...before, tick, ...counts(room) }, read: false };
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
