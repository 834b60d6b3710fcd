import { describe, expect, test } from "vitest";
import { readFile, readQuiz, told } from "./reading.ts";

const question = (type: string, inner: string, prompt = "Which?") =>
  `<question type="${type}"><name><text>A name</text></name><questiontext format="html"><text><![CDATA[<p>${prompt}</p>]]></text></questiontext>${inner}</question>`;
const answer = (fraction: number, text: string, feedback = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback><text>${feedback}</text></feedback></answer>`;
const document = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;

describe("[IMP9] Moodle XML", () => {
  test("the kinds that are here", async () => {
    const xml = document(
      question(
        "multichoice",
        `<single>true</single>${answer(100, "&lt;b&gt;Lima&lt;/b&gt;", "Yes.")}${answer(0, "Cusco")}`,
      ),
      question(
        "multichoice",
        `<single>false</single>${answer(50, "2")}${answer(50, "3")}${answer(-100, "4")}`,
      ),
      question(
        "truefalse",
        `${answer(100, "true")}${answer(0, "false")}<generalfeedback><text>Because.</text></generalfeedback>`,
      ),
      question(
        "shortanswer",
        `<usecase>0</usecase>${answer(100, "Seine")}${answer(100, "la *")}${answer(50, "Sein")}`,
      ),
      question(
        "numerical",
        `<answer fraction="100"><text>8849</text><tolerance>1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>0.001</multiplier><unit_name>km</unit_name></unit></units>`,
      ),
      question(
        "matching",
        ["Peru|Lima", "Mali|Bamako", "|Suva"]
          .map((pair) => pair.split("|"))
          .map(
            ([item, group]) =>
              `<subquestion format="html"><text>${item}</text><answer><text>${group}</text></answer></subquestion>`,
          )
          .join(""),
      ),
      question("ordering", `${answer(2, "second")}${answer(1, "first")}${answer(3, "third")}`),
      question("description", ""),
    );
    const quiz = await readQuiz(xml, "moodle", "Bank.xml");
    expect(quiz.title).toBe("Bank");
    expect(quiz.quiz.questions).toMatchObject([
      {
        kind: "single",
        prompt: "Which?",
        explanation: "Yes.",
        options: [{ text: "Lima", correct: true }, {}],
      },
      { kind: "multiple", options: [{ correct: true }, { correct: true }, { correct: false }] },
      { kind: "truefalse", correct: true, explanation: "Because." },
      { kind: "text", accepted: ["Seine"] },
      { kind: "number", correct: 8849, tolerance: 1, unit: "m" },
      { kind: "match", pairs: [{ item: "Peru", group: "Lima" }, {}] },
      { kind: "order", items: ["first", "second", "third"] },
      { kind: "slide" },
    ]);
    expect(told(quiz)).toEqual([
      "1 changed: Bold, italic and colors were left out.",
      ...["2 ok", "3 ok"],
      "4 changed: “Sein” was worth 50%; it is not accepted.: “la *” stands for any text (*) and is not accepted.",
      "5 changed: One unit can be asked for: “m”. Left out: “km”.",
      "6 changed: “Suva” belongs to nothing and was left out.",
      ...["7 ok", "8 ok"],
    ]);
  });

  test("categories, pictures, formulas, entities, and what is refused by name", async () => {
    const picture = '<img src="@@PLUGINFILE@@/a.png" alt="x"/>';
    const xml = document(
      `<question type="category"><category><text>$course$/top/Maths/Sets</text></category></question>`,
      question("truefalse", answer(100, "true"), `Is &eacute; in \\(A\\cap B\\)? H<sub>2</sub>O ${picture}`),
      `<question type="category"><category><text>$course$/top/Maths/Rest</text></category></question>`,
      question("cloze", ""),
      question("calculated", ""),
      question("essay", ""),
      question("ddimageortext", ""),
    );
    const read = await readFile(xml);
    expect(read.quizzes.map(({ title }) => title)).toEqual(["Maths / Sets", "Maths / Rest"]);
    expect(read.quizzes[0]?.quiz.questions[0]).toMatchObject({ prompt: "Is é in $A\\cap B$? H₂O" });
    expect(told(read.quizzes[0]!)).toEqual(["1 changed: A picture was left out; add it again."]);
    expect(told(read.quizzes[1]!)).toEqual([
      "2 refused: A cloze text with several gaps (cloze) has no kind here.",
      "3 refused: A calculated question uses different numbers for everyone; there is no such kind here.",
      "4 refused: An essay has no answer that can be graded.",
      "5 refused: There is no kind here for Moodle’s “ddimageortext”.",
    ]);
  });
});

describe("[IMP9] the Open Trivia Database", () => {
  const items = [
    {
      category: "Film",
      type: "multiple",
      difficulty: "easy",
      question: "Who played &quot;Am&eacute;lie&quot; &amp; when?",
      correct_answer: "Audrey Tautou",
      incorrect_answers: ["L&eacute;a Seydoux", "Juliette Binoche", "Eva Green"],
    },
    {
      category: "Film",
      type: "boolean",
      difficulty: "easy",
      question: "It&#039;s French.",
      correct_answer: "True",
      incorrect_answers: ["False"],
    },
  ];
  const decoded = [items[0]!, items[1]!].map(
    (item) =>
      JSON.parse(
        JSON.stringify(item)
          .replaceAll("&quot;", '\\"')
          .replaceAll("&eacute;", "é")
          .replaceAll("&amp;", "&")
          .replaceAll("&#039;", "'"),
      ) as (typeof items)[0],
  );
  const encodedBy = (encode: (text: string) => string) =>
    decoded.map((item) =>
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(encode) : encode(value),
        ]),
      ),
    );
  test.each([
    ["HTML", items],
    ["base64", encodedBy((text) => Buffer.from(text).toString("base64"))],
    ["URL", encodedBy(encodeURIComponent)],
  ])("encoded as %s", async (_, results) => {
    const quiz = await readQuiz(JSON.stringify({ response_code: 0, results }), "opentdb");
    expect(told(quiz)).toEqual(["1 ok", "2 ok"]);
    expect(quiz.quiz).toMatchObject({
      title: "Film",
      questions: [
        {
          kind: "single",
          prompt: 'Who played "Amélie" & when?',
          options: expect.arrayContaining([
            { text: "Audrey Tautou", correct: true },
            { text: "Léa Seydoux", correct: false },
          ]),
        },
        { kind: "truefalse", prompt: "It's French.", correct: true },
      ],
    });
  });
});

describe("[IMP9] Razzia", () => {
  test("of today and of before", async () => {
    const file = {
      subject: "Mixed",
      gameMode: "quiz",
      questions: [
        { type: "single", question: "One?", answers: ["a", "b"], solutions: [1], cooldown: 5, time: 15 },
        {
          type: "multi",
          question: "Some?",
          answers: ["a", "b", "c"],
          solutions: [0, 2],
          cooldown: 5,
          time: -1,
        },
        {
          type: "estimation",
          question: "How many?",
          answers: [],
          solutions: [50],
          cooldown: 3,
          time: 20,
          options: { inputMode: "input", min: 0, max: 100, step: 1, margin: 10 },
        },
        {
          question: "Before?",
          answers: ["a", "b"],
          solution: 0,
          cooldown: 5,
          time: 15,
          image: "https://example.com/x.png",
        },
        { type: "puzzle", question: "New?", answers: ["a", "b"], solutions: [0], cooldown: 5, time: 15 },
      ],
    };
    const quiz = await readQuiz(JSON.stringify(file), "razzia");
    expect(quiz.quiz).toMatchObject({
      title: "Mixed",
      questions: [
        { kind: "single", timeLimitMs: 15_000, options: [{}, { correct: true }] },
        { kind: "multiple", timeLimitMs: 600_000 },
        { kind: "number", correct: 50, tolerance: 10 },
        { kind: "single", options: [{ correct: true }, {}] },
      ],
    });
    expect(told(quiz)).toEqual([
      "1 ok",
      "2 changed: It has no time limit there; it became 600 s, the longest there is.",
      "3 ok",
      "4 changed: The picture, sound or film was left out; add it again.",
      "5 refused: There is no kind here for Razzia’s “puzzle”.",
    ]);
    const survey = await readQuiz(
      JSON.stringify({ ...file, gameMode: "survey", questions: file.questions.slice(0, 1) }),
      "razzia",
    );
    expect(survey.quiz.questions[0]).toMatchObject({ kind: "poll" });
  });
});

describe("[IMP9] the own JSON", () => {
  const quiz = {
    id: "x".repeat(20),
    title: "Capitals",
    description: "Of the world",
    language: "de",
    questions: [
      {
        kind: "single",
        prompt: "Of **Peru**?",
        options: [{ text: "Lima", correct: true }, { text: "Cusco" }],
        timeLimitMs: 30_000,
        points: 2,
      },
      { kind: "single", prompt: "Of Mali?", options: [{ text: "Bamako" }, { text: "Gao" }] },
    ],
    version: 3,
    problems: [],
    createdAtMs: 1,
    updatedAtMs: 2,
  };
  test("as the API gives it, one or several, and a dry run sent back", async () => {
    const { quiz: read, rows } = await readQuiz(JSON.stringify(quiz), "own");
    expect(read).toEqual({
      title: "Capitals",
      description: "Of the world",
      language: "de",
      questions: [expect.objectContaining({ prompt: "Of **Peru**?", points: 2, timeLimitMs: 30_000 })],
    });
    expect(read.questions[0]).not.toHaveProperty("plainText");
    expect(rows[1]).toMatchObject({
      status: "refused",
      messages: ["Mark the right one."],
      draft: { prompt: "Of Mali?" },
    });
    const several = await readFile(JSON.stringify({ quizzes: [quiz, { ...quiz, title: "Again" }] }));
    expect(several.quizzes.map(({ title }) => title)).toEqual(["Capitals", "Again"]);
    const again = await readFile(JSON.stringify({ format: "own", quizzes: several.quizzes }));
    expect(again.quizzes.map((each) => each.quiz)).toEqual(several.quizzes.map((each) => each.quiz));
  });
});
