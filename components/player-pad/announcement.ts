import type { You } from "#lib/protocol/shapes.ts";
import type { View } from "#lib/session/view.ts";
import { outcomeOf, pointsWon } from "./outcome.ts";
import { outcomeWords } from "./outcome-banner.tsx";
import { count, figure, gapSentence, instruction, ordinal } from "./wording.ts";

/** The phase in one or two sentences, for ears. Counters are left out, so that it changes only when the phase does. */
export function announcement(view: View, you: You, rank: number | null): string {
  const { phase, question } = view;
  switch (phase.name) {
    case "lobby":
      return `You’re in, ${you.name}. The host starts soon.`;
    case "question":
      return question
        ? `Question ${question.index + 1} of ${question.total}: ${question.prompt} ${instruction(question)}.`
        : "";
    case "reveal": {
      const outcome = outcomeOf(view, you);
      if (outcome === "pending") return "Time is up.";
      const points = pointsWon(view, you);
      return `${outcomeWords(outcome)}${points ? `, ${count(points, "point")}` : ""}.`;
    }
    case "standings":
      return place(rank, view.players, you);
    case "podium":
      return "The quiz is over. The result comes now.";
    case "ended":
      return "The quiz has ended.";
    case "paused":
      return "";
    default:
      phase satisfies never;
      return "";
  }
}

function place(rank: number | null, players: number, you: You): string {
  if (rank === null) return "Standings.";
  const gap = gapSentence(you.next);
  return `You are ${ordinal(rank)} of ${figure(players)}${gap ? `, ${gap}` : ""}.`;
}
