import { patched } from "../protocol/patch.ts";
import type { Roster, ServerMessage, Tally } from "../protocol/server-messages.ts";
import type { Ack } from "../protocol/shapes.ts";
import type { Response } from "../quiz/response.ts";
import type { You } from "../session/players/you.ts";
import type { View } from "../session/reports/view.ts";
import type { LiveBoard } from "./board/live-board.ts";

type Of<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export type Reactions = Omit<Of<"reactions">, "type">;
export type SeatRequests = Of<"seatRequests">["requests"];
export type Health = Omit<Of<"health">, "type">;

/** What this page knows of the session. Null: not heard yet, or not for this role. */
export interface LiveState {
  view: View | null;
  board: LiveBoard | null;
  tally: Tally | null;
  roster: Roster | null;
  /** The latest batch; its tick tells batches apart. */
  reactions: Reactions | null;
  you: You | null;
  health: Health | null;
  /** Host: who asks for a seat. */
  seatRequests: SeatRequests | null;
  /** Whether the whole state came once, by welcome or by REST. */
  welcomeSeen: boolean;
}

export interface ViewStore {
  /** The same object until something changes; slices keep their identity while they are the same. */
  state(): LiveState;
  subscribe(listener: () => void): () => void;
  received(message: ServerMessage): void;
  /** By REST, while the socket is away. */
  viewFetched(view: View): void;
  /** By REST; loses to anything newer that came while the request was under way. */
  youFetched(you: You, requestedAtMs: number): void;
  /** By REST, like the view. */
  boardFetched(board: LiveBoard): void;
  /** An answer was stored. */
  acknowledged(ack: Ack, response: Response): void;
}

const NO_TICKS = { board: -1, tally: -1, roster: -1, reactions: -1, seatRequests: -1 };

/**
 * Puts messages in order. The view with the highest version wins; at the same version only the counters that move without
 * one are taken. A patch changes the very version it names. Lossy messages go by their tick, which each welcome starts anew, since another process may count there.
 *
 * @param gap called where a patch changes a view that is not here: the whole is to be fetched
 */
export function viewStore(clock: { now(): number }, gap: () => void = () => {}): ViewStore {
  const listeners = new Set<() => void>();
  let state: LiveState = {
    view: null,
    board: null,
    tally: null,
    roster: null,
    reactions: null,
    you: null,
    health: null,
    seatRequests: null,
    welcomeSeen: false,
  };
  let ticks = { ...NO_TICKS };
  let youAtMs = Number.NEGATIVE_INFINITY;

  function received(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        ticks = { ...NO_TICKS, board: message.board.tick };
        if (message.you) youAtMs = clock.now();
        set({
          ...withView(state, message.view),
          board: boardOf(message.board),
          you: message.you ?? state.you,
          welcomeSeen: true,
        });
        return;
      case "view":
        set(withView(state, message.view));
        return;
      case "board":
        if (isNext("board", message.tick)) set({ ...state, board: boardOf(message), view: counted(message) });
        return;
      case "cuts": {
        if (!isNext("board", message.tick)) return;
        const { players } = message;
        const cuts = message.cuts.map(([rank, score]) => ({ rank, score }));
        const board = { top: [], ...state.board, players, cuts, headIsOld: true as const };
        set({ ...state, board, view: counted(message) });
        return;
      }
      case "patch":
        patch(message);
        return;
      case "tally": {
        if (!isNext("tally", message.tick)) return;
        const { type: _, ...tally } = message;
        set({ ...state, tally });
        return;
      }
      case "roster": {
        if (!isNext("roster", message.tick)) return;
        const { type: _, ...roster } = message;
        set({ ...state, roster });
        return;
      }
      case "reactions": {
        if (!isNext("reactions", message.tick)) return;
        const { type: _, ...reactions } = message;
        set({ ...state, reactions });
        return;
      }
      case "seatRequests":
        if (isNext("seatRequests", message.tick)) set({ ...state, seatRequests: message.requests });
        return;
      case "health": {
        const { type: _, ...health } = message;
        set({ ...state, health });
        return;
      }
      case "you":
        youAtMs = clock.now();
        set({ ...state, you: message.you });
        return;
      case "ack":
      case "refused":
      case "pong":
        return; // the outbox and the clock listen to these
      default:
        message satisfies never;
    }
  }

  /** A board that was on its way when the next question came must not count its answers. */
  function counted({
    players,
    answered,
    questionIndex,
  }: Pick<Of<"cuts">, "players" | "answered" | "questionIndex">) {
    const { view } = state;
    const late = questionIndex !== (view?.question?.index ?? null);
    return withCounts(view, { players, answered: late ? (view?.answered ?? 0) : answered });
  }

  /** The view and the own line in one step, so that no screen shows one without the other. */
  function patch({ view: change, you: line }: Of<"patch">): void {
    const { view, you } = state;
    let next = state;
    if (change && view && change.from === view.version) next = withView(next, patched(view, change));
    else if (change && !(view && Number(change.set.version) <= view.version)) gap();
    if (line && you) {
      youAtMs = clock.now();
      next = { ...next, you: { playerId: you.playerId, name: you.name, ...line } };
    }
    if (next !== state) set(next);
  }

  function acknowledged(ack: Ack, response: Response): void {
    const { you } = state;
    if (!you) return;
    youAtMs = clock.now();
    set({
      ...state,
      you: {
        ...you,
        score: ack.score,
        rank: ack.rank ?? you.rank,
        streak: ack.streak ?? you.streak,
        next: stillAhead(you, ack),
        answer: {
          questionIndex: ack.questionIndex,
          response,
          ...(ack.correct === undefined ? {} : { correct: ack.correct }),
          ...(ack.points === undefined ? {} : { points: ack.points }),
          ...(ack.changes === undefined ? {} : { changes: ack.changes }),
        },
      },
    });
  }

  function isNext(kind: keyof typeof NO_TICKS, tick: number): boolean {
    if (tick <= ticks[kind]) return false;
    ticks[kind] = tick;
    return true;
  }

  function set(next: LiveState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    received,
    viewFetched: (view) => set({ ...withView(state, view), welcomeSeen: true }),
    youFetched(you, requestedAtMs) {
      if (requestedAtMs >= youAtMs) set({ ...state, you });
    },
    boardFetched: (board) => set({ ...state, board }),
    acknowledged,
  };
}

function boardOf({ top, players, cuts, teams }: LiveBoard): LiveBoard {
  return { top, players, cuts, teams };
}

function withView(state: LiveState, next: View): LiveState {
  const { view } = state;
  if (!view) return { ...state, view: next };
  if (view.sessionId !== next.sessionId) {
    return { ...state, view: next, board: null, tally: null, roster: null, you: null };
  }
  if (next.version < view.version) return state;
  if (next.version === view.version) return { ...state, view: withCounts(view, next) };
  const sameQuestion = view.question?.index === next.question?.index;
  return { ...state, view: next, tally: sameQuestion ? state.tally : null };
}

/** The moving counters, and the door that follows from them. Keeps the view's identity if none has moved. */
function withCounts<V extends View | null>(
  view: V,
  next: { players: number; answered: number; door?: View["door"] },
): V {
  if (!view) return view;
  const { players, answered, door = view.door } = next;
  if (view.players === players && view.answered === answered && view.door === door) return view;
  return { ...view, players, answered, door };
}

/** Who was directly ahead, as far as that still holds: whom the points of this answer overtook is ahead no more. */
function stillAhead({ next, score }: You, ack: Ack): You["next"] {
  if (next === null || ack.rank === 1) return null;
  const won = ack.score - score;
  const gap = next.gap - won;
  return won === 0 || gap > 0 ? { ...next, gap } : null;
}
