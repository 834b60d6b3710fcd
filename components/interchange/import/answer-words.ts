import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";

/** The answers of a question on one line: the right ones, then the other options. */
export interface AnswerWords {
  right: string[];
  others: string[];
}

export function answerWords(question: QuestionDraft): AnswerWords {
  switch (question.kind) {
    case "single":
    case "multiple":
      return {
        right: question.options.filter(({ correct }) => correct).map(optionText),
        others: question.options.filter(({ correct }) => !correct).map(optionText),
      };
    case "poll":
      return { right: [], others: question.options.map(optionText) };
    case "truefalse":
      return {
        right: question.correct === undefined ? [] : [question.correct ? "True" : "False"],
        others: [],
      };
    case "text":
      return { right: question.accepted, others: [] };
    case "number":
      return { right: numberWords(question.correct, question.unit, question.tolerance), others: [] };
    case "slider":
      return { right: numberWords(question.correct, question.unit, question.margin), others: [] };
    case "order":
      return { right: question.items.map((item, at) => `${at + 1}. ${item}`), others: [] };
    case "match":
      return { right: question.pairs.map(({ item, group }) => `${item} → ${group}`), others: [] };
    case "pin":
      return { right: question.targets.length > 0 ? ["A place on the picture"] : [], others: [] };
    case "rating":
    case "wordcloud":
    case "slide":
      return { right: [], others: [] };
    default:
      return question satisfies never;
  }
}

function optionText({
  text,
  image,
}: {
  text: string;
  image?: { alt?: string | undefined } | undefined;
}): string {
  return text || image?.alt || "A picture";
}

function numberWords(correct?: number, unit = "", within = 0): string[] {
  if (correct === undefined) return [];
  return [`${correct}${within > 0 ? ` ± ${within}` : ""}${unit && ` ${unit}`}`];
}
