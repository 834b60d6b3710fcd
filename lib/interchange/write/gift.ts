import type { Question } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { leftOut, lostOf, SLIDER_AS_NUMBER, tellOwnRules } from "./lost.ts";
import { finishedQuestions, type Source, titleOf, utf8, type Written, writeEach } from "./written.ts";

/**
 * Moodle's GIFT (docs.moodle.org, "GIFT format"). Signs of the format within a text have a backslash before them, a line
 * break is `\n`, and a blank line ends a question.
 */
export function writeGift({ quiz }: Source): Written {
  const { finished, lost } = finishedQuestions(quiz);
  const { parts, lost: lostOfEach } = writeEach(finished, giftQuestion);
  const category = `$CATEGORY: ${titleOf(quiz).replace(/\s+/g, " ").replaceAll("/", "//")}`;
  return {
    bytes: utf8(`${[category, ...parts].join("\n\n")}\n`),
    lost: [...lostOf(quiz, finished, { explanations: true }), ...lost, ...lostOfEach],
  };
}

function giftQuestion(question: Question, tell: (what: string) => void): string | null {
  const answers = giftAnswers(question);
  if (answers === null) {
    tell(leftOut(question, "GIFT"));
    return null;
  }
  tellOwnRules(question, tell);
  if (question.kind === "slider") tell(SLIDER_AS_NUMBER);
  if (question.kind === "order") tell(ORDER_AS_MATCH);
  const { kind, prompt, explanation } = question;
  if (kind === "slide") return `${escaped(question.text ? `${prompt}\n${question.text}` : prompt)}`;
  const feedback = explanation ? [`####${escaped(explanation)}`] : [];
  return `${escaped(prompt)} {${[...answers, ...feedback].join("\n\t")}\n}`;
}

export const ORDER_AS_MATCH = "Becomes a match of each item to its place.";

function giftAnswers(question: Question): string[] | null {
  switch (question.kind) {
    case "single":
      return [
        "",
        ...question.options.map((option) => `${option.correct ? "=" : "~"}${escaped(optionName(option))}`),
      ];
    case "multiple": {
      // As here: each wrong pick takes what a right one earns.
      const share = percent(100 / question.options.filter(({ correct }) => correct).length);
      return [
        "",
        ...question.options.map(
          (option) => `~%${option.correct ? "" : "-"}${share}%${escaped(optionName(option))}`,
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
      return ["", ...question.pairs.map(({ item, group }) => `=${escaped(item)} -> ${escaped(group)}`)];
    case "order":
      return ["", ...question.items.map((item, at) => `=${escaped(item)} -> ${at + 1}`)];
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
