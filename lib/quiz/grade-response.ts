import { isSame } from "./change-key.ts";
import type { FrozenQuestion } from "./freeze.ts";
import type { Grade } from "./kind.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Response } from "./response.ts";
import type { Surroundings } from "./surroundings.ts";

/** Grades a response as `checkResponse` returned it, by the key and by what was accepted besides after the fact. */
export function gradeResponse(question: FrozenQuestion, response: Response, around?: Surroundings): Grade {
  if (question.alsoRight?.some((each) => isSame(each, response))) return { correct: true, fraction: 1 };
  return kindOf(question).grade(question, response, around);
}
