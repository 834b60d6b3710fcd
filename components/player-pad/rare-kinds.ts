import type { ComponentType } from "react";
import { type Later, later } from "#components/ui/later.ts";
import type { AnswerPadProps } from "./pad-parts.ts";
import type { SolutionProps } from "./solution.tsx";

/**
 * Kinds that most quizzes do without. What draws them is loaded when such a question is announced: the page stays light,
 * and by the time the question opens its pad is there, at the first render and in its full size.
 */
export const RARE_PADS = {
  match: later(() => import("./match-pad.tsx").then((file) => file.MatchPad)),
  pin: later(() => import("./pin-pad.tsx").then((file) => file.PinPad)),
  slider: later(() => import("./slider-pad.tsx").then((file) => file.SliderPad)),
  rating: later(() => import("./rating-pad.tsx").then((file) => file.RatingPad)),
  wordcloud: later(() => import("./wordcloud-pad.tsx").then((file) => file.WordcloudPad)),
} satisfies Record<string, Later<ComponentType<AnswerPadProps>>>;

export type RareKind = keyof typeof RARE_PADS;

export const RARE_SOLUTIONS = {
  match: later(() => import("./match-solution.tsx").then((file) => file.MatchSolution)),
  pin: later(() => import("./pin-solution.tsx").then((file) => file.PinSolution)),
  slider: later(() => import("./slider-solution.tsx").then((file) => file.SliderSolution)),
  rating: later(() => import("./rating-solution.tsx").then((file) => file.RatingSolution)),
  wordcloud: later(() => import("./wordcloud-solution.tsx").then((file) => file.WordcloudSolution)),
} satisfies Record<RareKind, Later<ComponentType<SolutionProps>>>;

export function isRare(kind: string): kind is RareKind {
  return kind in RARE_PADS;
}

export function preloadKind(kind: string | undefined): void {
  if (kind === undefined || !isRare(kind)) return;
  void RARE_PADS[kind].fetch();
  void RARE_SOLUTIONS[kind].fetch();
}
