import { expect, test } from "vitest";
import { directionIn } from "#components/rich-text/quiz-language.ts";
import { directionOfTag, languageTag } from "#lib/language/tags.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";

const quiz = (language: unknown) => ({
  title: "T",
  language,
  questions: [{ kind: "poll", prompt: "?", options: [{ text: "a" }, { text: "b" }] }],
});

test("[QL1] a quiz names its language by a tag, kept in one form; what is no tag is a problem", () => {
  expect(parseQuiz(quiz("PT-br"))).toMatchObject({ ok: true, value: { language: "pt-BR" } });
  expect(parseQuiz(quiz(undefined)).ok).toBe(true);
  expect(parseQuiz(quiz("not a tag"))).toMatchObject({
    ok: false,
    error: { problems: [{ path: "language" }] },
  });
  expect(languageTag("")).toBeNull();
});

test("[QL1] languages and scripts that run from right to left are known", () => {
  expect(["ar", "he-IL", "fa", "ur", "pa-Arab", "dv"].map(directionOfTag)).toEqual(Array(6).fill("rtl"));
  expect(["en", "vi", "ja", "az-Latn", "pa"].map(directionOfTag)).toEqual(Array(5).fill("ltr"));
});

test("[QL2] a sentence of such a language runs its way also when it begins with a foreign name", () => {
  expect(directionIn("ar", "HTML هي لغة")).toBe("rtl");
  expect(directionIn("ar", "WhatsApp!")).toBe("auto");
  expect(directionIn("en", "ما معنى HTML؟")).toBe("auto");
  expect(directionIn(undefined, "HTML هي لغة")).toBe("auto");
});
