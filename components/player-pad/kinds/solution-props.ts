import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { Reveal } from "#lib/session/reports/view.ts";

export interface SolutionProps {
  question: PublicQuestion;
  reveal: Reveal;
  response: Response | null;
}
