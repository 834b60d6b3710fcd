import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { tableTemplate } from "#lib/interchange/table-template.ts";
import { readFile, readQuiz, refusalOf, told } from "./reading.ts";
import { workbook } from "./workbook.ts";

const KAHOOT_HEADER = [
  null,
  "Question - max 120 characters",
  "Answer 1 - max 75 characters",
  "Answer 2 - max 75 characters",
  "Answer 3 - max 75 characters",
  "Answer 4 - max 75 characters",
  "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
  "Correct answer(s) - choose at least one",
];
const BEFORE = [
  [],
  [null, "Quiz template"],
  [
    null,
    "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one).",
  ],
  [null, "Remember: questions have a limit of 120 characters and answers can have 75 characters max."],
  [],
  [],
  [],
];

describe("[IMP9] Kahoot's sheet", () => {
  test("as its template is filled in", async () => {
    const file = workbook([
      ...BEFORE,
      KAHOOT_HEADER,
      [1, "Which is the largest planet?", "Mars", "Jupiter", "Venus", "Earth", 20, "2"],
      [2, "Which are inner planets?", "Mars", "Jupiter", "Venus", null, 60, "1,3"],
      [3, "How many moons has Mars?", 1, 2, 3, 4, 10, 2],
      [4, null, null, null, null, null, null, null],
    ]);
    const quiz = await readQuiz(file, "kahoot", "Planets.kahoot.xlsx");
    expect(told(quiz)).toEqual(["9 ok", "10 ok", "11 ok"]);
    expect(quiz.quiz).toMatchObject({
      title: "Planets",
      questions: [
        { kind: "single", timeLimitMs: 20_000, options: [{}, { text: "Jupiter", correct: true }, {}, {}] },
        { kind: "multiple", timeLimitMs: 60_000, options: [{ correct: true }, {}, { correct: true }] },
        {
          kind: "single",
          options: [{ text: "1" }, { text: "2", correct: true }, { text: "3" }, { text: "4" }],
        },
      ],
    });
  });

  test("with its heading elsewhere, cells merged over rows and columns, and three bad rows", async () => {
    const file = workbook(
      [
        ["Our quiz"],
        [null, null, ...KAHOOT_HEADER.slice(1)],
        [],
        [null, null, "Right once?", "Yes", "No", null, null, 20, 1],
        [null, null, "Nothing marked?", "Yes", "No", null, null, 20, null],
        [null, null, "No such answer?", "Yes", "No", null, null, 20, 5],
        [null, null, "An empty one?", "Yes", "No", null, null, 20, "1,3"],
        [null, null, "Too long?", "Yes", "No", null, null, 900, 1],
        [null, null, "As a number?", "Yes", "No", "Both", null, 20, 1.2],
      ],
      { merged: ["A1:I1", "C2:C3", "D2:D3"] },
    );
    const quiz = await readQuiz(file, "kahoot");
    expect(told(quiz)).toEqual([
      "4 ok",
      "5 refused: Say which option is right.",
      "6 refused: “5” names none of the 4 options as the right one.",
      "7 refused: An answer that is empty is named as right.",
      "8 changed: The time limit of 900 s became 600 s, the longest there is.",
      "9 changed: “1.2” was read as options 1 and 2.",
    ]);
    expect(quiz.rows[1]).toMatchObject({
      draft: { prompt: "Nothing marked?" },
      given: "Nothing marked? · Yes · No · 20",
    });
  });

  test("in German, saved as CSV with semicolons in Windows-1252", async () => {
    const text = [
      ";Frage – max. 120 Zeichen;Antwort 1 – max. 75 Zeichen;Antwort 2 – max. 75 Zeichen;Zeitlimit (Sek.);Richtige Antwort(en)",
      "1;Wo liegt Köln?;am Rhein;am Main;30;1",
    ].join("\r\n");
    const bytes = Buffer.from(text.replaceAll("–", "-"), "latin1");
    const read = await readFile(bytes);
    expect(read).toMatchObject({ format: "kahoot", encoding: "windows-1252" });
    expect(read.quizzes[0]?.quiz.questions).toMatchObject([
      { prompt: "Wo liegt Köln?", timeLimitMs: 30_000 },
    ]);
  });

  test("signs that are marks here are shown as they are", async () => {
    const file = workbook([KAHOOT_HEADER, [1, "What is 2*3*4?", "$24", "$9", null, null, 20, 1]]);
    const { quiz } = await readQuiz(file, "kahoot");
    expect(quiz.questions[0]).toMatchObject({ prompt: "What is 2*3*4?", plainText: true });
  });
});

describe("[IMP9] Blooket's table", () => {
  const header =
    '"Question #","Question Text","Answer 1","Answer 2","Answer 3\n(Optional)","Answer 4\n(Optional)","Time Limit (sec)\n(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"';
  test("as its template is filled in", async () => {
    const text = `"Blooket\nImport Template",,,,,,,\n${header}\n1,"2 + 2, quickly?",3,4,,,20,2\n2,Even?,2,3,4,,300,"1,3"\n3,,,,,,,\n`;
    const quiz = await readQuiz(text, "blooket", "Sums.csv");
    expect(told(quiz)).toEqual(["3 ok", "4 ok"]);
    expect(quiz.quiz.questions).toMatchObject([
      { kind: "single", prompt: "2 + 2, quickly?", options: [{ text: "3" }, { text: "4", correct: true }] },
      { kind: "multiple", timeLimitMs: 300_000 },
    ]);
  });
});

describe("[IMP9] the own table as a workbook", () => {
  test("its template reads back whole", async () => {
    const { quiz, rows } = await readQuiz(workbook(tableTemplate), "xlsx");
    expect(rows.every(({ status }) => status === "ok")).toBe(true);
    expect(quiz.questions.map(({ kind }) => kind)).toEqual(tableTemplate.slice(1).map(([kind]) => kind));
  });

  test("numbers are as they are shown, and true is true", async () => {
    const file = workbook([
      ["Question", "Option 1", "Option 2", "Correct", "Time limit (s)"],
      ["Sum of 0.1 and 0.2?", 0.30000000000000004, 0.2, 1, 20],
      ["Fire is hot.", null, null, true, 5],
    ]);
    const { quiz } = await readQuiz(file, "xlsx");
    expect(quiz.questions).toMatchObject([
      { options: [{ text: "0.3", correct: true }, { text: "0.2" }] },
      { kind: "truefalse", correct: true, timeLimitMs: 5_000 },
    ]);
  });
});

describe("[IMP9] ClassQuiz", () => {
  const file = {
    title: "Rivers",
    description: "<p>Of the <b>world</b></p>",
    cover_image: null,
    questions: [
      {
        question: "<p>Longest?</p>",
        time: "20",
        type: "ABCD",
        image: null,
        answers: [
          { answer: "Nile", right: true },
          { answer: "Rhine", right: false },
        ],
      },
      {
        question: "In Asia",
        time: "30",
        type: "CHECK",
        image: 0,
        answers: [
          { answer: "Ganges", right: true },
          { answer: "Indus", right: true },
          { answer: "Elbe", right: false },
        ],
      },
      {
        question: "Best?",
        time: "20",
        type: "VOTING",
        image: null,
        answers: [{ answer: "Nile" }, { answer: "Elbe" }],
      },
      {
        question: "Through Paris?",
        time: "20",
        type: "TEXT",
        image: null,
        answers: [{ answer: "Seine", case_sensitive: false }],
      },
      {
        question: "By length",
        time: "20",
        type: "ORDER",
        image: null,
        answers: [{ answer: "Elbe" }, { answer: "Rhine" }, { answer: "Nile" }],
      },
      {
        question: "How long, in 100 km?",
        time: "20",
        type: "RANGE",
        image: null,
        answers: { min: 0, max: 100, min_correct: 60, max_correct: 70 },
      },
      { question: "Half time", time: "20", type: "SLIDE", image: null, answers: "{}" },
      { question: "New", time: "20", type: "HOLOGRAM", image: null, answers: [] },
    ],
  };
  test("its .cqa, with pictures behind the JSON", async () => {
    const picture = [
      Buffer.from([0xc6, 0xc6, 0xc6, 0, 0x30, 0xc5, 0xc5, 0]),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    ];
    const bytes = Buffer.concat([
      gzipSync(JSON.stringify(file)),
      Buffer.from([0xc7, 0xc7, 0xc7, 0]),
      ...picture,
    ]);
    const quiz = await readQuiz(bytes, "classquiz", "x.cqa");
    expect(quiz.quiz).toMatchObject({ title: "Rivers", description: "Of the world" });
    expect(quiz.quiz.questions).toMatchObject([
      { kind: "single", prompt: "Longest?" },
      { kind: "multiple" },
      { kind: "poll" },
      { kind: "text", accepted: ["Seine"] },
      { kind: "order", items: ["Elbe", "Rhine", "Nile"] },
      { kind: "slider", min: 0, max: 100, correct: 65, margin: 5 },
      { kind: "slide", prompt: "Half time" },
    ]);
    expect(told(quiz)).toEqual([
      "1 ok",
      "2 changed: The picture was left out; add it again.",
      ...["3 ok", "4 ok", "5 ok", "6 ok"],
      "7 changed: The drawing on the slide was left out; its title stays.",
      "8 refused: There is no kind here for ClassQuiz’s “HOLOGRAM”.",
    ]);
  });

  test("its sheet, with title and description above", async () => {
    const sheet = workbook([
      ...[[], [], [], []],
      [null, "Title", "My rivers"],
      [null, "Description", "Of the world"],
      ...[[], [], [], [], [], []],
      [
        null,
        "Question",
        "1st Answer",
        "2nd Answer",
        "3rd Answer",
        "4th Answer",
        "Time Limit (max. 120)",
        "Correct Answers",
      ],
      [1, "Longest?", "Nile", "Rhine", null, null, "20", "1"],
      [2, "In Asia?", "Ganges", "Indus", "Elbe", null, "20", "1,2"],
    ]);
    const quiz = await readQuiz(sheet, "classquiz");
    expect(quiz.quiz).toMatchObject({ title: "My rivers", description: "Of the world" });
    expect(told(quiz)).toEqual(["14 ok", "15 ok"]);
  });

  test("a gzip file of something else is refused", async () => {
    expect((await refusalOf(gzipSync("[1, 2]"))).message).toContain("does not hold a ClassQuiz quiz");
    expect((await refusalOf(gzipSync("x".repeat(1_000)).subarray(0, 20))).message).toContain("damaged");
  });
});
