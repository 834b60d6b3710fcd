import { describe, expect, test } from "vitest";
import { readFile, readQuiz, told } from "./reading.ts";

describe("[IMP9] GIFT", () => {
  test("all kinds of its own documentation", async () => {
    const text = `// a comment
::Origin:: Who's buried in Grant's tomb? {=Grant ~no one ~Napoleon#Hardly. ####He asked for it.}

What's between orange and green? {=yellow # right; good! ~red # wrong, it's yellow ~blue}

Two plus {=two =2} equals four.

Grant is buried in Grant's tomb.{F#Wrong.#It is his wife, too.}

When was Ulysses S. Grant born?{#1822:5}

How large? {#3.6..3.8}

Which countries are larger? {
~%50%Peru
~%50%Kenya
~%-100%Malta}

Match.{=Canada -> Ottawa =Italy -> Rome =Japan -> Tokyo}

Write about Grant. {}

You can read this first.

Two gaps {=a} and {=b}.
`;
    const quiz = await readQuiz(text, "gift", "Grant.gift");
    expect(quiz.quiz.questions).toMatchObject([
      {
        kind: "single",
        prompt: "Who's buried in Grant's tomb?",
        explanation: "He asked for it.",
        options: [{ text: "Grant", correct: true }, {}, {}],
      },
      { kind: "single", explanation: "right; good!" },
      { kind: "text", prompt: "Two plus _____ equals four.", accepted: ["two", "2"] },
      { kind: "truefalse", correct: false, explanation: "It is his wife, too." },
      { kind: "number", correct: 1822, tolerance: 5 },
      { kind: "number", correct: 3.7, tolerance: 0.1 },
      { kind: "multiple", options: [{ correct: true }, { correct: true }, { correct: false }] },
      { kind: "match", pairs: [{ item: "Canada", group: "Ottawa" }, {}, { group: "Tokyo" }] },
      { kind: "slide", prompt: "You can read this first." },
    ]);
    expect(told(quiz)).toEqual([
      "2 changed: Feedback on single answers was left out.",
      "4 changed: Feedback on single answers was left out.",
      ...["6 ok", "8 ok", "10 ok", "12 ok", "14 ok", "19 ok"],
      "21 refused: An essay has no answer that can be graded.",
      "23 ok",
      "25 refused: It has several gaps to fill; there is no such kind here.",
    ]);
  });

  test("escapes, CRLF, HTML and formulas", async () => {
    const text =
      "::a\\:b::[html]<p>What does <code>x \\= \\{1\\}</code> do\\:&nbsp;in C\\#?</p>{\\n=It sets \\~x ~Nothing\\n at all}\r\n\r\nSolve \\\\(x^2\\=4\\\\) for \\*x{=\\\\(2\\\\) ~3}\r\n";
    const { quiz } = await readQuiz(text.replaceAll("{\\n", "{"), "gift");
    expect(quiz.questions).toMatchObject([
      {
        prompt: "What does `x = {1}` do: in C#?",
        options: [{ text: "It sets ~x" }, { text: "Nothing at all" }],
      },
      { prompt: "Solve $x^2=4$ for \\\\\\*x", options: [{ text: "$2$", correct: true }, { text: "3" }] },
    ]);
  });

  test("nested categories are quizzes, each once", async () => {
    const text = `$CATEGORY: $course$/top/Biology/Cells

Alive? {T}

$CATEGORY: $course$/top/Biology/Genes // DNA
Double helix? {T}

$CATEGORY: $course$/top/Biology/Cells

Dead? {F}`;
    const read = await readFile(text);
    expect(read.format).toBe("gift");
    expect(read.quizzes.map(({ title, quiz }) => [title, quiz.questions.length])).toEqual([
      ["Biology / Cells", 2],
      ["Biology / Genes / DNA", 1],
    ]);
  });

  test("weights that fit nowhere are said", async () => {
    const text =
      "Half? {=all ~%50%some ~none}\n\nShort? {=%100%yes =%50%yep}\n\nMany? {#=10:1 =%50%20:2}\n\nOpen {=a";
    expect(told(await readQuiz(text, "gift"))).toEqual([
      "1 changed: “some” was worth 50%; it counts as wrong.",
      "3 changed: “yep” was worth 50%; it is not accepted.",
      "5 changed: “20:2” (50%) was left out; one number can be right.",
      "7 refused: The brace of its answers is never closed.",
    ]);
  });
});

describe("[IMP9] Aiken", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("with %s, dots and brackets, a question of two lines, and a missing answer", async (_, end) => {
    const lines = [
      ...["What is the correct answer?", "A. Is it this one?", "B. Maybe this?", "ANSWER: B", ""],
      ...["A. Lincoln was", "which president?", "A) The 15th", "B) The 16th", "C) The 17th", "ANSWER: B", ""],
      ...["No answer?", "A. Yes", "B. No", ""],
      ...["Beyond?", "A. Yes", "B. No", "ANSWER: D"],
    ];
    const quiz = await readQuiz(`\ufeff${lines.join(end)}`, "aiken", "x.txt");
    expect(told(quiz)).toEqual([
      "1 ok",
      "6 ok",
      "13 refused: The line “ANSWER:” is missing.",
      "17 refused: “D” names none of the 2 options as the right one.",
    ]);
    expect(quiz.quiz.questions[1]).toMatchObject({
      prompt: "A. Lincoln was\nwhich president?",
      options: [{}, { text: "The 16th", correct: true }, {}],
    });
    expect(quiz.rows[2]?.draft).toMatchObject({
      prompt: "No answer?",
      options: [{ text: "Yes" }, { text: "No" }],
    });
  });
});

describe("[IMP9] terms and definitions", () => {
  test("pasted from Quizlet, with a tab", async () => {
    const quiz = await readQuiz("hund\tdog\nkatt\tcat\nfisk\tfish\nfugl\tbird\nku\tcow\n", "terms");
    expect(quiz.rows.every(({ status }) => status === "changed")).toBe(true);
    for (const question of quiz.quiz.questions) {
      if (question.kind !== "single") throw new Error(question.kind);
      expect(question.options.filter(({ correct }) => correct)).toHaveLength(1);
      expect(new Set(question.options.map(({ text }) => text)).size).toBe(4);
    }
    expect(quiz.quiz.questions[0]).toMatchObject({
      prompt: "hund",
      options: expect.arrayContaining([{ text: "dog", correct: true }]),
    });
  });

  test.each([
    ["dashes", "hund - dog\nkatt – cat", "dog"],
    ["colons", "hund: dog\nkatt: cat", "dog"],
    ["commas", "hund,dog\nkatt,cat", "dog"],
  ])("of two, by %s, become typed answers", async (_, text, accepted) => {
    const quiz = await readQuiz(text, "terms");
    expect(quiz.quiz.questions[0]).toMatchObject({ kind: "text", prompt: "hund", accepted: [accepted] });
  });

  test("a term without its definition is refused", async () => {
    const quiz = await readQuiz("a\t1\nb\t2\nc\t3\nd\t4\ne\t5\nf", "terms");
    expect(told(quiz).at(-1)).toBe("6 refused: “f” has no definition.");
  });

  test("Gimkit's sheet has wrong answers", async () => {
    const text =
      "Gimkit Spreadsheet Import Template,,,,\nQuestion,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional),Incorrect Answer 3 (Optional)\n2+2?,4,3,5,\nCapital of Peru?,Lima,,,\n";
    const quiz = await readQuiz(text, "terms");
    expect(quiz.quiz.questions).toMatchObject([
      { kind: "single", options: expect.arrayContaining([{ text: "4", correct: true }]) },
      { kind: "text", accepted: ["Lima"] },
    ]);
  });
});
