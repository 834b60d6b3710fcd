import { z } from "zod";
import { cleanLine } from "../../clean-text.ts";
import { draftFields, LIMITS, pointsField, questionFields, requiredText } from "../../fields.ts";
import type { Grade, QuestionKind, ResponseCount } from "../../kind.ts";
import { OTHER_ANSWERS } from "../../other-answers.ts";
import type { Bar } from "../../public-shapes.ts";
import { describeResponse } from "../../response.ts";
import { NO_SURROUNDINGS, type Surroundings } from "../../surroundings.ts";
import { type AnswerForms, answerForms, isSameAnswer } from "./answer-forms.ts";
import { type Judged, judgedOf } from "./judged.ts";
import { nearMisses } from "./near-misses.ts";
import { isNearer, isSlipOf, spelled } from "./slips.ts";

const { min, max } = LIMITS.accepted;
const notAcceptedMax = LIMITS.notAccepted;

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
    .describe(
      "Words are compared without regard to case, accents, punctuation and spaces; numbers by value, formulas sign by sign, units by name.",
    ),
  typoTolerance: z
    .boolean("Use true or false.")
    .default(false)
    .describe(
      "Forgive one slip in a word of 5 or more letters, two from 10 on: a letter missing, too many, replaced or swapped. Never in digits, in the first letter or a prefix, or where it makes another word.",
    ),
  notAccepted: z
    .array(requiredText(LIMITS.acceptedText, "Write an answer, or remove this one."), "List the answers.")
    .max(notAcceptedMax, `At most ${notAcceptedMax} answers can be ruled out.`)
    .optional()
    .describe("Answers that are wrong, however close they are: they are never forgiven as a slip."),
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
  grade(question: AskedText, response, around): Grade {
    const correct = "text" in response && isRight(question, response.text, around);
    return { correct, fraction: correct ? 1 : 0 };
  },
  key: (question) => ({ accepted: [...question.accepted] }),
  bars,
  nearMisses: (question: AskedText, rows) => nearMisses(judgedBy(question), rows, question.language),
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
  return others === 0 ? top : [...top, { label: OTHER_ANSWERS, count: others, correct: null }];
}

type Group = Bar & { labelCount: number };

/** Answers that are the same (answer-forms.ts), most frequent first; each is labelled with its most frequent spelling. */
function groupBySpelling(question: AskedText, rows: readonly ResponseCount[]): Bar[] {
  const judged = judgedBy(question);
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  for (const { response, count, correct: graded = 0 } of rows) {
    if (!("text" in response)) continue;
    const given = answerForms(response.text, question.language);
    // Whether a slip was forgiven is asked once, when the answer comes; the stored grade knows.
    const correct = graded > 0 || isAccepted(judged, given);
    // One answer may be read in two ways, of which one is right: right and wrong ones are never together.
    const keys = given.forms.map((form) => `${correct} ${form}`);
    const known = keys.find((key) => groupOf.has(key));
    const group = groupOf.get(known ?? "") ?? { label: response.text, count: 0, correct, labelCount: 0 };
    group.count += count;
    if (count > group.labelCount) Object.assign(group, { label: response.text, labelCount: count });
    if (known === undefined) groups.push(group);
    for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group);
  }
  return groups
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map(({ label, count, correct }) => ({ label, count, correct }));
}

/** The same answer as one of those accepted, or, if the host forgives slips, a slip of one that is made of words. */
function isRight(question: AskedText, raw: string, around: Surroundings = NO_SURROUNDINGS): boolean {
  const judged = judgedBy(question);
  const forms = answerForms(raw, question.language);
  if (isAccepted(judged, forms)) return !isSpelledAsRuledOut(question, raw);
  if (!question.typoTolerance || judged.ruledOut.some((wrong) => isSameAnswer(forms, wrong.forms)))
    return false;
  const given = spelled(raw, forms.words);
  return judged.accepted.some(
    (right) =>
      !right.forms.exact &&
      isSlipOf(given, right, around, question.language) &&
      !judged.ruledOut.some((wrong) => isNearer(given, wrong, right)),
  );
}

/** Accents make no difference, but where the author has ruled a spelling out, they do: Mutter, not Mütter. */
function isSpelledAsRuledOut({ accepted, notAccepted = [] }: AskedText, raw: string): boolean {
  const given = asSpelled(raw);
  return (
    notAccepted.some((wrong) => asSpelled(wrong) === given) &&
    !accepted.some((right) => asSpelled(right) === given)
  );
}

function asSpelled(text: string): string {
  return oneLine(text).normalize("NFC").toLowerCase();
}

function isAccepted({ accepted }: Judged, given: AnswerForms): boolean {
  return accepted.some(({ forms }) => isSameAnswer(given, forms));
}

/** Ten thousand players answer the same question object within seconds; its answers are read once. */
const judgedByQuestion = new WeakMap<AskedText, Judged>();

function judgedBy(question: AskedText): Judged {
  let judged = judgedByQuestion.get(question);
  if (!judged) {
    judged = judgedOf(question);
    judgedByQuestion.set(question, judged);
  }
  return judged;
}

function oneLine(raw: string): string {
  return cleanLine(raw, MAX_RESPONSE);
}
