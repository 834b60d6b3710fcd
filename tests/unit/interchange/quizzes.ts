import fc from "fast-check";
import type { MediaFiles } from "#lib/interchange/write/written.ts";
import type { Question } from "#lib/quiz/kinds/registry.ts";
import { parseQuiz, type Quiz, type QuizInput } from "#lib/quiz/quiz.ts";
import { anyQuestion } from "../quiz/arbitraries.ts";

export const NO_FILES: MediaFiles = {
  size: async () => null,
  piece: () => Promise.reject(new Error("There are no files.")),
};

/** Texts that look like signs of some format, or like a formula to a spreadsheet. */
export const oddText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      "=1+1",
      "@sum",
      "+49",
      "-x",
      "'=a",
      "''-b",
      "{a}",
      "a ~ b = c",
      "# 1: 2",
      "a -> b",
      "C:\\new",
      "%50%",
    ),
    fc.constantFrom(
      "<b>&amp;",
      "A. Lincoln",
      "ANSWER: A",
      "a;b,c",
      '"quoted"',
      "::t::",
      "// no",
      "]]>",
      "x\n=y",
      "$CATEGORY: x",
    ),
    fc.stringMatching(/^[a-zA-Zäß东é ;,.!?=+@-]{1,20}$/),
  )
  .map((text) => text.replace(/ +/g, " ").trim())
  .filter((text) => text !== "");

/** Quizzes of the kinds given, with odd texts as prompts. */
export function quizzesOf(...kinds: readonly Question["kind"][]): fc.Arbitrary<Quiz> {
  return fc
    .record({
      title: oddText.map((text) => text.replace(/\s+/g, " ")),
      questions: fc.array(
        fc
          .tuple(
            anyQuestion.filter(({ kind }) => kinds.includes(kind)),
            oddText,
            fc.option(oddText, { nil: undefined }),
          )
          .map(([question, prompt, explanation]) => ({
            ...question,
            prompt,
            ...(explanation === undefined ? {} : { explanation }),
          })),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map((input) => quiz(input as QuizInput));
}

export function quiz(input: QuizInput): Quiz {
  const parsed = parseQuiz(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.problems));
  return parsed.value;
}

export function textOf(bytes: Uint8Array | AsyncIterable<Uint8Array>): string {
  if (!(bytes instanceof Uint8Array)) throw new Error("not whole");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

export async function wholeOf(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (bytes instanceof Uint8Array) return bytes;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** One question of every kind, each with something that only some formats can carry. */
export const everyKind = quiz({
  title: "Every kind",
  description: "All there is.",
  language: "en",
  questions: [
    {
      kind: "single",
      prompt: "What is the capital of France?",
      options: [{ text: "Paris", correct: true }, { text: "Lyon" }, { text: "Nice" }],
      explanation: "Since 987.",
      timeLimitMs: 45_000,
      points: 2,
    },
    {
      kind: "multiple",
      prompt: "Which are primes?",
      options: [
        { text: "2", correct: true },
        { text: "3", correct: true },
        { text: "4" },
        { text: "6" },
        { text: "8" },
      ],
      showPick: true,
    },
    { kind: "truefalse", prompt: "Water boils at 100 °C.", correct: true },
    {
      kind: "text",
      prompt: "Who wrote Faust?",
      accepted: ["Goethe", "Johann Wolfgang Goethe"],
      typoTolerance: true,
    },
    { kind: "number", prompt: "How high is Everest?", correct: 8849, tolerance: 10, unit: "m" },
    {
      kind: "slider",
      prompt: "How many percent is water?",
      min: 0,
      max: 100,
      step: 5,
      correct: 70,
      margin: 5,
    },
    { kind: "order", prompt: "From small to large", items: ["ant", "cat", "horse"] },
    {
      kind: "match",
      prompt: "Which country?",
      pairs: [
        { item: "Rome", group: "Italy" },
        { item: "Milan", group: "Italy" },
        { item: "Bonn", group: "Germany" },
      ],
    },
    {
      kind: "pin",
      prompt: "Where is Berlin?",
      media: { id: "0123456789abcdefghij-400x300.png", alt: "A map" },
      targets: [{ x: 0.5, y: 0.25, radius: 0.1 }],
    },
    { kind: "poll", prompt: "Tea or coffee?", options: [{ text: "Tea" }, { text: "Coffee" }] },
    { kind: "rating", prompt: "How was it?", scale: 5, lowLabel: "bad", highLabel: "good" },
    { kind: "wordcloud", prompt: "One word", maxEntries: 2 },
    { kind: "slide", prompt: "Now the break", text: "Back at ten." },
  ],
});
