import type { Question } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { hasMarkup } from "../../rich-text/has-markup.ts";
import { leftOut, lostOf, SLIDER_AS_NUMBER, tellOwnRules } from "./lost.ts";
import { richHtml } from "./rich-html.ts";
import { finishedQuestions, type QuizToWrite, titleOf, utf8, type Written, writeEach } from "./written.ts";

/**
 * Moodle's GIFT (docs.moodle.org, "GIFT format"). Signs of the format within a text have a backslash before them, a line
 * break is `\n`, and a blank line ends a question.
 */
export function writeGift({ quiz }: QuizToWrite): Written {
  const { finished, lost } = finishedQuestions(quiz);
  const { parts, lost: lostOfEach } = writeEach(finished, giftQuestion);
  const category = `$CATEGORY: ${titleOf(quiz).replace(/\s+/g, " ").replaceAll("/", "//")}`;
  return {
    bytes: utf8(`${[category, ...parts].join("\n\n")}\n`),
    lost: [...lostOf(quiz, finished, { explanations: true }), ...lost, ...lostOfEach],
  };
}

function giftQuestion(question: Question, tell: (what: string) => void): string | null {
  const html = needsHtml(question);
  const text = (raw: string) => escaped(html ? richHtml(raw, question.plainText) : raw);
  const answers = giftAnswers(question, text);
  if (answers === null) {
    tell(leftOut(question, "GIFT"));
    return null;
  }
  tellOwnRules(question, tell);
  if (question.kind === "slider") tell(SLIDER_AS_NUMBER);
  if (question.kind === "order") tell(ORDER_AS_MATCH);
  const { kind, prompt, explanation } = question;
  const start = html ? "[html]" : "";
  if (kind === "slide") return `${start}${text(question.text ? `${prompt}\n\n${question.text}` : prompt)}`;
  const feedback = explanation ? [`####${text(explanation)}`] : [];
  return `${start}${text(prompt)} {${[...answers, ...feedback].join("\n\t")}\n}`;
}

/**
 * Moodle reads a text as HTML where it looks like some, and marks are shown there only as HTML. A line that begins with // would
 * be a comment; the name of the format before it keeps it.
 */
function needsHtml(question: Question): boolean {
  const texts = [
    ...[question.prompt, question.explanation ?? ""],
    ...("options" in question ? question.options.map(({ text }) => text) : []),
    ...("items" in question ? question.items : []),
    ...("pairs" in question ? question.pairs.map(({ item }) => item) : []),
    ...(question.kind === "slide" ? [question.text ?? ""] : []),
  ];
  if (question.prompt.startsWith("//")) return true;
  return texts.some((text) => /[<&]/.test(text) || (!question.plainText && hasMarkup(text)));
}

export const ORDER_AS_MATCH = "Becomes a match of each item to its place.";

function giftAnswers(question: Question, text: (raw: string) => string): string[] | null {
  switch (question.kind) {
    case "single":
      return [
        "",
        ...question.options.map((option) => `${option.correct ? "=" : "~"}${text(optionName(option))}`),
      ];
    case "multiple": {
      // As here: each wrong pick takes what a right one earns.
      const share = percent(100 / question.options.filter(({ correct }) => correct).length);
      return [
        "",
        ...question.options.map(
          (option) => `~%${option.correct ? "" : "-"}${share}%${text(optionName(option))}`,
        ),
      ];
    }
    case "truefalse":
      return [question.correct ? "TRUE" : "FALSE"];
    case "text":
      return ["", ...question.accepted.map((answer) => `=${escaped(answer)}`)];
    case "number":
      return [`#${question.correct}:${question.tolerance}`];
    case "slider":
      return [`#${question.correct}:${question.margin}`];
    case "match":
      return ["", ...question.pairs.map(({ item, group }) => `=${text(item)} -> ${escaped(group)}`)];
    case "order":
      return ["", ...question.items.map((item, at) => `=${text(item)} -> ${at + 1}`)];
    case "slide":
      return [];
    case "pin":
    case "poll":
    case "rating":
    case "wordcloud":
      return null;
    default:
      return question satisfies never;
  }
}

/** Moodle takes weights of a list of its own, with five decimals. */
function percent(share: number): string {
  return String(Number(share.toFixed(5)));
}

function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, "\\$&").replaceAll("\n", "\\n");
}
