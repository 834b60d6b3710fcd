import { type ComponentType, lazy } from "react";
import type { AnswerPadProps } from "./pad-parts.ts";
import type { SolutionProps } from "./solution.tsx";

/**
 * Kinds that most quizzes do without. What draws them is loaded when such a question is announced: the page stays light,
 * and by the time the question opens its pad is there.
 */
const PADS = {
  slider: load<AnswerPadProps>(() => import("./slider-pad.tsx").then((file) => file.SliderPad)),
  rating: load<AnswerPadProps>(() => import("./rating-pad.tsx").then((file) => file.RatingPad)),
  wordcloud: load<AnswerPadProps>(() => import("./wordcloud-pad.tsx").then((file) => file.WordcloudPad)),
};

export type RareKind = keyof typeof PADS;

const SOLUTIONS = {
  slider: load<SolutionProps>(() => import("./slider-solution.tsx").then((file) => file.SliderSolution)),
  rating: load<SolutionProps>(() => import("./rating-solution.tsx").then((file) => file.RatingSolution)),
  wordcloud: load<SolutionProps>(() =>
    import("./wordcloud-solution.tsx").then((file) => file.WordcloudSolution),
  ),
} satisfies Record<RareKind, unknown>;

export const RARE_PADS = {
  slider: lazy(PADS.slider),
  rating: lazy(PADS.rating),
  wordcloud: lazy(PADS.wordcloud),
};
export const RARE_SOLUTIONS = {
  slider: lazy(SOLUTIONS.slider),
  rating: lazy(SOLUTIONS.rating),
  wordcloud: lazy(SOLUTIONS.wordcloud),
};

export function isRare(kind: string): kind is RareKind {
  return kind in PADS;
}

export function preloadKind(kind: string | undefined): void {
  if (kind === undefined || !isRare(kind)) return;
  void PADS[kind]();
  void SOLUTIONS[kind]();
}

const RETRY_MS = 1_000;

/** As `lazy` wants it. Never fails: without a connection it keeps asking, as an answer keeps being sent. */
function load<Props>(component: () => Promise<ComponentType<Props>>) {
  return async (): Promise<{ default: ComponentType<Props> }> => {
    for (;;) {
      try {
        return { default: await component() };
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };
}
