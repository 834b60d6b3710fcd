import { z } from "zod";
import type { Found, FoundQuestion, FoundQuiz } from "../found.ts";
import { hasMarkSigns } from "../found-text.ts";
import type { Source } from "../source/source.ts";

/** Razzia (Rahoot before): a JSON file a quiz, with indexes of the right answers; older files have one, as `solution`. */
const fileSchema = z.object({
  subject: z.string(),
  gameMode: z.string().optional(),
  questions: z.array(z.unknown()),
});
const indexes = z.union([z.array(z.number()), z.number().transform((index) => [index])]).optional();
const questionSchema = z.object({
  question: z.string(),
  type: z.string().default("single"),
  answers: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
  solutions: indexes,
  solution: indexes,
  time: z.number().optional(),
  media: z.unknown().optional(),
  image: z.unknown().optional(),
  options: z
    .object({ inputMode: z.string(), min: z.number(), max: z.number(), step: z.number(), margin: z.number() })
    .partial()
    .optional()
    .catch(undefined),
});

export function isRazzia({ json }: Source): boolean {
  const file = fileSchema.safeParse(json);
  return file.success && file.data.questions.some((each) => questionSchema.safeParse(each).success);
}

export function readRazzia({ json }: Source): FoundQuiz[] {
  const file = fileSchema.safeParse(json);
  if (!file.success) return [];
  const { subject, gameMode, questions } = file.data;
  return [{ title: subject, found: questions.map((raw, at) => foundOf(raw, at + 1, gameMode === "survey")) }];
}

function foundOf(raw: unknown, row: number, survey: boolean): Found {
  const parsed = questionSchema.safeParse(raw);
  if (!parsed.success)
    return {
      row,
      given: JSON.stringify(raw)?.slice(0, 300) ?? "",
      refusal: "This is not a Razzia question.",
    };
  const { question: prompt, answers, time, media, image } = parsed.data;
  const changes: string[] = [];
  if (media || image) changes.push("The picture, sound or film was left out; add it again.");
  if (time !== undefined && time <= 0)
    changes.push("It has no time limit there; it became 600 s, the longest there is.");
  const own = ownOf(parsed.data, survey);
  const given = [prompt, ...answers].join(" · ");
  if (typeof own === "string") return { row, given, refusal: own, changes };
  return {
    row,
    given,
    changes,
    question: {
      prompt,
      ...own,
      ...(time === undefined ? {} : { timeLimitMs: time <= 0 ? 600_000 : time * 1000 }),
      plainText: hasMarkSigns(prompt, ...answers),
    },
  };
}

function ownOf(
  { type, answers, solutions, solution, options }: z.output<typeof questionSchema>,
  survey: boolean,
): Omit<FoundQuestion, "prompt"> | string {
  const right = solutions ?? solution ?? [];
  switch (type) {
    case "single":
    case "multi":
    case "multiple": {
      if (survey) return { kind: "poll", options: answers.map((text) => ({ text })) };
      const marked = answers.map((text, at) => ({ text, correct: right.includes(at) }));
      return { kind: type !== "single" || right.length > 1 ? "multiple" : "single", options: marked };
    }
    case "estimation": {
      const [correct] = right;
      if (correct === undefined) return "The right number is missing.";
      const { inputMode, min = 0, max = 100, step = 1, margin = 0 } = options ?? {};
      if (inputMode === "slider") return { kind: "slider", fields: { min, max, step, correct, margin } };
      return { kind: "number", fields: { correct, tolerance: margin } };
    }
    default:
      return `There is no kind here for Razzia’s “${type.slice(0, 40)}”.`;
  }
}
