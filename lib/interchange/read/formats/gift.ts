import type { Found, FoundOption, FoundQuestion, FoundQuiz } from "../found.ts";
import { shortened } from "../found-text.ts";
import { htmlTexts } from "../source/html-text.ts";
import type { Source } from "../source/source.ts";
import { refuseMany } from "../unreadable.ts";
import { feedbackOf } from "./feedback.ts";

/**
 * Moodle's GIFT (docs.moodle.org, "GIFT format"): questions with blank lines between them, the answers in braces; `~ = # { } :`
 * have a backslash where they are meant as such. `$CATEGORY:` begins another quiz.
 */
export function isGift({ text, filename }: Source): boolean {
  if (text === null || /^\s*[<[]/.test(text)) return false;
  if (/^[ \t]*\$CATEGORY:/m.test(text)) return true;
  const answers = /(?:^|[^\\])\{\s*(?:[=~#}]|(?:T|F|TRUE|FALSE)\s*[#}])/.test(text);
  return answers && (/\.(gift|txt)$/.test(filename) || !/^\s*\{/.test(text));
}

export function readGift({ text }: Source): FoundQuiz[] {
  const quizzes: FoundQuiz[] = [{ title: "", found: [] }];
  const blocks = blocksOf(text ?? "");
  refuseMany(blocks.filter((block) => !block.text.startsWith("$CATEGORY:")).length);
  for (const block of blocks) {
    const category = /^\$CATEGORY:\s*(.*)$/.exec(block.text.trim())?.[1];
    if (category !== undefined) quizzes.push({ title: categoryTitle(category), found: [] });
    else quizzes.at(-1)!.found.push(foundOf(block));
  }
  return merged(quizzes);
}

/** Above it nothing is looked at: a question with feedback on every answer has a few thousand characters. */
const BLOCK_MAX = 100_000;

interface Block {
  row: number;
  text: string;
}

/** Questions with the line each begins at. A line of a category stands for itself, blank lines around it or not. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { row: number; lines: string[] } | null = null;
  const close = () => {
    if (open) blocks.push({ row: open.row, text: open.lines.join("\n") });
    open = null;
  };
  for (const [at, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed.startsWith("//")) continue;
    if (trimmed === "") close();
    else if (trimmed.startsWith("$CATEGORY:")) {
      close();
      blocks.push({ row: at + 1, text: trimmed });
    } else {
      open ??= { row: at + 1, lines: [] };
      open.lines.push(line);
    }
  }
  close();
  return blocks;
}

/** `$course$/top/Biology/Cells` as "Biology / Cells"; a doubled slash is one in a name. */
export function categoryTitle(path: string): string {
  return path
    .replaceAll("//", "\0")
    .split("/")
    .map((part) => part.replaceAll("\0", "/").trim())
    .filter(
      (part, at) => part !== "" && !/^\$\w+\$$/.test(part) && !(part.toLowerCase() === "top" && at <= 1),
    )
    .join(" / ");
}

/** A category may come twice; its questions are one quiz. */
export function merged(quizzes: readonly FoundQuiz[]): FoundQuiz[] {
  const byTitle = new Map<string, FoundQuiz>();
  for (const quiz of quizzes) {
    const same = byTitle.get(quiz.title);
    if (same) same.found.push(...quiz.found);
    else byTitle.set(quiz.title, quiz);
  }
  return [...byTitle.values()];
}

function foundOf({ row, text }: Block): Found {
  const base = { row, given: text.slice(0, 2_000) };
  if (text.length > BLOCK_MAX) return { ...base, refusal: "This question is far too long." };
  const { title, rest } = titled(text.trim());
  const from = unescapedAt(rest, "{", 0);
  if (from < 0) return described(base, rest, title);
  const to = unescapedAt(rest, "}", from + 1);
  if (to < 0) return { ...base, refusal: "The brace of its answers is never closed." };
  if (unescapedAt(rest, "{", to + 1) >= 0)
    return { ...base, refusal: "It has several gaps to fill; there is no such kind here." };
  const { format, prompt } = formatted(rest, from, to);
  const answers = rest.slice(from + 1, to);
  const { body, general } = withoutGeneral(answers);
  const changes: string[] = [];
  const own = answersOf(body.trim(), changes);
  const kept = typeof own === "string" ? undefined : own;
  const explanation = general || (kept?.explanation ?? "");
  const words = htmlTexts(
    [prompt || title, explanation, ...(kept ? textsIn(kept) : [])].map(unescaped),
    format === "html" ? "html" : "auto",
  );
  const [promptText = "", explanationText = "", ...others] = words.texts;
  const question = kept
    ? {
        ...withTexts(kept, others),
        prompt: promptText,
        explanation: explanationText,
        plainText: words.plainText,
      }
    : undefined;
  const all = [...changes, ...words.changes];
  return typeof own === "string"
    ? { ...base, refusal: own, changes: all }
    : ({ ...base, question, changes: all } as Found);
}

function described(base: { row: number; given: string }, rest: string, title: string): Found {
  const { format, prompt } = formatted(rest, rest.length, rest.length);
  const words = htmlTexts([prompt, title].map(unescaped), format === "html" ? "html" : "auto");
  const [text = "", heading = ""] = words.texts;
  const question: FoundQuestion =
    heading && heading !== text
      ? { kind: "slide", prompt: heading, fields: { text } }
      : { kind: "slide", prompt: text };
  return { ...base, question: { ...question, plainText: words.plainText }, changes: words.changes };
}

function titled(text: string): { title: string; rest: string } {
  if (!text.startsWith("::")) return { title: "", rest: text };
  const end = text.indexOf("::", 2);
  if (end < 0) return { title: "", rest: text };
  return { title: text.slice(2, end).trim(), rest: text.slice(end + 2).trim() };
}

/** The question around its answers: what stands behind them leaves a gap. */
function formatted(rest: string, from: number, to: number): { format: string; prompt: string } {
  const before = rest.slice(0, from).trim();
  const after = rest.slice(to + 1).trim();
  const named = /^\[(html|moodle|plain|markdown)\]/.exec(before);
  const start = named ? before.slice(named[0].length).trim() : before;
  return { format: named?.[1] ?? "", prompt: after === "" ? start : `${start} _____ ${after}` };
}

/** Where a sign stands that has no backslash before it. */
function unescapedAt(text: string, sign: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith(sign, at)) return at;
  }
  return -1;
}

function unescaped(text: string): string {
  return text.replace(/\\([~=#{}:\\n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign)).trim();
}

function withoutGeneral(answers: string): { body: string; general: string } {
  const at = unescapedAt(answers, "####", 0);
  return at < 0
    ? { body: answers, general: "" }
    : { body: answers.slice(0, at), general: answers.slice(at + 4) };
}

type Own = Omit<FoundQuestion, "prompt">;

function answersOf(body: string, changes: string[]): Own | string {
  if (body === "") return "An essay has no answer that can be graded.";
  const verdict = /^(T|F|TRUE|FALSE)\s*(?:#(.*))?$/is.exec(body);
  if (verdict) {
    const [, word = "", feedback = ""] = verdict;
    const feedbacks = feedback.split(/(?<!\\)#/).map((each) => each.trim());
    // The first is for who is wrong, the second for who is right.
    const explanation = feedbacks[1] || feedbacks[0] || "";
    return { kind: "truefalse", fields: { correct: /^t/i.test(word) }, explanation };
  }
  if (body.startsWith("#")) return numberOf(body.slice(1), changes);
  const answers = partsOf(body);
  if (answers.length === 0) return "None of its answers begins with =, ~ or #.";
  if (answers.every(({ sign, text }) => sign === "=" && unescapedAt(text, "->", 0) >= 0))
    return matchOf(answers, changes);
  return answers.some(({ sign }) => sign === "~") ? choiceOf(answers, changes) : textOf(answers, changes);
}

interface Answer {
  sign: "=" | "~";
  /** In percent, where it is given. */
  weight: number | null;
  text: string;
  feedback: string;
}

function partsOf(body: string): Answer[] {
  const answers: Answer[] = [];
  let from = -1;
  for (let at = 0; at <= body.length; at++) {
    if (body[at] === "\\") {
      at++;
      continue;
    }
    const sign = body[at];
    if (at < body.length && sign !== "=" && sign !== "~") continue;
    if (from >= 0) answers.push(answerOf(body.slice(from, at)));
    from = at;
  }
  return answers;
}

function answerOf(part: string): Answer {
  const sign = part[0] as "=" | "~";
  const weighted = /^\s*%(-?\d{1,3}(?:\.\d{1,9})?)%/.exec(part.slice(1));
  const rest = part.slice(1 + (weighted?.[0].length ?? 0));
  const at = unescapedAt(rest, "#", 0);
  const text = (at < 0 ? rest : rest.slice(0, at)).trim();
  return {
    sign,
    weight: weighted ? Number(weighted[1]) : null,
    text,
    feedback: at < 0 ? "" : rest.slice(at + 1).trim(),
  };
}

function choiceOf(answers: readonly Answer[], changes: string[]): Own {
  const full = answers.filter(({ sign, weight }) => sign === "=" || weight === 100);
  const several = full.length === 0;
  const right = (answer: Answer) => (several ? (answer.weight ?? 0) > 0 : full.includes(answer));
  if (!several) {
    for (const { text, weight } of answers.filter((answer) => !right(answer) && (answer.weight ?? 0) > 0))
      changes.push(`“${shortened(unescaped(text))}” was worth ${weight}%; it counts as wrong.`);
    if (full.length > 1) changes.push("Several options are right, so it became multiple choice.");
  }
  const options: FoundOption[] = answers.map((answer) => ({ text: answer.text, correct: right(answer) }));
  return {
    kind: several || full.length > 1 ? "multiple" : "single",
    options,
    explanation: feedbackOf(answers, right, changes),
  };
}

function textOf(answers: readonly Answer[], changes: string[]): Own {
  const right = ({ weight }: Answer) => (weight ?? 100) >= 100;
  for (const { text, weight } of answers.filter((answer) => !right(answer)))
    changes.push(`“${shortened(unescaped(text))}” was worth ${weight}%; it is not accepted.`);
  const accepted = answers.filter(right).map(({ text }) => text);
  return { kind: "text", accepted, explanation: feedbackOf(answers, right, changes) };
}

function matchOf(answers: readonly Answer[], changes: string[]): Own | string {
  const pairs = answers.map(({ text }) => {
    const at = unescapedAt(text, "->", 0);
    return { item: text.slice(0, at).trim(), group: text.slice(at + 2).trim() };
  });
  const whole = pairs.filter(({ item }) => item !== "");
  for (const { group } of pairs.filter(({ item }) => item === ""))
    changes.push(`“${shortened(unescaped(group))}” belongs to nothing and was left out.`);
  return { kind: "match", pairs: whole };
}

/** `3.14:0.005`, `1..5`, or several with weights of which the first full one counts. */
function numberOf(body: string, changes: string[]): Own | string {
  const several = body.trim().startsWith("=") ? partsOf(body.trim()) : [answerOf(`=${body}`)];
  const right = several.find(({ weight }) => (weight ?? 100) >= 100);
  if (!right) return "None of its numbers is fully right.";
  for (const { text, weight } of several.filter((each) => each !== right))
    changes.push(`“${shortened(text)}” (${weight ?? 100}%) was left out; one number can be right.`);
  const number = amountOf(right.text);
  if (!number) return `“${shortened(right.text)}” is no number.`;
  return { kind: "number", fields: number, explanation: right.feedback };
}

function amountOf(text: string): { correct: number; tolerance: number } | null {
  if (text.length > 100) return null;
  const range = /^(\S+?)\s*\.\.\s*(\S+)$/.exec(text);
  const [first, second] = range ? range.slice(1).map(Number) : text.split(":").map(Number);
  if (first === undefined || !Number.isFinite(first) || text.trim() === "") return null;
  if (range) {
    if (!Number.isFinite(second)) return null;
    const [low, high] = [first, second as number];
    return { correct: plain((low + high) / 2), tolerance: plain(Math.abs(high - low) / 2) };
  }
  return Number.isFinite(second ?? 0) ? { correct: first, tolerance: Math.abs(second ?? 0) } : null;
}

const plain = (value: number) => Number(value.toPrecision(12));

export function textsIn({ options = [], accepted = [], items = [], pairs = [] }: Own): string[] {
  return [
    ...[...options.map(({ text }) => text), ...accepted, ...items],
    ...pairs.flatMap(({ item, group }) => [item, group]),
  ];
}

/** The same question with other texts, in the order of `textsIn`. */
export function withTexts(own: Own, texts: readonly string[]): Own {
  let at = 0;
  const next = () => texts[at++] ?? "";
  return {
    ...own,
    ...(own.options ? { options: own.options.map((option) => ({ ...option, text: next() })) } : {}),
    ...(own.accepted ? { accepted: own.accepted.map(next) } : {}),
    ...(own.items ? { items: own.items.map(next) } : {}),
    ...(own.pairs ? { pairs: own.pairs.map(() => ({ item: next(), group: next() })) } : {}),
  };
}
