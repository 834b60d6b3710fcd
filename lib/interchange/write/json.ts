import { mediaIdsOf } from "./media-of.ts";
import type { QuizToWrite, Written } from "./written.ts";
import { utf8 } from "./written.ts";

/** The quiz as `POST /quizzes` takes it, nothing of the store around it. */
export function writeJson({ quiz }: QuizToWrite): Written {
  const { title, description, language, questions } = quiz;
  const lost =
    mediaIdsOf(quiz).length > 0
      ? [
          {
            question: null,
            what: "Pictures, sounds and films are named but not in the file. The Ovation zip has them.",
          },
        ]
      : [];
  return { bytes: utf8(`${JSON.stringify({ title, description, language, questions }, null, 2)}\n`), lost };
}
