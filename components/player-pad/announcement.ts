import { withoutMarks } from "#components/rich-text/without-marks.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { outcomeOf, pointsWon } from "./outcome.ts";
import type { Wording } from "./use-wording.ts";

/** The phase in one or two sentences, for ears. Counters are left out, so that it changes only when the phase does. */
export function announcement(view: View, you: You, rank: number | null, wording: Wording): string {
  const { t, instruction } = wording;
  const { phase, question } = view;
  switch (phase.name) {
    case "lobby":
      return t("say.in", { name: you.name });
    case "question":
      return question
        ? t("say.question", {
            index: question.index + 1,
            total: question.total,
            prompt: withoutMarks(question.prompt, question.plainText),
            instruction: instruction(question),
          })
        : "";
    case "reveal": {
      const outcome = outcomeOf(view, you);
      // That the time is up has been said where the answer would have been.
      if (outcome === "pending") return "";
      const points = pointsWon(view, you);
      const words = t(`outcome.${outcome}`);
      return points
        ? t("say.outcomePoints", { outcome: words, points })
        : t("say.outcome", { outcome: words });
    }
    case "slide":
      return [question?.prompt, question?.text]
        .map((text = "") => withoutMarks(text, question?.plainText))
        .filter(Boolean)
        .join(" ");
    case "standings":
      return placeWords(rank, view.players, you, wording);
    case "podium":
      return t("say.podium");
    case "ended":
      return t("ended.over");
    case "paused":
      return `${t("paused.title")}. ${t("paused.text")}`;
    default:
      phase satisfies never;
      return "";
  }
}

/** "You are 3rd of 12, 84 points behind Lan." */
export function placeWords(
  rank: number | null,
  players: number,
  you: You,
  { t, ordinal, gap: gapOf }: Wording,
): string {
  if (rank === null) return t("standings.title");
  const gap = gapOf(you.next);
  const where = { place: ordinal(rank), players };
  return gap ? t("place.youOfGap", { ...where, gap }) : t("place.youOf", where);
}
