import { z } from "zod";
import { cleanLine } from "../../clean-text.ts";
import { draftFields, LIMITS, pointsField, questionFields, requiredText } from "../../fields.ts";
import type { Bar, Grade, QuestionKind, ResponseCount } from "../../kind.ts";
import { describeResponse } from "../../response.ts";
import { type AnswerForms, answerForms, isSameAnswer } from "./answer-forms.ts";
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

/** As a session asks it: with the language of its quiz, if that is known. */
export type AskedText = TextQuestion & { language?: string | undefined };

export const text = {
  kind: "text",
  label: "Type the answer",
  schema: textSchema,
  draft: () => ({ kind: "text", ...draftFields, points: 1, accepted: [""], typoTolerance: true }),
  scored: true,
  composed: true,
  freeze: (question, _random, language): AskedText => (language ? { ...question, language } : question),
  options: () => [],
  problem(_question, response) {
    if ("text" in response && response.text.length <= MAX_RESPONSE && oneLine(response.text) !== "")
      return null;
    return `This question takes a typed answer, {"text": "…"} of 1 to ${MAX_RESPONSE} characters; given was ${describeResponse(response)}.`;
  },
  canonical: (_question, response) => ("text" in response ? { text: oneLine(response.text) } : response),
  grade(question: AskedText, response): Grade {
    const correct = "text" in response && isAccepted(question, answerForms(response.text));
    return { correct, fraction: correct ? 1 : 0 };
  },
  key: (question) => ({ accepted: [...question.accepted] }),
  bars,
} satisfies QuestionKind<TextQuestion>;

/** The most frequent answers, spellings merged; the rest are one bar. The biggest right group is always among them. */
function bars(question: AskedText, rows: readonly ResponseCount[]): Bar[] {
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

type Group = Bar & { labelCount: number };

/** Answers that are the same (answer-forms.ts), most frequent first; each is labelled with its most frequent spelling. */
function groupBySpelling(question: AskedText, rows: readonly ResponseCount[]): Bar[] {
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  for (const { response, count } of rows) {
    if (!("text" in response)) continue;
    const given = answerForms(response.text);
    const known = given.forms.find((form) => groupOf.has(form));
    let group = known === undefined ? undefined : groupOf.get(known);
    if (group) {
      group.count += count;
      if (count > group.labelCount) Object.assign(group, { label: response.text, labelCount: count });
    } else {
      const correct = isAccepted(question, given);
      group = { label: response.text, count, correct, labelCount: count };
      groups.push(group);
    }
    for (const form of given.forms) if (!groupOf.has(form)) groupOf.set(form, group);
  }
  return groups
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map(({ label, count, correct }) => ({ label, count, correct }));
}

/** The same answer as one of those accepted, or, if the host forgives slips, a slip of one that is made of words. */
function isAccepted(question: AskedText, given: AnswerForms): boolean {
  const accepted = acceptedForms(question);
  if (accepted.some((wanted) => isSameAnswer(given, wanted))) return true;
  return (
    question.typoTolerance && accepted.some(({ exact, words }) => !exact && isTypoOf(given.words, words))
  );
}

/** Ten thousand players answer the same question object within seconds; its accepted answers are read once. */
const formsByQuestion = new WeakMap<TextQuestion, AnswerForms[]>();

function acceptedForms(question: AskedText): AnswerForms[] {
  let forms = formsByQuestion.get(question);
  if (!forms) {
    forms = question.accepted.map((text) => answerForms(text));
    formsByQuestion.set(question, forms);
  }
  return forms;
}

function oneLine(raw: string): string {
  return cleanLine(raw, MAX_RESPONSE);
}
