import { z } from "zod";
import { hasManyKeys } from "../../../kernel/many-keys.ts";
import { languageTag } from "../../../language/tags.ts";
import { kindNames } from "../../../quiz/kinds/registry.ts";
import type { Found, FoundQuiz } from "../found.ts";
import type { Source } from "../source/source.ts";
import { refuseMany } from "../unreadable.ts";

/** A quiz as `GET /quizzes/{id}` and the export give it, several as `{ "quizzes": […] }` or a list. */
const quizSchema = z.object({
  title: z.string().default(""),
  description: z.string().nullish(),
  language: z.string().nullish(),
  questions: z.array(z.unknown()),
});

export function isOwnJson({ json }: Source): boolean {
  const quizzes = quizzesIn(json).map((quiz) => quizSchema.safeParse(quiz));
  return (
    quizzes.length > 0 &&
    quizzes.every(({ success }) => success) &&
    quizzes.some(({ data }) => data?.questions.some(isOurs))
  );
}

export function readOwnJson({ json }: Source): FoundQuiz[] {
  return quizzesIn(json).flatMap((quiz) => {
    const parsed = quizSchema.safeParse(quiz);
    if (!parsed.success) return [];
    const { title, description, language, questions } = parsed.data;
    refuseMany(questions.length);
    const tag = language ? languageTag(language) : null;
    return {
      title,
      ...(description ? { description } : {}),
      ...(tag ? { language: tag } : {}),
      found: questions.map(foundOf),
      messages:
        language && !tag ? [`“${language.slice(0, 40)}” is no tag of a language and was left out.`] : [],
    };
  });
}

function quizzesIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const { quizzes } = (json ?? {}) as { quizzes?: unknown };
  return Array.isArray(quizzes) ? quizzes.map(unwrapped) : json === undefined ? [] : [json];
}

/** What a dry run replied may be sent back as it is. */
function unwrapped(quiz: unknown): unknown {
  return typeof quiz === "object" && quiz !== null && "quiz" in quiz ? quiz.quiz : quiz;
}

function isOurs(question: unknown): boolean {
  const kind = (question as { kind?: unknown } | null)?.kind;
  return kindNames.some((name) => name === kind);
}

function foundOf(question: unknown, at: number): Found {
  const prompt = (question as { prompt?: unknown } | null)?.prompt;
  const given = typeof prompt === "string" ? prompt : (JSON.stringify(question)?.slice(0, 300) ?? "");
  if (hasManyKeys(question))
    return { row: at + 1, given, refusal: "It has more fields than any question has." };
  return { row: at + 1, given, whole: question };
}
