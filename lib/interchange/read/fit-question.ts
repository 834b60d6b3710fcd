import { parseDraft, type QuestionDraft } from "../../quiz/drafts/quiz-draft.ts";
import { LIMITS } from "../../quiz/fields.ts";
import { type Question, questionSchema } from "../../quiz/kinds/registry.ts";
import { type Problem, plainMessage, problemsOf } from "../../quiz/problems.ts";
import type { FoundOption, FoundQuestion } from "./found.ts";
import { shortened, tidyText } from "./found-text.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** A question that can be asked, with what had to be changed for it; or why not, and what there is of it to mend. */
export type Fitted =
  | { question: Question; changes: string[] }
  | { question: null; problems: string[]; draft: QuestionDraft | null };

/**
 * Fits what a file says to what a question can be. What is too much beside the question itself is left out and said; what
 * changes its sense, such as a cut prompt, is never done: such a question is refused with its draft.
 */
export function fitQuestion(found: FoundQuestion): Fitted {
  if (lengthOf(found) > IMPORT_LIMITS.questionText) {
    const most = IMPORT_LIMITS.questionText.toLocaleString("en");
    return { question: null, problems: [`The question is longer than ${most} characters.`], draft: null };
  }
  const changes: string[] = [];
  const input = {
    kind: found.kind,
    prompt: tidyText(found.prompt),
    ...timeOf(found, changes),
    ...pointsOf(found, changes),
    ...explanationOf(found, changes),
    ...(found.plainText ? { plainText: true } : {}),
    ...(found.options ? { options: fitOptions(found, found.options, changes) } : {}),
    ...(found.accepted ? { accepted: fitAccepted(found.accepted, changes) } : {}),
    ...(found.items ? { items: found.items.map(tidyText).filter(Boolean) } : {}),
    ...(found.pairs ? { pairs: fitPairs(found.pairs, changes) } : {}),
    ...found.fields,
  };
  const parsed = questionSchema.safeParse(input, { error: plainMessage });
  if (parsed.success) return { question: parsed.data as Question, changes };
  return { question: null, problems: problemsOf(parsed.error).map(inWords(input)), draft: draftOf(input) };
}

/** A question in the product's own shape: nothing of it is changed. */
export function fitWhole(input: unknown): Fitted {
  const parsed = questionSchema.safeParse(input, { error: plainMessage });
  if (parsed.success) return { question: parsed.data as Question, changes: [] };
  return {
    question: null,
    problems: problemsOf(parsed.error)
      .slice(0, 20)
      .map(inWords(input ?? {})),
    draft: draftOf(input),
  };
}

function lengthOf({
  prompt,
  explanation = "",
  options = [],
  accepted = [],
  items = [],
  pairs = [],
}: FoundQuestion) {
  const texts = [
    ...[prompt, explanation, ...accepted, ...items],
    ...options.map(({ text }) => text),
    ...pairs.flatMap(({ item, group }) => [item, group]),
  ];
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function timeOf({ timeLimitMs }: FoundQuestion, changes: string[]) {
  if (timeLimitMs === undefined) return {};
  const { min, max } = LIMITS.timeLimitMs;
  const fitted = Math.min(Math.max(Math.round(timeLimitMs), min), max);
  if (fitted !== Math.round(timeLimitMs)) {
    const end = fitted === max ? "the longest there is" : "the shortest there is";
    changes.push(`The time limit of ${seconds(timeLimitMs)} became ${seconds(fitted)}, ${end}.`);
  }
  return { timeLimitMs: fitted };
}

const seconds = (ms: number) => `${Number((ms / 1000).toPrecision(6))} s`;

/** Polls and the like take no points, whatever their file says. */
function pointsOf({ points, kind }: FoundQuestion, changes: string[]) {
  if (points === undefined || UNSCORED.has(kind)) return {};
  const fitted = points <= 0 ? 0 : points < 2 ? 1 : 2;
  if (fitted !== points) changes.push(`Points of ${points} became ${fitted}; there are 0, 1 and 2.`);
  return { points: fitted };
}

const UNSCORED = new Set<string>(["poll", "rating", "wordcloud", "slide"]);

function explanationOf({ explanation }: FoundQuestion, changes: string[]) {
  const text = tidyText(explanation ?? "");
  if (text === "") return {};
  if (text.length <= LIMITS.explanation) return { explanation: text };
  changes.push(
    `The explanation of ${text.length} characters was cut to ${LIMITS.explanation}, the most there can be.`,
  );
  return { explanation: `${[...text.slice(0, LIMITS.explanation - 2)].slice(0, -1).join("")}…` };
}

function fitOptions({ kind }: FoundQuestion, options: readonly FoundOption[], changes: string[]) {
  const tidy = options
    .map(({ text, correct = false }) => ({ text: tidyText(text), correct }))
    .filter(({ text }) => text !== "");
  const once = withoutRepeats(tidy, changes);
  const fitting = fewEnough(once, changes);
  return kind === "poll" ? fitting.map(({ text }) => ({ text })) : fitting;
}

function withoutRepeats(options: readonly Required<FoundOption>[], changes: string[]) {
  const known = new Map<string, Required<FoundOption>>();
  for (const option of options) {
    const same = known.get(option.text);
    if (!same) known.set(option.text, { ...option });
    // Right once and wrong once is a contradiction that its host must solve.
    else if (same.correct !== option.correct) return options;
    else changes.push(`The option “${shortened(option.text)}” was there twice; one was left out.`);
  }
  return [...known.values()];
}

/** Wrong options beyond the most there can be are left out, the last first; never right ones. */
function fewEnough(options: readonly Required<FoundOption>[], changes: string[]) {
  const { max } = LIMITS.options;
  const right = options.filter(({ correct }) => correct).length;
  if (options.length <= max || right > max) return options;
  let wrongLeft = max - right;
  const kept = options.filter(({ correct }) => correct || wrongLeft-- > 0);
  const gone = options.filter((option) => !kept.includes(option)).map(({ text }) => `“${shortened(text)}”`);
  changes.push(
    `${options.length} options became ${max}, the most there can be; left out: ${gone.slice(0, 10).join(", ")}.`,
  );
  return kept;
}

function fitAccepted(accepted: readonly string[], changes: string[]) {
  const tidy = [...new Set(accepted.map(tidyText).filter(Boolean))];
  const short = tidy.filter((text) => text.length <= LIMITS.acceptedText);
  // Where all are too long, the schema says so.
  const fitting = short.length > 0 ? short : tidy;
  for (const text of tidy.filter((each) => !fitting.includes(each)))
    changes.push(
      `The answer “${shortened(text)}” is longer than ${LIMITS.acceptedText} characters and was left out.`,
    );
  const { max } = LIMITS.accepted;
  if (fitting.length > max) changes.push(`Of ${fitting.length} accepted answers the first ${max} were kept.`);
  return fitting.slice(0, max);
}

function fitPairs(pairs: readonly { item: string; group: string }[], changes: string[]) {
  const tidy = pairs.map(({ item, group }) => ({ item: tidyText(item), group: tidyText(group) }));
  const { max } = LIMITS.pairs;
  if (tidy.length > max) {
    const gone = tidy.slice(max, max + 10).map(({ item }) => `“${shortened(item)}”`);
    changes.push(`Of ${tidy.length} pairs the first ${max} were kept; left out: ${gone.join(", ")}.`);
  }
  return tidy.slice(0, max);
}

/** The schema's own sentences, with the option or answer they speak of. */
function inWords(input: { options?: unknown }) {
  return ({ path, message }: Problem): string => {
    const option = /^options\[(\d+)\]/.exec(path)?.[1];
    const { options } = input;
    const { text } = ((option && Array.isArray(options) ? options[Number(option)] : null) ?? {}) as {
      text?: unknown;
    };
    if (typeof text === "string" && text !== "") return `Option “${shortened(text)}”: ${message}`;
    const field = NAMES[path.replace(/\[.*$/, "")];
    return field ? `${field}: ${message}` : message;
  };
}

const NAMES: Record<string, string> = {
  prompt: "Question",
  explanation: "Explanation",
  accepted: "Accepted answers",
  items: "Items",
  pairs: "Pairs",
  unit: "Unit",
  text: "Text",
  tolerance: "Tolerance",
  media: "Picture",
};

function draftOf(input: unknown): QuestionDraft | null {
  const draft = parseDraft({ title: "", questions: [input] });
  return draft.ok ? (draft.value.questions[0] ?? null) : null;
}
