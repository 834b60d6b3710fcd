import type { Clock } from "../../kernel/clock.ts";
import type { Random } from "../../kernel/random.ts";
import { newTraceparent } from "../../kernel/trace.ts";
import type { Ack } from "../../protocol/shapes.ts";
import type { Response } from "../../quiz/response.ts";
import type { You } from "../../session/players/you.ts";
import { backoffMs } from "../connection/backoff.ts";
import type { Timers } from "../connection/platform.ts";
import type { AnswerDoor, AnswerRefusal, AnswerReply } from "./answer-door.ts";
import type { PendingAnswer, PendingAnswers } from "./pending-answers.ts";
import { REOPENS } from "./reopens.ts";

/**
 * Sees one answer per question through to the server.
 *
 *   idle ── submit ──> saving ── ack ──> saved
 *                        │ ^ └── refused for good ──> refused
 *                        └─┘ no outcome in time, lost, or the server is busy: again, by the next open door
 *
 * A try that gets no outcome may still have been stored, so what follows repeats the very same response; the server
 * gives a repeat the first outcome. Late outcomes of earlier tries count. Nothing is called saved before the server said
 * so: by an ack, or by showing the answer in the player's own line, which also outweighs a refusal.
 *
 * Where the host lets players change their answer, a saved one may be followed by another: saving again, with a number that
 * counts the player's answers, so that a late try of an older one undoes nothing. If it is refused, what was saved stands.
 */
export type AnswerState =
  | { state: "idle" }
  | { state: "saving"; response: Response; tries: number }
  /** `unchanged`: why the answer that was to take its place was not stored. */
  | { state: "saved"; response: Response; ack: Ack; unchanged?: AnswerRefusal }
  | { state: "refused"; response: Response; refusal: AnswerRefusal };

export interface Outbox {
  /** The same object until it changes. */
  answer(questionIndex: number): AnswerState;
  subscribe(listener: () => void): () => void;
  /**
   * False if this question has its answer already and it cannot be changed, or no session is known. What stands already is
   * not sent again. `pressedAtMs` is now if left out.
   */
  submit(questionIndex: number, response: Response, pressedAtMs?: number): boolean;
  /** Takes up an answer that a reload interrupted; also call it when the player's line arrives. */
  resume(questionIndex: number): void;
  /** The player's own line tells what is stored. */
  reconcile(you: You): void;
  /** An answer was stored that no door of this page sent: a tap from before the page's scripts had come. */
  heard(ack: Ack): void;
  /** A door may have opened: waiting answers are tried now. */
  retryNow(): void;
  stop(): void;
}

export interface OutboxOptions {
  /** Who answers what right now; null until the view is here. */
  context(): {
    sessionId: string;
    pin: string;
    playerId: string | null;
    preferred: "action" | "socket";
    /** Whether a saved answer may be followed by another one. */
    changeAnswers?: boolean;
    /** Whether the server tells traces, and wants to know where taps are in them. */
    traced?: boolean | undefined;
  } | null;
  doors: readonly AnswerDoor[];
  pending: PendingAnswers;
  acknowledged(ack: Ack, response: Response): void;
  serverNow(): number;
  newId(): string;
  clock: Clock;
  timers: Timers;
  random: Random;
}

/** How long one door may take before the next is tried beside it. */
const TRY_MS = 2_500;
/** A door silent for this long is used again: the repeat may get through where the first was lost. */
const DOOR_LOST_MS = 10_000;
const LONGEST_WAIT_MS = 5_000;
/** The server stored nothing and says why for now only: the same answer again, later. */
const COMES_BACK: readonly string[] = [
  "overloaded",
  "unavailable",
  "draining",
  "internal",
  "too_many_requests",
  // This device's clock was a little ahead of the server's.
  "question_not_open",
];

type Saved = Extract<AnswerState, { state: "saved" }>;

interface Entry {
  questionIndex: number;
  /** Which of the player's answers to this question it is, from 0, and what stands while it is on its way. */
  change: number;
  stands: Saved | null;
  pressedAtMs: number;
  shown: AnswerState;
  /** Doors whose outcome may still come, and since when. */
  underWay: Map<AnswerDoor, number>;
  /** Some try ended without an outcome, so this response may be stored already. */
  uncertain: boolean;
  failures: number;
  lastDoor: AnswerDoor | null;
  /** The same for every try. */
  traceparent?: string;
  cancelTimer(): void;
}

const IDLE: AnswerState = { state: "idle" };

export function outbox(options: OutboxOptions): Outbox {
  const { context, doors, pending, timers, random } = options;
  const entries = new Map<number, Entry>();
  const listeners = new Set<() => void>();
  let stopped = false;

  function submit(
    questionIndex: number,
    response: Response,
    pressedAtMs: number = options.serverNow(),
  ): boolean {
    const session = context();
    if (!session) return false;
    const known = entries.get(questionIndex);
    const stands = session.changeAnswers && known?.shown.state === "saved" ? known.shown : null;
    if (stands && sameResponse(stands.response, response)) return true;
    if (known && !stands && !mayReplace(known, response)) return false;
    const { sessionId, playerId } = session;
    const change = stands ? (stands.ack.changes ?? 0) + 1 : (known?.change ?? 0);
    pending.keep({
      sessionId,
      questionIndex,
      playerId,
      response,
      pressedAtMs,
      ...(change ? { change } : {}),
    });
    const uncertain = !stands && (known?.uncertain ?? false);
    tryOnce(begin({ questionIndex, response, pressedAtMs, change, stands, uncertain }));
    return true;
  }

  function resume(questionIndex: number): void {
    const session = context();
    if (!session || entries.has(questionIndex)) return;
    const kept = pending.find(session.sessionId, questionIndex);
    if (!kept) return;
    if (kept.playerId && session.playerId && kept.playerId !== session.playerId) {
      pending.forget(session.sessionId, questionIndex);
    } else {
      goOn(kept, null);
    }
  }

  /** With an answer that a reload interrupted. */
  function goOn({ questionIndex, response, pressedAtMs, change = 0 }: PendingAnswer, stands: Saved | null) {
    trySoon(begin({ questionIndex, response, pressedAtMs, change, stands, uncertain: true }));
  }

  function begin({
    response,
    ...begun
  }: Pick<Entry, "questionIndex" | "pressedAtMs" | "change" | "stands" | "uncertain"> & {
    response: Response;
  }): Entry {
    stopped = false;
    entries.get(begun.questionIndex)?.cancelTimer();
    const entry: Entry = {
      ...begun,
      shown: { state: "saving", response, tries: 0 },
      underWay: new Map(),
      failures: 0,
      lastDoor: null,
      cancelTimer: () => {},
    };
    entries.set(begun.questionIndex, entry);
    announce();
    return entry;
  }

  function tryOnce(entry: Entry): void {
    entry.cancelTimer();
    const session = context();
    const door = session && nextDoor(entry, session.preferred);
    if (entry.shown.state !== "saving" || stopped) return;
    if (!session || !door) {
      tryLater(entry);
      return;
    }
    const { response, tries } = entry.shown;
    const nth = tries + 1;
    show(entry, { state: "saving", response, tries: nth });
    entry.lastDoor = door;
    entry.underWay.set(door, options.clock.now());
    entry.cancelTimer = timers.after(TRY_MS, () => failed(entry));
    const { questionIndex, pressedAtMs, change } = entry;
    const { sessionId, pin } = session;
    if (session.traced) entry.traceparent ??= newTraceparent();
    const { traceparent } = entry;
    const input = {
      ...{ sessionId, pin, questionIndex, response, pressedAtMs },
      ...(change ? { change } : {}),
      ...(traceparent ? { traceparent } : {}),
    };
    door.send(options.newId(), input).then(
      (outcome) => settle(entry, door, outcome),
      () => {
        entry.underWay.delete(door);
        entry.uncertain = true;
        // Only the latest try moves on; an older one was given up already.
        if (entry.shown.state === "saving" && entry.shown.tries === nth) failed(entry);
      },
    );
  }

  /** Not in this turn: what a new socket has to tell may go on to say that it is stored. */
  function trySoon(entry: Entry): void {
    entry.cancelTimer();
    entry.cancelTimer = timers.after(0, () => tryOnce(entry));
  }

  /**
   * The preferred door first, then one after another. A door still busy with this answer is passed over: Next runs
   * server actions one at a time, so a second would only queue behind the first.
   */
  function nextDoor(entry: Entry, preferred: "action" | "socket"): AnswerDoor | null {
    const order = [...doors].sort((a, b) => Number(b.name === preferred) - Number(a.name === preferred));
    const from = entry.lastDoor ? order.indexOf(entry.lastDoor) + 1 : 0;
    for (let i = 0; i < order.length; i++) {
      const door = order[(from + i) % order.length]!;
      const sinceMs = entry.underWay.get(door) ?? Number.NEGATIVE_INFINITY;
      if (door.open() && options.clock.now() - sinceMs >= DOOR_LOST_MS) return door;
    }
    return null;
  }

  /** No outcome from this door. The first time another one is tried at once; then with growing pauses. */
  function failed(entry: Entry): void {
    entry.uncertain = true;
    entry.cancelTimer();
    if (entry.shown.state !== "saving" || stopped) return;
    entry.failures += 1;
    if (entry.failures === 1 && doors.some((door) => door !== entry.lastDoor && door.open())) tryOnce(entry);
    else tryLater(entry);
  }

  function tryLater(entry: Entry): void {
    entry.cancelTimer();
    const delayMs = backoffMs(Math.max(entry.failures, 1), random, LONGEST_WAIT_MS);
    entry.cancelTimer = timers.after(delayMs, () => tryOnce(entry));
  }

  function settle(entry: Entry, door: AnswerDoor, outcome: AnswerReply): void {
    entry.underWay.delete(door);
    if (entries.get(entry.questionIndex) !== entry || entry.shown.state === "saved") return;
    const { shown } = entry;
    if (shown.state === "idle") return;
    if (outcome.ok) saved(entry, outcome.ack.response ?? shown.response, outcome.ack);
    else if (shown.state === "refused") return;
    else if (COMES_BACK.includes(outcome.refusal.code)) {
      entry.failures += 1;
      if (!stopped) tryLater(entry);
    } else refused(entry, shown.response, outcome.refusal);
  }

  function saved(entry: Entry, response: Response, ack: Ack): void {
    finish(entry);
    show(entry, { state: "saved", response, ack });
    options.acknowledged(ack, response);
  }

  function refused(entry: Entry, response: Response, refusal: AnswerRefusal): void {
    finish(entry);
    show(
      entry,
      entry.stands ? { ...entry.stands, unchanged: refusal } : { state: "refused", response, refusal },
    );
  }

  function finish(entry: Entry): void {
    entry.cancelTimer();
    const session = context();
    if (session) pending.forget(session.sessionId, entry.questionIndex);
  }

  function reconcile(you: You): void {
    const { answer } = you;
    if (!answer) return;
    const { questionIndex, changes = 0 } = answer;
    const entry = entries.get(questionIndex);
    // Another screen of this player may have changed it since.
    if (entry?.shown.state === "saved" && changes <= (entry.shown.ack.changes ?? 0)) return;
    const ack: Ack = {
      accepted: true,
      repeat: true,
      questionIndex: answer.questionIndex,
      score: you.score,
      streak: you.streak,
      ...(typeof answer.correct === "boolean" ? { correct: answer.correct } : {}),
      ...(answer.points === undefined ? {} : { points: answer.points }),
      ...(you.rank === null ? {} : { rank: you.rank }),
      ...(changes > 0 ? { changes } : {}),
    };
    const shown: Saved = { state: "saved", response: answer.response, ack };
    if (entry?.shown.state === "saving" && entry.change > changes) {
      entry.stands = shown;
      return;
    }
    if (entry) {
      finish(entry);
      show(entry, shown);
      return;
    }
    const session = context();
    const kept = session && pending.find(session.sessionId, questionIndex);
    if (kept && (kept.change ?? 0) > changes && kept.playerId === you.playerId) {
      goOn(kept, shown);
      return;
    }
    if (session) pending.forget(session.sessionId, questionIndex);
    entries.set(questionIndex, {
      questionIndex,
      pressedAtMs: 0,
      change: changes,
      stands: null,
      shown,
      underWay: new Map(),
      uncertain: false,
      failures: 0,
      lastDoor: null,
      cancelTimer: () => {},
    });
    announce();
  }

  function heard(ack: Ack): void {
    resume(ack.questionIndex);
    const entry = entries.get(ack.questionIndex);
    if (entry?.shown.state === "saving") saved(entry, ack.response ?? entry.shown.response, ack);
  }

  function show(entry: Entry, shown: AnswerState): void {
    entry.shown = shown;
    announce();
  }

  function announce(): void {
    for (const listener of [...listeners]) listener();
  }

  return {
    answer: (questionIndex) => entries.get(questionIndex)?.shown ?? IDLE,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit,
    resume,
    reconcile,
    heard,
    retryNow() {
      stopped = false;
      for (const entry of entries.values()) {
        // With a try under way, wait for it: it has a deadline of its own.
        if (entry.shown.state === "saving" && entry.underWay.size === 0) trySoon(entry);
      }
    },
    stop() {
      stopped = true;
      for (const entry of entries.values()) {
        entry.cancelTimer();
        // No caller waits for these any more; a late outcome still counts.
        if (entry.underWay.size > 0) entry.uncertain = true;
        entry.underWay.clear();
      }
    },
  };
}

/** Only where nothing can have been stored may a different response follow. */
function mayReplace({ shown, uncertain, underWay }: Entry, response: Response): boolean {
  if (shown.state !== "refused" || !REOPENS.includes(shown.refusal.code)) return false;
  return sameResponse(shown.response, response) || (!uncertain && underWay.size === 0);
}

function sameResponse(a: Response, b: Response): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
