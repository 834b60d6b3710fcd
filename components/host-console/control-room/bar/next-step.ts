import { earnsPoints } from "#lib/points/earns-points.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Control, Moment, StepName } from "./control.ts";

/** Space, Enter and what presentation remotes send: on, and only on. */
const ON = [" ", "arrowright", "pagedown", "enter"];

export type Step = Control & { name: StepName };

/**
 * What the big button does now, and says. Null when there is nothing left to do. Until a question opens, and while the
 * winners are being told, Space does nothing: it would be the press that led here, once more. Opening at once has a key
 * of its own.
 */
export function nextStep(view: View, { opened, told }: Moment): Step | null {
  const { phase } = view;
  switch (phase.name) {
    case "lobby":
      return { name: "start", label: "Start the quiz", command: { command: "start" }, keys: ON };
    case "question":
      return opened
        ? { name: "close", label: "Close question", command: { command: "close" }, keys: ON }
        : { name: "open", label: "Open now", command: { command: "open" }, keys: ["o"] };
    case "reveal":
      return leadsToStandings(view)
        ? { name: "standings", label: "Show standings", command: { command: "next" }, keys: ON }
        : following(view, phase.index);
    case "standings":
    case "slide":
      return following(view, phase.index);
    case "paused":
      return { name: "resume", label: "Resume", command: { command: "resume" }, keys: ON };
    case "podium":
      return { name: "end", label: "End quiz", command: { command: "next" }, keys: told ? ON : [] };
    case "ended":
      return null;
    default:
      return phase satisfies never;
  }
}

/** Whether standings follow the reveal: not where the question could not move them (SE16). */
export function leadsToStandings({ question }: View): boolean {
  return question === null || earnsPoints(question);
}

function following({ questions, settings }: View, index: number): Step {
  if (index + 1 >= questions && settings.mode === "survey")
    return { name: "end", label: "End survey", command: { command: "next" }, keys: ON };
  return index + 1 < questions
    ? { name: "next", label: "Next question", command: { command: "next" }, keys: ON }
    : { name: "podium", label: "Show podium", command: { command: "next" }, keys: ON };
}
