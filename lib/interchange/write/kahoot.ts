import writeExcelFile from "write-excel-file/node";
import type { Question } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { KIND_WORDS, lostOf, tellOwnRules } from "./lost.ts";
import { finishedQuestions, type QuizToWrite, type Written, writeEach } from "./written.ts";

/** Kahoot's template: instructions in rows 1 to 7, the header in row 8, questions from row 9, numbers in column A. */
export async function writeKahoot({ quiz }: QuizToWrite): Promise<Written> {
  const { finished, lost } = finishedQuestions(quiz);
  const { parts, lost: lostOfEach } = writeEach(finished, kahootRow);
  const rows = [
    ...INSTRUCTIONS.map((text) => [null, text && { value: text, ...(text === HEADING ? BOLD : {}) }]),
    [null, ...HEADER.map((value) => ({ value, ...BOLD, wrap: true as const }))],
    ...parts.map((cells, at) => [at + 1, ...cells]),
  ];
  const columns = [6, 60, 24, 24, 24, 24, 16, 20].map((width) => ({ width }));
  const bytes = await writeExcelFile(rows, { columns, sheet: "Sheet1" }).toBuffer();
  return {
    bytes,
    lost: [...lostOf(quiz, finished, { timeLimits: true }), ...lost, ...lostOfEach],
  };
}

const BOLD = { fontWeight: "bold" } as const;
const HEADING = "Quiz template";
/** Rows 1 to 7: the heading stands in B2. */
const INSTRUCTIONS = [
  null,
  HEADING,
  "One question in each row, with two to four answers, its time limit, and at least one correct answer.",
  "A question can have 120 characters, an answer 75. Several correct answers are separated by commas.",
  "Written by Ovation.",
  null,
  null,
];
const HEADER = [
  "Question - max 120 characters",
  "Answer 1 - max 75 characters",
  "Answer 2 - max 75 characters",
  "Answer 3 - max 75 characters",
  "Answer 4 - max 75 characters",
  "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
  "Correct answer(s) - choose at least one",
];
const PROMPT_MAX = 120;
const ANSWER_MAX = 75;
const ANSWERS_MAX = 4;
const SECONDS = [5, 10, 20, 30, 60, 90, 120, 240];

type Row = (string | number | null)[];

function kahootRow(question: Question, tell: (what: string) => void): Row | null {
  const answers = kahootAnswers(question, tell);
  if (!answers) return null;
  tellOwnRules(question, tell);
  if (question.kind === "truefalse") tell("Becomes a choice of True and False.");
  const long = answers.find(({ text }) => text.length > ANSWER_MAX);
  if (question.prompt.length > PROMPT_MAX)
    tell(
      `Kahoot allows ${PROMPT_MAX} characters in a question; this has ${question.prompt.length}. Shorten it before you import it there.`,
    );
  if (long)
    tell(
      `Kahoot allows ${ANSWER_MAX} characters in an answer; “${long.text}” has ${long.text.length}. Shorten it before you import it there.`,
    );
  const right = answers.flatMap(({ correct }, at) => (correct ? [at + 1] : []));
  return [
    question.prompt,
    ...Array.from({ length: ANSWERS_MAX }, (_, at) => answers[at]?.text ?? null),
    kahootSeconds(question.timeLimitMs / 1000, tell),
    right.join(","),
  ];
}

function kahootAnswers(question: Question, tell: (what: string) => void) {
  if (question.kind === "truefalse")
    return [
      { text: "True", correct: question.correct },
      { text: "False", correct: !question.correct },
    ];
  if (question.kind !== "single" && question.kind !== "multiple") {
    tell(`Left out: Kahoot’s sheet has no place for ${KIND_WORDS[question.kind]}.`);
    return null;
  }
  const options = question.options.map((option) => ({ text: optionName(option), correct: option.correct }));
  let wrongLeft = ANSWERS_MAX - options.filter(({ correct }) => correct).length;
  if (wrongLeft < 0) {
    tell(`Left out: Kahoot takes ${ANSWERS_MAX} answers, and more of these are right.`);
    return null;
  }
  const kept = options.filter(({ correct }) => correct || wrongLeft-- > 0);
  const gone = options.filter((option) => !kept.includes(option)).map(({ text }) => `“${text}”`);
  if (gone.length > 0) tell(`Kahoot takes ${ANSWERS_MAX} answers; left out: ${gone.join(", ")}.`);
  return kept;
}

/** The shortest of Kahoot's limits that gives players no less time; its longest for whatever is longer. */
function kahootSeconds(seconds: number, tell: (what: string) => void): number {
  const fitted = SECONDS.find((each) => each >= seconds) ?? (SECONDS.at(-1) as number);
  if (fitted !== seconds) tell(`The time limit of ${seconds} s becomes ${fitted} s, one of Kahoot’s.`);
  return fitted;
}
