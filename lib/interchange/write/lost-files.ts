import type { Question } from "../../quiz/kinds/registry.ts";
import { mediaWord } from "./lost.ts";
import { mediaIdsOf } from "./media-of.ts";

/** The files of a question that are missing from the export, because they are gone or too large together. */
export function tellMissing(
  question: Question,
  files: ReadonlyMap<string, unknown>,
  tell: (what: string) => void,
): void {
  for (const id of mediaIdsOf({ questions: [question] }))
    if (!files.has(id) && !id.endsWith(".vtt"))
      tell(`A ${mediaWord(id)} is left out: it is gone, or the file would be too large with it.`);
  if (question.media?.captions?.length) tell("The film’s captions are left out.");
  if (question.media?.transcript) tell("The transcript is left out.");
}
