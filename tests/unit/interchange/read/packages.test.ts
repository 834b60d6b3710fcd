import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFile, readQuiz, refusalOf, told } from "./reading.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])));

const field = (label: string, entry: string) =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;
const material = (html: string) =>
  `<material><mattext texttype="text/html">${html.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</mattext></material>`;
const label = (ident: string, text: string) =>
  `<response_label ident="${ident}"><material><mattext texttype="text/plain">${text}</mattext></material></response_label>`;
const score = (condition: string, set = '<setvar action="Set" varname="SCORE">100</setvar>') =>
  `<respcondition continue="No"><conditionvar>${condition}</conditionvar>${set}</respcondition>`;

/** As Canvas writes one: its type among the metadata, HTML as text. */
function canvasItem(type: string, html: string, answered: string, processing: string, feedback = "") {
  return `<item ident="g1" title="Question"><itemmetadata><qtimetadata>${field("question_type", type)}${field("points_possible", "1.0")}</qtimetadata></itemmetadata>
<presentation>${material(html)}${answered}</presentation>
<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${processing}</resprocessing>${feedback}</item>`;
}

function canvasPackage(items: readonly string[]) {
  return zip({
    "imsmanifest.xml": '<?xml version="1.0"?><manifest identifier="m"/>',
    "g0/assessment_meta.xml": "<quiz><title>Not this</title></quiz>",
    "g0/g0.xml": `<?xml version="1.0" encoding="UTF-8"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="g0" title="Rivers"><section ident="root_section">${items.join("")}</section></assessment></questestinterop>`,
  });
}

const list = (ident: string, cardinality: string, labels: string, before = "") =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${before}<render_choice>${labels}</render_choice></response_lid>`;
const two = label("1", "Nile") + label("2", "Rhine") + label("3", "Amazon");

describe("[EXP9] QTI 1.2 as Canvas writes it", () => {
  test("choices, typed answers, numbers, matches and texts", async () => {
    const read = await readQuiz(
      canvasPackage([
        canvasItem(
          "multiple_choice_question",
          "<p>The <em>longest</em> river in Europe &amp; Africa?</p>",
          list("response1", "Single", two),
          score('<varequal respident="response1">1</varequal>'),
          '<itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/html">&lt;p&gt;6650 km.&lt;/p&gt;</mattext></material></flow_mat></itemfeedback>',
        ),
        canvasItem(
          "multiple_answers_question",
          "Outside of Europe?",
          list("response1", "Multiple", two),
          score(
            '<and><varequal respident="response1">1</varequal><not><varequal respident="response1">2</varequal></not><varequal respident="response1">3</varequal></and>',
          ),
        ),
        canvasItem(
          "true_false_question",
          "The Rhine is a river.",
          list("response1", "Single", label("11", "True") + label("12", "False")),
          score('<varequal respident="response1">11</varequal>'),
        ),
        canvasItem(
          "short_answer_question",
          "Which river is in Cairo?",
          '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1"/></render_fib></response_str>',
          score(
            '<varequal respident="response1">Nile</varequal><varequal respident="response1">the Nile</varequal>',
          ),
        ),
        canvasItem(
          "numerical_question",
          "How long is it, in km?",
          '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="answer1"/></render_fib></response_str>',
          score(
            '<or><varequal respident="response1">6650.0</varequal><and><vargte respident="response1">6600.0</vargte><varlte respident="response1">6700.0</varlte></and></or>',
          ),
        ),
        canvasItem(
          "matching_question",
          "Where?",
          list(
            "response_1",
            "Single",
            label("8", "Egypt") + label("9", "Germany"),
            "<material><mattext>Nile</mattext></material>",
          ) +
            list(
              "response_2",
              "Single",
              label("8", "Egypt") + label("9", "Germany"),
              "<material><mattext>Rhine</mattext></material>",
            ),
          score(
            '<varequal respident="response_1">8</varequal>',
            '<setvar varname="SCORE" action="Add">50.00</setvar>',
          ) +
            score(
              '<varequal respident="response_2">9</varequal>',
              '<setvar varname="SCORE" action="Add">50.00</setvar>',
            ),
        ),
        canvasItem("text_only_question", "Now the sea.", "", ""),
        canvasItem(
          "essay_question",
          "Describe it.",
          '<response_str ident="response1"><render_fib/></response_str>',
          score("<other/>", ""),
        ),
      ]),
      "qti",
    );
    expect(read.title).toBe("Rivers");
    expect(read.quiz.questions).toMatchObject([
      {
        kind: "single",
        prompt: "The longest river in Europe & Africa?",
        options: [{ text: "Nile", correct: true }, { text: "Rhine" }, { text: "Amazon" }],
        explanation: "6650 km.",
      },
      { kind: "multiple", options: [{ correct: true }, { correct: false }, { correct: true }] },
      { kind: "truefalse", correct: true },
      { kind: "text", accepted: ["Nile", "the Nile"] },
      { kind: "number", correct: 6650, tolerance: 50 },
      {
        kind: "match",
        pairs: [
          { item: "Nile", group: "Egypt" },
          { item: "Rhine", group: "Germany" },
        ],
      },
      { kind: "slide", prompt: "Now the sea." },
    ]);
    expect(told(read).at(-1)).toBe("8 refused: It takes a long text, which cannot be graded here.");
  });
});

const item = (body: string, declaration: string, more = "") =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="An item" adaptive="false" timeDependent="false">${declaration}<itemBody>${body}</itemBody>${more}</assessmentItem>`;
const declared = (cardinality: string, type: string, ...values: string[]) =>
  `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join("")}</correctResponse></responseDeclaration>`;
const choice = (id: string, text: string) => `<simpleChoice identifier="${id}">${text}</simpleChoice>`;

describe("[EXP9] QTI 2.1 and 2.2 of other systems", () => {
  test("a package in the order of its test, with prefixes, prompts in interactions, relative tolerance", async () => {
    const read = await readQuiz(
      zip({
        "imsmanifest.xml": "<manifest/>",
        "tests/t.xml": `<qti:assessmentTest xmlns:qti="x" title="Mixed"><qti:testPart><qti:assessmentSection><qti:assessmentItemRef href="../items/b.xml"><qti:weight identifier="W" value="2.0"/><qti:timeLimits maxTime="30.0"/></qti:assessmentItemRef><qti:assessmentItemRef href="../items/a.xml"/><qti:assessmentItemRef href="../items/c.xml"/><qti:assessmentItemRef href="../items/gone.xml"/></qti:assessmentSection></qti:testPart></qti:assessmentTest>`,
        "items/a.xml": item(
          '<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which <b>one</b>?</prompt>' +
            `${choice("x", "Left")}${choice("y", "Right")}</choiceInteraction>`,
          declared("single", "identifier", "y"),
        ),
        "items/b.xml": item(
          '<p>About pi:<br/><textEntryInteraction responseIdentifier="R"/></p>',
          declared("single", "float", "3.0"),
          '<responseProcessing><responseCondition><responseIf><equal toleranceMode="relative" tolerance="10 10"><variable identifier="R"/><correct identifier="R"/></equal></responseIf></responseCondition></responseProcessing>',
        ),
        "items/c.xml": item(
          '<p>Two: <textEntryInteraction responseIdentifier="R"/> <textEntryInteraction responseIdentifier="S"/></p>',
          declared("single", "string", "a"),
        ),
      }),
      "qti",
    );
    expect(read.title).toBe("Mixed");
    expect(read.quiz.questions).toMatchObject([
      { kind: "number", prompt: "About pi:", correct: 3, tolerance: 0.3, points: 2, timeLimitMs: 30_000 },
      { kind: "single", prompt: "Which one?", options: [{ text: "Left" }, { text: "Right", correct: true }] },
    ]);
    expect(told(read).slice(2)).toEqual([
      "3 refused: It asks 2 things in one question; split it up.",
      "4 refused: The package has no item “../items/gone.xml”.",
    ]);
  });

  test("without a right answer a choice becomes a poll, and it is said", async () => {
    const document = item(
      `<choiceInteraction responseIdentifier="R" maxChoices="1">${choice("x", "Tea")}${choice("y", "Coffee")}</choiceInteraction>`,
      '<responseDeclaration identifier="R" cardinality="single" baseType="identifier"/>',
    );
    const read = await readQuiz(document, "qti");
    expect(read.quiz.questions).toMatchObject([
      { kind: "poll", prompt: "An item", options: [{ text: "Tea" }, { text: "Coffee" }] },
    ]);
    expect(told(read)).toEqual(["1 changed: No answer is marked as right, so it became a poll."]);
  });

  test("[IMP6] a DOCTYPE in an item is refused by name", async () => {
    const hostile =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem><itemBody>&x;</itemBody></assessmentItem>';
    expect((await refusalOf(zip({ "imsmanifest.xml": "<manifest/>", "a.xml": hostile }))).message).toContain(
      "DOCTYPE",
    );
    expect((await refusalOf(zip({ "imsmanifest.xml": "<manifest/>" }))).message).toContain("no question");
  });
});

describe("[EXP10] Ovation's own zip", () => {
  const quiz = {
    title: "Pictures",
    questions: [
      {
        kind: "truefalse",
        prompt: "Here",
        correct: true,
        media: { id: "0123456789abcdefghij-4x3.png", alt: "A" },
      },
      {
        kind: "truefalse",
        prompt: "Gone",
        correct: true,
        media: { id: "9123456789abcdefghij-4x3.png", alt: "A" },
      },
    ],
  };

  test("files come along; one that is missing is left out, and it is said", async () => {
    const read = await readFile(
      zip({
        "quiz.json": JSON.stringify(quiz),
        "media/0123456789abcdefghij-4x3.png": "x",
        "media/odd.exe": "x",
      }),
    );
    expect([...read.media.keys()]).toEqual(["0123456789abcdefghij-4x3.png"]);
    expect(read.quizzes[0]?.quiz.questions).toMatchObject([{ media: { alt: "A" } }, { prompt: "Gone" }]);
    expect(read.quizzes[0]?.quiz.questions[1]).not.toHaveProperty("media");
    expect(told(read.quizzes[0]!)[1]).toContain("is not in the archive and was left out");
  });

  test("[IMP3] an archive whose quiz is none is refused", async () => {
    expect((await refusalOf(zip({ "quiz.json": "{}" }))).message).toContain("no quiz of ours");
  });
});
