import type { z } from "zod";
import { type Refusal, type RefusalCode, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { plainMessage, problemsOf } from "../quiz/problems.ts";

/** Far above any honest body but a long quiz. */
export const BODY_MAX_BYTES = 256 * 1024;

export interface BodyRules<Schema extends z.ZodType> {
  schema: Schema;
  refusal?: RefusalCode | undefined;
  maxBytes?: number | undefined;
}

/** Reads a JSON body by a schema. Never more than the limit is held, whatever the headers claim. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  { schema, refusal = "bad_request", maxBytes = BODY_MAX_BYTES }: BodyRules<Schema>,
): Promise<Result<z.output<Schema>, Refusal>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    const given = type === "" ? "there is none" : `it is “${type.slice(0, 80)}”`;
    return refuse("bad_request", `Send JSON with the header “Content-Type: application/json”; ${given}.`);
  }
  const text = await readText(request, maxBytes);
  if (text === null)
    return refuse("payload_too_large", `A body here can have at most ${maxBytes / 1024} KiB.`);
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

/** Fits input to a schema, or tells everything that does not fit. */
export function parseBy<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  code: RefusalCode = "bad_request",
): Result<z.output<Schema>, Refusal> {
  const parsed = schema.safeParse(input, { error: plainMessage });
  if (parsed.success) return ok(parsed.data);
  const problems = problemsOf(parsed.error);
  const [first] = problems;
  if (code === "invalid_quiz") {
    const count =
      problems.length === 1
        ? "one problem that must be mended"
        : `${problems.length} problems that must be mended`;
    return refuse(code, `The quiz has ${count} first.`, problems);
  }
  return refuse(code, first ? `${first.path ? `${first.path}: ` : ""}${first.message}` : undefined, problems);
}

async function readText(request: Request, maxBytes: number): Promise<string | null> {
  return (await readBytes(request, maxBytes))?.toString("utf8") ?? null;
}

/** The body as it is; null if there is more than the limit. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
