import type { Countdown } from "#lib/client/time/countdown.ts";
import { isOpened } from "#lib/client/time/countdown.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";

/** The parts of a game in the order in which the big screen shows them; a shared control room follows it. */
export interface Shown {
  /** The question's words. */
  prompt: boolean;
  options: boolean;
  /** Right answers, bars, who was right, the explanation. */
  key: boolean;
  /** Points and ranks. */
  ranks: boolean;
  /** The part after this question. */
  ahead: boolean;
}

export const EVERYTHING: Shown = { prompt: true, options: true, key: true, ranks: true, ahead: true };

const QUESTION: Shown = { prompt: true, options: true, key: false, ranks: false, ahead: false };

/** The parts that the big screen has shown by this instant. `told`: the winners are known in the room. */
export function onStage(
  phase: PhaseView,
  { stage, told }: Pick<Countdown, "stage"> & { told: boolean },
): Shown {
  const running = runningPhase(phase);
  switch (running.name) {
    case "lobby":
      return { ...QUESTION, prompt: false, options: false };
    case "question":
      return { ...QUESTION, prompt: stage !== "upcoming", options: isOpened({ stage }) };
    case "reveal":
    case "slide":
      return { ...QUESTION, key: true };
    case "standings":
      return { ...QUESTION, key: true, ranks: true };
    case "podium":
      return { ...QUESTION, key: true, ranks: told };
    case "ended":
      return EVERYTHING;
    default:
      return running satisfies never;
  }
}
