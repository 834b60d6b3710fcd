import { SENT_AHEAD_MAX_MS } from "../../points/fair-time.ts";
import type { Response } from "../../quiz/response.ts";
import type { ClockSync } from "../connection/clock-sync.ts";
import type { Timers } from "../connection/platform.ts";
import { ownPhase } from "../time/own-phase.ts";
import type { ViewStore } from "../view-store.ts";

/**
 * An answer that is complete but not sent goes by itself when time is up: by the server's clock a packet's way before this
 * player's close, or at once when the host moves the close to now. It says that it was pressed at the close, and its time
 * is that (lib/points/fair-time.ts), however early it has to leave.
 */
export interface StandingAnswer {
  /** What would be sent now; null for nothing. */
  offer(questionIndex: number, response: Response | null): void;
  start(): void;
  stop(): void;
}

export interface StandingAnswerOptions {
  store: Pick<ViewStore, "state" | "subscribe">;
  clock: Pick<ClockSync, "estimate" | "serverNow" | "subscribe">;
  timers: Timers;
  submit(questionIndex: number, response: Response, pressedAtMs: number): void;
  /**
   * The host has closed this question, and there is no answer left to send: the room need not wait for this phone. False
   * while it must, since an answer that may be changed is not the last one before it is stored.
   */
  pass(questionIndex: number): boolean;
}

/** What the way there may vary by, beyond half the smallest round trip. */
const MARGIN_MS = 150;
/** The way to the server while it was never measured. */
const UNKNOWN_WAY_MS = 250;

export function standingAnswer({
  store,
  clock,
  timers,
  submit,
  pass,
}: StandingAnswerOptions): StandingAnswer {
  let standing: { questionIndex: number; response: Response } | null = null;
  /** When the host closed the question that this phone has sent to or passed on. */
  let doneWithCutAtMs: number | undefined;
  let cancel = () => {};
  let unsubscribe: (() => void)[] = [];

  function look(): void {
    cancel();
    const closesAtMs = standing && closeOf(standing.questionIndex);
    if (!standing || closesAtMs === null) {
      passIfCut();
      return;
    }
    const wayMs = (clock.estimate()?.errorMs ?? UNKNOWN_WAY_MS) + MARGIN_MS;
    const waitMs = closesAtMs - Math.min(wayMs, SENT_AHEAD_MAX_MS) - clock.serverNow();
    if (waitMs > 0) {
      cancel = timers.after(waitMs, look);
      return;
    }
    const { questionIndex, response } = standing;
    standing = null;
    submit(questionIndex, response, closesAtMs);
    if (store.state().view?.settings.changeAnswers) passIfCut();
    else doneWithCutAtMs = cutPhase()?.cutAtMs;
  }

  function passIfCut(): void {
    const cut = cutPhase();
    if (!cut || cut.cutAtMs === doneWithCutAtMs) return;
    if (pass(cut.index)) doneWithCutAtMs = cut.cutAtMs;
  }

  /** The question that the host has closed and that still takes unsent answers. */
  function cutPhase(): { index: number; cutAtMs: number } | null {
    const phase = store.state().view?.phase;
    if (phase?.name !== "question" || phase.cutAtMs === undefined) return null;
    return { index: phase.index, cutAtMs: phase.cutAtMs };
  }

  /** When this question closes for this player; null while it is not running, and where nothing is to be sent. */
  function closeOf(questionIndex: number): number | null {
    const { view, you } = store.state();
    if (view?.phase.name !== "question" || view.phase.index !== questionIndex) return null;
    return view.settings.sendAtClose ? ownPhase(view.phase, you?.extraTime).closesAtMs : null;
  }

  return {
    offer(questionIndex, response) {
      standing = response && { questionIndex, response };
      look();
    },
    start() {
      unsubscribe = [store.subscribe(look), clock.subscribe(look)];
      look();
    },
    stop() {
      cancel();
      for (const each of unsubscribe) each();
      unsubscribe = [];
    },
  };
}
