import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import { PIECE_BYTES } from "../../quiz/media/media-store.ts";
import { MEDIA_FOLDER, QUIZ_ENTRY } from "../own-zip-names.ts";
import { mediaIdsOf } from "./media-of.ts";
import type { Lost, MediaFiles, QuizToWrite, Written } from "./written.ts";
import { utf8 } from "./written.ts";

/** Ovation's own archive: `quiz.json`, and each file that it shows as `media/` and its id. Nothing is lost. */
export async function writeZip({ quiz, media }: QuizToWrite): Promise<Written> {
  const sizes = new Map<string, number>();
  for (const id of mediaIdsOf(quiz)) {
    const size = await media.size(id);
    if (size !== null) sizes.set(id, size);
  }
  return { bytes: zipped(quiz, media, sizes), lost: goneFiles(quiz, sizes) };
}

function goneFiles({ questions }: QuizDraft, sizes: ReadonlyMap<string, number>): Lost[] {
  return questions.flatMap((question, at) =>
    mediaIdsOf({ questions: [question] })
      .filter((id) => !sizes.has(id))
      .map((id) => ({ question: at + 1, what: `The file ${id} is gone, so it is not in the archive.` })),
  );
}

/** Piece by piece, each read when the one before has been taken: a quiz may show a gigabyte of films. */
async function* zipped(
  { title, description, language, questions }: QuizDraft,
  media: MediaFiles,
  sizes: ReadonlyMap<string, number>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const take = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  const text = new ZipDeflate(QUIZ_ENTRY);
  text.mtime = ANY_TIME;
  zip.add(text);
  text.push(utf8(`${JSON.stringify({ title, description, language, questions }, null, 2)}\n`), true);
  yield* take();
  for (const [id, size] of sizes) {
    // Pictures, sounds and films are packed already.
    const entry = new ZipPassThrough(`${MEDIA_FOLDER}${id}`);
    entry.mtime = ANY_TIME;
    zip.add(entry);
    for (let from = 0; from < size; from += PIECE_BYTES) {
      entry.push(await media.piece(id, from / PIECE_BYTES), from + PIECE_BYTES >= size);
      yield* take();
    }
  }
  zip.end();
  yield* take();
}

/** The same quiz is the same file, whenever it is made. */
const ANY_TIME = "2026-01-01T00:00:00Z";
