import type { Response } from "#lib/quiz/response.ts";
import type { PublicQuestionView, Reveal } from "#lib/session/reports/view.ts";

export interface SolutionProps {
  question: PublicQuestionView;
  reveal: Reveal;
  response: Response | null;
}
