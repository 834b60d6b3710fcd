import { earnsPoints } from "#lib/points/earns-points.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Control, Moment } from "./control.ts";

/** Space and the arrow of a presentation remote: on, and only on. */
const ON = [" ", "arrowright"];

/**
 * What the big button does now, and says. Null when there is nothing left to do. Until a question opens, and while the
 * winners are being told, Space does nothing: it would be the press that led here, once more. Opening at once has a key
 * of its own.
 */
export function nextStep(view: View, { opened, told }: Moment): Control | null {
  const { phase } = view;
  switch (phase.name) {
    case "lobby":
      return { label: "Start the quiz", command: { command: "start" }, keys: ON };
    case "question":
      return opened
        ? { label: "Close question", command: { command: "close" }, keys: ON }
        : { label: "Open now", command: { command: "open" }, keys: ["o"] };
    case "reveal":
      return {
        label: leadsToStandings(view) ? "Show standings" : following(view, phase.index),
        command: { command: "next" },
        keys: ON,
      };
    case "standings":
    case "slide":
      return { label: following(view, phase.index), command: { command: "next" }, keys: ON };
    case "paused":
      return { label: "Resume", command: { command: "resume" }, keys: ON };
    case "podium":
      return { label: "End quiz", command: { command: "next" }, keys: told ? ON : [] };
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

function following({ questions }: View, index: number): string {
  return index + 1 < questions ? "Next question" : "Show podium";
}
