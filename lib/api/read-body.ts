import type { z } from "zod";
import { BODY_MAX_BYTES } from "../http/body-size.ts";
import { hasManyKeys, KEYS_MAX } from "../kernel/many-keys.ts";
import { nestsDeeperThan } from "../kernel/nesting.ts";
import { type Refusal, type RefusalCode, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { plainMessage, problemsOf, unfitQuiz } from "../quiz/problems.ts";
import type { CallRequest } from "./call-request.ts";

/** The deepest of ours, a quiz, has seven. */
const NESTING_MAX = 32;

export interface BodyRules<Schema extends z.ZodType> {
  schema: Schema;
  refusal?: RefusalCode | undefined;
  maxBytes?: number | undefined;
}

/** Reads a JSON body by a schema. Never more than the limit is held, whatever the headers claim. */
export async function readBody<Schema extends z.ZodType>(
  request: Pick<CallRequest, "headers" | "bytes">,
  { schema, refusal = "bad_request", maxBytes = BODY_MAX_BYTES }: BodyRules<Schema>,
): Promise<Result<z.output<Schema>, Refusal>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    const given = type === "" ? "there is none" : `it is “${type.slice(0, 80)}”`;
    return refuse("bad_request", `Send JSON with the header “Content-Type: application/json”; ${given}.`);
  }
  const bytes = await request.bytes(maxBytes);
  if (bytes === null)
    return refuse("payload_too_large", `A body here can have at most ${maxBytes / 1024} KiB.`);
  const text = bytes.toString("utf8");
  if (nestsDeeperThan(text, NESTING_MAX))
    return refuse("bad_request", `The body is nested deeper than ${NESTING_MAX} levels.`);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message.slice(0, 120) : "";
    return refuse(
      "bad_request",
      text.trim() === "" ? "The body is empty; send JSON." : `The body is not JSON: ${where}`,
    );
  }
  return parseBy(schema, input, refusal);
}

const MANY_KEYS = `No object here has more than ${KEYS_MAX} fields.`;

/** Fits input to a schema, or tells everything that does not fit. */
export function parseBy<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  code: RefusalCode = "bad_request",
): Result<z.output<Schema>, Refusal> {
  if (hasManyKeys(input)) return refuse("bad_request", MANY_KEYS);
  const parsed = schema.safeParse(input, { error: plainMessage });
  if (parsed.success) return ok(parsed.data);
  const problems = problemsOf(parsed.error);
  const [first] = problems;
  if (code === "invalid_quiz") return unfitQuiz(problems);
  return refuse(code, first ? `${first.path ? `${first.path}: ` : ""}${first.message}` : undefined, problems);
}
