import type { Phase, PhaseView } from "#lib/session/phases/phase.ts";

/** Where a session stands, in a few words: "Question 3 of 10". */
export function phaseWords(phase: Phase | PhaseView, questions: number): string {
  switch (phase.name) {
    case "lobby":
      return "In the lobby";
    case "question":
      return `Question ${phase.index + 1} of ${questions}${phase.waitsUntilMs ? ", waiting for players with more time" : ""}`;
    case "reveal":
      return `Answer to question ${phase.index + 1} of ${questions}`;
    case "slide":
      return `Slide, ${phase.index + 1} of ${questions}`;
    case "standings":
      return `Standings after question ${phase.index + 1} of ${questions}`;
    case "paused":
      return `Paused at question ${phase.phase.index + 1} of ${questions}`;
    case "podium":
      return "On the podium";
    case "ended":
      return "Ended";
    default:
      return phase satisfies never;
  }
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
