import type { ComponentType } from "react";
import { type Later, later } from "#components/ui/later.ts";
import type { SolutionProps } from "./kinds/kinds.tsx";
import type { AnswerPadProps } from "./kinds/pad-parts.ts";

/**
 * Kinds that most quizzes do without. What draws them is loaded when such a question is announced: the page stays light,
 * and by the time the question opens its pad is there, at the first render and in its full size.
 */
export const RARE_PADS = {
  match: later(() => import("./kinds/match-pad.tsx").then((file) => file.MatchPad)),
  pin: later(() => import("./kinds/pin-pad.tsx").then((file) => file.PinPad)),
  slider: later(() => import("./kinds/slider-pad.tsx").then((file) => file.SliderPad)),
  rating: later(() => import("./kinds/rating-pad.tsx").then((file) => file.RatingPad)),
  wordcloud: later(() => import("./kinds/wordcloud-pad.tsx").then((file) => file.WordcloudPad)),
} satisfies Record<string, Later<ComponentType<AnswerPadProps>>>;

export type RareKind = keyof typeof RARE_PADS;

export const RARE_SOLUTIONS = {
  match: later(() => import("./kinds/match-solution.tsx").then((file) => file.MatchSolution)),
  pin: later(() => import("./kinds/pin-solution.tsx").then((file) => file.PinSolution)),
  slider: later(() => import("./kinds/slider-solution.tsx").then((file) => file.SliderSolution)),
  rating: later(() => import("./kinds/rating-solution.tsx").then((file) => file.RatingSolution)),
  wordcloud: later(() => import("./kinds/wordcloud-solution.tsx").then((file) => file.WordcloudSolution)),
} satisfies Record<RareKind, Later<ComponentType<SolutionProps>>>;

export function isRare(kind: string): kind is RareKind {
  return kind in RARE_PADS;
}

export function preloadKind(kind: string | undefined): void {
  if (kind === undefined || !isRare(kind)) return;
  void RARE_PADS[kind].fetch();
  void RARE_SOLUTIONS[kind].fetch();
}
