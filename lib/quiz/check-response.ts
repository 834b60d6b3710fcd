import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { kindOf, type Question } from "./kinds/registry.ts";
import type { Response } from "./response.ts";

/** The response in the one form it is stored in, or a refusal that says what the question takes and what was given. */
export function checkResponse(question: Question, response: Response): Result<Response, Refusal> {
  const kind = kindOf(question);
  const problem = kind.problem(question, response);
  if (problem !== null) return refuse("invalid_response", problem);
  return ok(withoutMinusZero(kind.canonical?.(question, response) ?? response));
}

/** JSON can bring −0, which equals 0 and still is another value. */
function withoutMinusZero(response: Response): Response {
  if ("choice" in response) return { choice: response.choice + 0 };
  if ("choices" in response) return { choices: response.choices.map((choice) => choice + 0) };
  if ("match" in response) return { match: response.match.map((group) => group + 0) };
  if ("order" in response) return { order: response.order.map((item) => item + 0) };
  return response;
}
