import { ReadableStream } from "node:stream/web";
import { EXPORT_NAMES } from "../../interchange/export-names.ts";
import { writeQuiz } from "../../interchange/write/formats.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { call } from "../call.ts";
import { attachment } from "../files/attachment.ts";
import { operations } from "../operations.ts";

export const exportQuiz = call(operations.exportQuiz, async ({ runtime, account, params, query }) => {
  const stored = await runtime.quizzes.get(account.workspaceId, params.id);
  if (!stored) return refuse("quiz_not_found");
  const { fileName, mediaType, bytes, lost } = await writeQuiz(query.format, stored.quiz, runtime.media);
  if (query.lost === "true") return ok({ lost });
  const { ending } = EXPORT_NAMES[query.format];
  const headers = {
    "content-type": mediaType,
    "content-disposition": attachment(fileName.slice(0, -ending.length), ending),
    "cache-control": "no-store",
  };
  if (!(bytes instanceof Uint8Array)) return new Response(ReadableStream.from(bytes) as never, { headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "content-length": String(bytes.byteLength) },
  });
});
