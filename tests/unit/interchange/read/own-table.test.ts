import { describe, expect, test } from "vitest";
import { csv } from "#lib/api/files/csv.ts";
import { tableTemplate } from "#lib/interchange/table-template.ts";
import { readFile, readQuiz, refusalOf, told } from "./reading.ts";

const HEADER = "Kind,Question,Option 1,Option 2,Option 3,Correct,Time limit (s),Points,Explanation";

describe("[IMP8] the own table", () => {
  test("its template reads back whole", async () => {
    const { quiz, rows } = await readQuiz(csv(tableTemplate), "csv");
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => "ok"));
    expect(quiz.questions.map(({ kind }) => kind)).toEqual(tableTemplate.slice(1).map(([kind]) => kind));
    expect(quiz.questions[1]).toMatchObject({
      options: [
        { text: "2", correct: true },
        { text: "4", correct: false },
        { text: "5", correct: true },
        { text: "9", correct: false },
      ],
      explanation: "4 is 2 × 2, 9 is 3 × 3.",
    });
    expect(quiz.questions[4]).toMatchObject({ correct: 8849, tolerance: 50, unit: "m" });
    expect(quiz.questions[6]).toMatchObject({
      pairs: [{ item: "Peru", group: "Lima" }, { group: "Nairobi" }],
    });
  });

  test.each([
    ["commas and CRLF", ",", "\r\n"],
    ["semicolons and CR", ";", "\r"],
    ["tabs", "\t", "\n"],
    ["bars", "|", "\n"],
  ])("%s part it", async (_, delimiter, end) => {
    const lines = ["Question,Option 1,Option 2,Correct", 'Where?,"Here, there",Nowhere,2'];
    const text = lines.map((line) => line.replace(/,(?! )/g, delimiter)).join(end);
    const { quiz } = await readQuiz(text, "csv", "My quiz.csv");
    expect(quiz).toMatchObject({ title: "My quiz", questions: [{ kind: "single", prompt: "Where?" }] });
    expect(quiz.questions[0]).toMatchObject({ options: [{ text: "Here, there" }, { correct: true }] });
  });

  test("Excel's own line for the delimiter is no row, and rows are counted as in the file", async () => {
    const text = 'sep=;\nQuestion;Option 1;Option 2;Correct\n"On two\nlines?";a;b;1\n\nWhich?;a;b;\n';
    const { rows, quiz } = await readQuiz(text, "csv");
    expect(rows.map(({ row, status }) => [row, status])).toEqual([
      [2, "ok"],
      [4, "refused"],
    ]);
    expect(quiz.questions[0]?.prompt).toBe("On two\nlines?");
  });

  test("without a kind a row shows what it is", async () => {
    const rows = [
      ",Which?,a,b,c,2,,,",
      ',Which ones?,a,b,c,"1, 3",,,',
      ",The earth is flat.,,,,False,,,",
      ",Who?,,,,Ada,,,",
      ",By letter?,a,b,c,B,,,",
      ",By its text?,red,green,blue,Green,,,",
    ];
    const { quiz } = await readQuiz([HEADER, ...rows].join("\n"), "csv");
    expect(quiz.questions.map(({ kind }) => kind)).toEqual([
      "single",
      "multiple",
      "truefalse",
      "text",
      "single",
      "single",
    ]);
    expect(quiz.questions[4]).toMatchObject({ options: [{}, { correct: true }, {}] });
    expect(quiz.questions[5]).toMatchObject({ options: [{}, { correct: true }, {}] });
  });

  test("the number of the right option counts empty ones before it", async () => {
    const rows = [",Third?,a,,c,3,,,", ",Empty?,a,,c,2,,,", ",Formula?,'=1+1,'-x,'quoted',1,,,"];
    const quiz = await readQuiz([HEADER, ...rows].join("\n"), "csv");
    expect(quiz.quiz.questions).toMatchObject([
      {
        options: [
          { text: "a", correct: false },
          { text: "c", correct: true },
        ],
      },
      { options: [{ text: "=1+1", correct: true }, { text: "-x" }, { text: "'quoted'" }] },
    ]);
    expect(told(quiz)[1]).toBe("3 refused: Mark the right one.");
  });

  test("headings stand where they like, below a title too", async () => {
    const text = "My quiz,,,\n,,,\nTime,Correct answer,Question,Answer A,Answer B\n30,B,Which?,x,y\n";
    const { quiz, rows } = await readQuiz(text, "csv");
    expect(rows[0]?.row).toBe(4);
    expect(quiz.questions[0]).toMatchObject({
      timeLimitMs: 30_000,
      options: [{ text: "x" }, { correct: true }],
    });
  });
});

test("[IMP5] what is beside the question is changed and said, what is its sense is refused and kept as a draft", async () => {
  const options = Array.from({ length: 8 }, (_, at) => `Option ${at + 1}`).join(",");
  const rows = [
    "Late,a,b,,,,,,,1,700,1",
    "Many,a,b,c,d,e,f,g,h,8,20,1",
    "Twice,a,a,b,,,,,,3,20,1",
    "None,a,b,,,,,,,,20,1",
    `${"x".repeat(301)},a,b,,,,,,,1,20,1`,
    "Wrong,a,b,,,,,,,7,soon,many",
  ];
  const text = [`Question,${options},Correct,Time,Points`, ...rows].join("\n");
  const quiz = await readQuiz(text, "csv");
  expect(told(quiz)).toEqual([
    "2 changed: The time limit of 700 s became 600 s, the longest there is.",
    "3 changed: 8 options became 6, the most there can be; left out: “f”, “g”.",
    "4 changed: The option “a” was there twice; one was left out.",
    "5 refused: Say which option is right.",
    "6 refused: Question: At most 300 characters fit here; this has 301.",
    expect.stringMatching(/^7 refused: “7” names none of the 2 options as the right one\./),
  ]);
  expect(quiz.rows[3]).toMatchObject({
    given: "None · a · b · 20 · 1",
    question: null,
    draft: { kind: "single", prompt: "None", options: [{ text: "a", correct: false }, { text: "b" }] },
  });
  expect(quiz.quiz.questions).toHaveLength(3);
});

describe("[IMP4] text", () => {
  const text = "Question,Option 1,Option 2,Correct\nWo ist Köln?,Rhein,Main,1\n";
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
  test.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", utf16],
    ["utf-16be", Buffer.from(utf16).swap16()],
    ["windows-1252", Buffer.from(text, "latin1")],
  ])("is %s", async (encoding, bytes) => {
    const read = await readFile(bytes);
    expect(read).toMatchObject({ format: "csv", encoding });
    expect(read.quizzes[0]?.quiz.questions[0]?.prompt).toBe("Wo ist Köln?");
  });
});

describe("[IMP3] what cannot be read is refused, and says why", () => {
  test.each([
    ["", "The file is empty."],
    ["Hello, this is a letter.\nNo question in it", "The format is not recognized. It was tried as "],
    [Buffer.from([0x25, 0x50, 0x44, 0x46, 1, 2]), "This is a PDF."],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "This is an old Office file"],
    [Buffer.from("PK\x03\x04 broken"), "This archive is damaged"],
    [Buffer.from([1, 0, 2, 0]), "This is not a text file"],
  ])("%j", async (content, message) => {
    const refusal = await refusalOf(content);
    expect(refusal.code).toBe("unreadable_import");
    expect(refusal.message).toContain(message);
  });

  test("by its size", async () => {
    expect(await refusalOf(Buffer.alloc(20 * 1024 * 1024 + 1))).toMatchObject({ code: "payload_too_large" });
  });
});

test("[IMP2] more than 200 questions become several quizzes", async () => {
  const rows = Array.from({ length: 401 }, (_, at) => `Question ${at},a,b,${at === 5 ? "" : 1}`);
  const read = await readFile(`Question,Option 1,Option 2,Correct\n${rows.join("\n")}`, {
    filename: "Big.csv",
  });
  expect(read.quizzes.map(({ title, quiz, rows }) => [title, quiz.questions.length, rows.length])).toEqual([
    ["Big (1 of 2)", 200, 201],
    ["Big (2 of 2)", 200, 200],
  ]);
  expect(read.quizzes[1]?.rows[0]).toMatchObject({ row: 203, question: 0 });
});
