import type { View } from "#lib/session/reports/view.ts";
import type { Control, Moment } from "./control.ts";

/** Space and the arrow of a presentation remote: on, and only on. */
const ON = [" ", "arrowright"];

/**
 * What the big button does now, and says. Null when there is nothing left to do. Until a question opens, and while the
 * winners are being told, Space does nothing: it would be the press that led here, once more. Opening at once has a key
 * of its own.
 */
export function nextStep({ phase, questions }: View, { opened, told }: Moment): Control | null {
  switch (phase.name) {
    case "lobby":
      return { label: "Start the quiz", command: { command: "start" }, keys: ON };
    case "question":
      return opened
        ? { label: "Close question", command: { command: "close" }, keys: ON }
        : { label: "Open now", command: { command: "open" }, keys: ["o"] };
    case "reveal":
      return { label: "Show standings", command: { command: "next" }, keys: ON };
    case "standings":
    case "slide":
      return {
        label: phase.index + 1 < questions ? "Next question" : "Show podium",
        command: { command: "next" },
        keys: ON,
      };
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
