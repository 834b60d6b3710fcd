import { z } from "zod";
import { cleanLine } from "../../clean-text.ts";
import { draftFields, LIMITS, pointsField, questionFields, requiredText } from "../../fields.ts";
import type { Bar, Grade, QuestionKind, ResponseCount } from "../../kind.ts";
import { describeResponse } from "../../response.ts";
import { normalizeText } from "./normalize.ts";
import { isTypoOf } from "./typos.ts";

const { min, max } = LIMITS.accepted;

/** The longest response the wire format carries (lib/quiz/response.ts). */
const MAX_RESPONSE = 200;

/** More bars than this no longer fit a presenter screen. */
const MAX_BARS = 8;

export const textSchema = z.strictObject({
  kind: z.literal("text"),
  ...questionFields,
  points: pointsField,
  accepted: z
    .array(
      requiredText(LIMITS.acceptedText, "Write an answer, or remove this one."),
      "List the accepted answers.",
    )
    .min(min, "Give at least one accepted answer.")
    .max(max, `At most ${max} accepted answers can be given.`)
    .describe("Compared without regard to case, accents, punctuation and spaces."),
  typoTolerance: z
    .boolean("Use true or false.")
    .default(false)
    .describe("Forgive one slip in answers of 5 or more characters, two from 10 on; never in digits."),
});

export type TextQuestion = z.infer<typeof textSchema>;

export const text = {
  kind: "text",
  label: "Type the answer",
  schema: textSchema,
  draft: () => ({ kind: "text", ...draftFields, points: 1, accepted: [""], typoTolerance: true }),
  scored: true,
  composed: true,
  freeze: (question) => question,
  options: () => [],
  problem(_question, response) {
    if ("text" in response && response.text.length <= MAX_RESPONSE && oneLine(response.text) !== "")
      return null;
    return `This question takes a typed answer, {"text": "…"} of 1 to ${MAX_RESPONSE} characters; given was ${describeResponse(response)}.`;
  },
  canonical: (_question, response) => ("text" in response ? { text: oneLine(response.text) } : response),
  grade(question, response): Grade {
    const correct = "text" in response && isAccepted(question, normalizeText(response.text));
    return { correct, fraction: correct ? 1 : 0 };
  },
  key: (question) => ({ accepted: [...question.accepted] }),
  bars,
} satisfies QuestionKind<TextQuestion>;

/** The most frequent answers, spellings merged; the rest are one bar. The biggest right group is always among them. */
function bars(question: TextQuestion, rows: readonly ResponseCount[]): Bar[] {
  const groups = groupBySpelling(question, rows);
  const top = groups.slice(0, MAX_BARS);
  const rest = groups.slice(MAX_BARS);
  const missedRight = rest.findIndex((group) => group.correct);
  if (missedRight >= 0 && !top.some((group) => group.correct)) {
    const [right] = rest.splice(missedRight, 1);
    rest.push(top.pop() as Bar);
    top.push(right as Bar);
  }
  const others = rest.reduce((sum, group) => sum + group.count, 0);
  return others === 0 ? top : [...top, { label: "Other answers", count: others, correct: null }];
}

/** Groups of equal normalized text, most frequent first; each is labelled with its most frequent spelling. */
function groupBySpelling(question: TextQuestion, rows: readonly ResponseCount[]): Bar[] {
  const groups = new Map<string, Bar & { labelCount: number }>();
  for (const row of rows) {
    const { response, count } = row;
    if (!("text" in response)) continue;
    const normalized = normalizeText(response.text);
    const group = groups.get(normalized);
    if (!group) {
      const correct = isAccepted(question, normalized);
      groups.set(normalized, { label: response.text, count, correct, labelCount: count });
      continue;
    }
    group.count += count;
    if (count > group.labelCount) Object.assign(group, { label: response.text, labelCount: count });
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map(({ label, count, correct }) => ({ label, count, correct }));
}

function isAccepted(question: TextQuestion, normalized: string): boolean {
  const accepted = normalizedAccepted(question);
  if (accepted.includes(normalized)) return true;
  return question.typoTolerance && accepted.some((wanted) => isTypoOf(normalized, wanted));
}

/** Ten thousand players answer the same question object within seconds; its accepted answers are normalized once. */
const normalizedByQuestion = new WeakMap<TextQuestion, string[]>();

function normalizedAccepted(question: TextQuestion): string[] {
  let accepted = normalizedByQuestion.get(question);
  if (!accepted) {
    accepted = question.accepted.map(normalizeText);
    normalizedByQuestion.set(question, accepted);
  }
  return accepted;
}

function oneLine(raw: string): string {
  return cleanLine(raw, MAX_RESPONSE);
}
