import type { Question } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { KIND_WORDS, leftOut, lostOf } from "./lost.ts";
import { finishedQuestions, type QuizToWrite, utf8, type Written, writeEach } from "./written.ts";

/** Aiken (docs.moodle.org, "Aiken format"): single choices alone, each text on one line. */
export function writeAiken({ quiz }: QuizToWrite): Written {
  const { finished, lost } = finishedQuestions(quiz);
  const { parts, lost: lostOfEach } = writeEach(finished, aikenQuestion);
  return {
    bytes: utf8(`${parts.join("\n\n")}\n`),
    lost: [...lostOf(quiz, finished, {}), ...lost, ...lostOfEach],
  };
}

function aikenQuestion(question: Question, tell: (what: string) => void): string | null {
  const options = aikenOptions(question);
  if (!options) {
    tell(
      question.kind === "multiple"
        ? "Left out: Aiken takes one right option, and this has several."
        : leftOut(question, "Aiken"),
    );
    return null;
  }
  if (question.kind !== "single") tell(`Becomes a single choice; it was ${KIND_WORDS[question.kind]}.`);
  if ([question.prompt, ...options.map(({ text }) => text)].some((text) => text.includes("\n")))
    tell("Line breaks become spaces.");
  return [
    notAnOption(oneLine(question.prompt)),
    ...options.map(({ text }, at) => `${letter(at)}. ${oneLine(text)}`),
    `ANSWER: ${letter(options.findIndex(({ correct }) => correct))}`,
  ].join("\n");
}

function aikenOptions(question: Question): { text: string; correct: boolean }[] | null {
  if (question.kind === "truefalse")
    return [
      { text: "True", correct: question.correct },
      { text: "False", correct: !question.correct },
    ];
  if (question.kind !== "single" && question.kind !== "multiple") return null;
  const options = question.options.map((option) => ({ text: optionName(option), correct: option.correct }));
  return options.filter(({ correct }) => correct).length === 1 ? options : null;
}

const letter = (at: number) => String.fromCharCode("A".charCodeAt(0) + at);
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

/**
 * A question that begins like an option, "A. Lincoln was …", or like the answer would be read as one: its space becomes one that
 * does not break, its colon a wide one.
 */
function notAnOption(prompt: string): string {
  return prompt.replace(/^([A-Z][.)])[ \t]/i, "$1\u00a0").replace(/^(ANSWER):/i, "$1\uFF1A");
}
