import type { Found, FoundQuestion, FoundQuiz } from "../found.ts";
import { shortened } from "../found-text.ts";
import { htmlTexts } from "../source/html-text.ts";
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from "../source/safe-xml.ts";
import type { Source } from "../source/source.ts";
import { refuseMany, Unreadable } from "../unreadable.ts";
import { feedbackOf } from "./feedback.ts";
import { categoryTitle, merged, textsIn, withTexts } from "./gift.ts";

/** Moodle XML (docs.moodle.org, "Moodle XML format"). A category begins another quiz. */
export function isMoodleXml({ text }: Source): boolean {
  return (
    text !== null &&
    /^\s*</.test(text) &&
    /<quiz[\s>]/.test(text) &&
    /<question\s[^<>]{0,200}type=/.test(text)
  );
}

export function readMoodleXml({ text }: Source): FoundQuiz[] {
  const root = parseXml(text ?? "");
  if (root.name !== "quiz")
    throw new Unreadable(`This XML is not a Moodle quiz: it begins with <${root.name.slice(0, 40)}>.`);
  const quizzes: FoundQuiz[] = [{ title: "", found: [] }];
  let row = 0;
  const elements = childrenOf(root, "question");
  refuseMany(elements.filter(({ attributes }) => attributes.type !== "category").length);
  for (const element of elements) {
    if (element.attributes.type === "category") {
      const path = textOf(childOf(childOf(element, "category"), "text"));
      quizzes.push({ title: categoryTitle(path), found: [] });
    } else quizzes.at(-1)!.found.push(foundOf(element, ++row));
  }
  return merged(quizzes);
}

function foundOf(element: XmlElement, row: number): Found {
  const type = element.attributes.type ?? "";
  const prompt = inner(element, "questiontext");
  const name = inner(element, "name");
  const given = htmlTexts([prompt || name]).texts[0] ?? "";
  const changes: string[] = [];
  const own = ownOf(type, element, changes);
  if (typeof own === "string") return { row, given: `${name}: ${given}`, refusal: own };
  const explanation = inner(element, "generalfeedback") || own.explanation || "";
  const words = htmlTexts([prompt || name, explanation, ...textsIn(own)]);
  const [promptText = "", explanationText = "", ...others] = words.texts;
  const hasFiles = childrenOf(childOf(element, "questiontext") ?? element, "file").length > 0;
  if (hasFiles && !words.changes.some((change) => /picture|sound|film/.test(change)))
    changes.push("A file of the question was left out; add it again.");
  return {
    row,
    given,
    changes: [...changes, ...words.changes],
    question: {
      ...withTexts(own, others),
      prompt: promptText,
      explanation: explanationText,
      plainText: words.plainText,
      points: pointsOf(element),
    },
  };
}

function inner(element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return textOf(childOf(child, "text") ?? child).trim();
}

/** A grade of one, two or nothing means the same here; others weigh a question within its test. */
function pointsOf(element: XmlElement): number | undefined {
  const grade = Number(textOf(childOf(element, "defaultgrade")) || "1");
  return [0, 1, 2].includes(grade) ? grade : undefined;
}

type Own = Omit<FoundQuestion, "prompt">;

function ownOf(type: string, element: XmlElement, changes: string[]): Own | string {
  const answers = childrenOf(element, "answer").map(answerOf);
  switch (type) {
    case "multichoice":
      return choiceOf(element, answers, changes);
    case "truefalse": {
      const right = answers.find(({ fraction }) => fraction > 0);
      if (!right) return "Neither true nor false is marked as right.";
      return {
        kind: "truefalse",
        fields: { correct: /^true$/i.test(right.text.trim()) },
        explanation: right.feedback,
      };
    }
    case "shortanswer":
      return shortAnswerOf(answers, changes);
    case "numerical":
      return numberOf(element, answers, changes);
    case "matching":
    case "ddmatch":
      return matchOf(element, changes);
    case "ordering":
      return {
        kind: "order",
        items: answers.toSorted((a, b) => a.fraction - b.fraction).map(({ text }) => text),
      };
    case "description":
      return { kind: "slide" };
    default:
      return WHY_NOT[type] ?? `There is no kind here for Moodle’s “${type.slice(0, 40)}”.`;
  }
}

const WHY_NOT: Record<string, string> = {
  essay: "An essay has no answer that can be graded.",
  cloze: "A cloze text with several gaps (cloze) has no kind here.",
  multianswer: "A cloze text with several gaps (cloze) has no kind here.",
  calculated: "A calculated question uses different numbers for everyone; there is no such kind here.",
  calculatedmulti: "A calculated question uses different numbers for everyone; there is no such kind here.",
  calculatedsimple: "A calculated question uses different numbers for everyone; there is no such kind here.",
  random: "A random question stands for others; export those.",
  randomsamatch: "A random question stands for others; export those.",
};

interface Answer {
  fraction: number;
  text: string;
  feedback: string;
  element: XmlElement;
}

function answerOf(element: XmlElement): Answer {
  return {
    fraction: Number(element.attributes.fraction ?? 0) || 0,
    text: textOf(childOf(element, "text")),
    feedback: inner(element, "feedback"),
    element,
  };
}

function choiceOf(element: XmlElement, answers: readonly Answer[], changes: string[]): Own {
  const one = /^(true|1)$/i.test(inner(element, "single") || "true");
  const full = answers.filter(({ fraction }) => fraction >= 100);
  const right = ({ fraction }: Answer) => (one && full.length > 0 ? fraction >= 100 : fraction > 0);
  for (const answer of answers.filter((each) => one && each.fraction > 0 && !right(each)))
    changes.push(`“${shortened(wordsIn(answer.text))}” was worth ${answer.fraction}%; it counts as wrong.`);
  const marked = answers.filter(right).length;
  if (one && marked > 1) changes.push("Several options are right, so it became multiple choice.");
  return {
    kind: one && marked <= 1 ? "single" : "multiple",
    options: answers.map((answer) => ({ text: answer.text, correct: right(answer) })),
    explanation: feedbackOf(answers, right, changes),
  };
}

function shortAnswerOf(answers: readonly Answer[], changes: string[]): Own | string {
  const right = answers.filter(({ fraction }) => fraction >= 100);
  for (const { text, fraction } of answers.filter((each) => each.fraction > 0 && each.fraction < 100))
    changes.push(`“${shortened(text)}” was worth ${fraction}%; it is not accepted.`);
  // A star stands for any text, unless a backslash is before it.
  const exact = right.filter(({ text }) => !/(?<!\\)\*/.test(text));
  for (const { text } of right.filter((each) => !exact.includes(each)))
    changes.push(`“${shortened(text)}” stands for any text (*) and is not accepted.`);
  if (exact.length === 0) return "No text is accepted as the answer.";
  return {
    kind: "text",
    accepted: exact.map(({ text }) => text.replaceAll("\\*", "*")),
    explanation: feedbackOf(answers, ({ fraction }) => fraction >= 100, changes),
  };
}

function numberOf(element: XmlElement, answers: readonly Answer[], changes: string[]): Own | string {
  const right = answers.find(({ fraction }) => fraction >= 100);
  if (!right) return "None of its numbers is fully right.";
  const correct = Number(right.text.trim());
  if (right.text.trim() === "" || !Number.isFinite(correct))
    return `“${shortened(right.text)}” is no number.`;
  for (const { text, fraction } of answers.filter((each) => each !== right && each.fraction > 0))
    changes.push(`“${shortened(text)}” (${fraction}%) was left out; one number can be right.`);
  const units = childrenOf(childOf(element, "units") ?? element, "unit").map((unit) => ({
    name: textOf(childOf(unit, "unit_name")).trim(),
    multiplier: Number(textOf(childOf(unit, "multiplier")) || "1"),
  }));
  const unit = units.find(({ multiplier }) => multiplier === 1)?.name;
  const others = units.filter(({ name }) => name !== unit).map(({ name }) => `“${shortened(name)}”`);
  if (others.length > 0)
    changes.push(`One unit can be asked for: “${unit ?? ""}”. Left out: ${others.slice(0, 10).join(", ")}.`);
  return {
    kind: "number",
    fields: {
      correct,
      tolerance: Math.abs(Number(textOf(childOf(right.element, "tolerance"))) || 0),
      ...(unit ? { unit } : {}),
    },
    explanation: right.feedback,
  };
}

function matchOf(element: XmlElement, changes: string[]): Own {
  const pairs = childrenOf(element, "subquestion").map((sub) => ({
    item: textOf(childOf(sub, "text")).trim(),
    group: textOf(childOf(childOf(sub, "answer"), "text")).trim(),
  }));
  for (const { group } of pairs.filter(({ item }) => item === ""))
    changes.push(`“${shortened(wordsIn(group))}” belongs to nothing and was left out.`);
  return { kind: "match", pairs: pairs.filter(({ item }) => item !== "") };
}

function wordsIn(html: string): string {
  return htmlTexts([html]).texts[0] ?? "";
}
