import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import { mediaFacts } from "../../quiz/media/media-id.ts";
import { PIECE_BYTES } from "../../quiz/media/media-store.ts";
import type { MediaFiles } from "./written.ts";

/** The files that a quiz shows, each once, in the order they come. */
export function mediaIdsOf({ questions }: Pick<QuizDraft, "questions">): string[] {
  return [...new Set(questions.flatMap(({ id: _, ...question }) => idsIn(question)))];
}

/** Whatever has an `id` inside a question is a file; the question's own names none. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "id" && typeof each === "string" && mediaFacts(each) ? [each] : idsIn(each),
  );
}

export async function wholeFile(media: MediaFiles, id: string, size: number): Promise<Uint8Array> {
  const file = new Uint8Array(size);
  for (let from = 0; from < size; from += PIECE_BYTES)
    file.set(await media.piece(id, from / PIECE_BYTES), from);
  return file;
}

/**
 * As many of the files as `maxBytes` take, by id. Formats that hold their pictures within a document are made whole in
 * memory, by the server and by the program that opens them.
 */
export async function filesWithin(
  media: MediaFiles,
  ids: readonly string[],
  maxBytes: number,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let left = maxBytes;
  for (const id of ids) {
    const size = await media.size(id);
    if (size === null || size > left) continue;
    files.set(id, await wholeFile(media, id, size));
    left -= size;
  }
  return files;
}
