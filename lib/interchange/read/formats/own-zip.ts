import { mediaFacts } from "../../../quiz/media/media-id.ts";
import { MEDIA_FOLDER, QUIZ_ENTRY } from "../../own-zip-names.ts";
import type { Found, FoundQuiz } from "../found.ts";
import { decodeText } from "../source/decode-text.ts";
import type { Archive } from "../source/safe-zip.ts";
import type { Source } from "../source/source.ts";
import { Unreadable } from "../unreadable.ts";
import { isOwnJson, readOwnJson } from "./own-json.ts";

/** Ovation's own archive: a quiz as JSON, and the files that it shows by their ids (lib/interchange/write/zip.ts). */
export function isOwnZip({ archive }: Source): boolean {
  return archive?.names.includes(QUIZ_ENTRY) ?? false;
}

export async function readOwnZip(source: Source): Promise<FoundQuiz[]> {
  const archive = source.archive as Archive;
  const { text } = decodeText((await archive.file(QUIZ_ENTRY)) ?? new Uint8Array());
  const inside = { ...source, text, json: jsonOf(text) };
  if (!isOwnJson(inside)) throw new Unreadable(`“${QUIZ_ENTRY}” in this archive is no quiz of ours.`);
  const quizzes = readOwnJson(inside);
  const names = new Set(archive.names);
  const media = new Map<string, Uint8Array>();
  for (const name of names) {
    const id = name.startsWith(MEDIA_FOLDER) ? name.slice(MEDIA_FOLDER.length) : "";
    const bytes = mediaFacts(id) ? await archive.file(name) : null;
    if (bytes) media.set(id, bytes);
  }
  return quizzes.map((quiz) => ({
    ...quiz,
    media,
    found: quiz.found.map((found) => withoutMissing(found, media)),
  }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The question without the files that did not come along: nothing is shown that could vanish some day. */
function withoutMissing(found: Found, media: ReadonlyMap<string, unknown>): Found {
  const missing: string[] = [];
  const whole = without(found.whole, media, missing);
  if (missing.length === 0) return found;
  const changes = missing.map((id) => `The file “${id}” is not in the archive and was left out.`);
  return { ...found, whole, changes: [...(found.changes ?? []), ...changes] };
}

/** Whatever has the id of a file inside a question is a file; the question's own id names none. */
function without(value: unknown, media: ReadonlyMap<string, unknown>, missing: string[]): unknown {
  if (Array.isArray(value))
    return value.map((each) => without(each, media, missing)).filter((each) => each !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const { id } = value as { id?: unknown };
  if (typeof id === "string" && mediaFacts(id) && !media.has(id)) {
    missing.push(id);
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, without(each, media, missing)] as const)
      .filter(([, each]) => each !== undefined),
  );
}
