import type { HostCommand } from "#lib/session/command.ts";
import type { View } from "#lib/session/view.ts";

/** What the big button does now, and says. Null when there is nothing left to do. */
export function nextStep({ phase, questions }: View): { label: string; command: HostCommand } | null {
  switch (phase.name) {
    case "lobby":
      return { label: "Start the quiz", command: { command: "start" } };
    case "question":
      return { label: "Close question", command: { command: "close" } };
    case "reveal":
      return { label: "Show standings", command: { command: "next" } };
    case "standings":
    case "slide":
      return {
        label: phase.index + 1 < questions ? "Next question" : "Show podium",
        command: { command: "next" },
      };
    case "paused":
      return { label: "Resume", command: { command: "resume" } };
    case "podium":
      return { label: "End quiz", command: { command: "next" } };
    case "ended":
      return null;
    default:
      return phase satisfies never;
  }
}
