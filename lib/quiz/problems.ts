import type { z } from "zod";
import { hasManyKeys, KEYS_MAX } from "../kernel/many-keys.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";

/** Something wrong in what was sent: where (`questions[2].options`), and a sentence for its author. */
export interface Problem {
  path: string;
  message: string;
}

/** Sentences for what the schemas leave to the default; pass it to `safeParse` as `error`. */
export const plainMessage: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== "invalid_type") return undefined;
  if (issue.input === undefined) return "This is missing.";
  return `This must be ${EXPECTED[issue.expected] ?? issue.expected}.`;
};

const EXPECTED: Record<string, string> = {
  object: "an object",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** Fits a quiz to a schema, or tells everything that does not fit. */
export function fitsQuiz<T>(schema: z.ZodType<T>, input: unknown): Result<T, Refusal> {
  if (hasManyKeys(input)) return refuse("bad_request", `Nothing in a quiz has more than ${KEYS_MAX} fields.`);
  const parsed = schema.safeParse(input, { error: plainMessage });
  return parsed.success ? ok(parsed.data) : unfitQuiz(problemsOf(parsed.error));
}

export function unfitQuiz(problems: Problem[]): { ok: false; error: Refusal } {
  const count =
    problems.length === 1
      ? "one problem that must be fixed"
      : `${problems.length} problems that must be fixed`;
  return refuse("invalid_quiz", `The quiz has ${count} first.`, problems);
}

/** All problems of a failed parse; each unknown field is one of its own. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ path: pathText(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: `“${key}” is not a field that belongs here.`,
    }));
  });
}

/** `questions[2].media.id` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");
}
