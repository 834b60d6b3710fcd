import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportNames } from "#lib/interchange/export-names.ts";
import { runsAsFormula, withFormulas, withoutFormulas } from "#lib/interchange/formulas.ts";
import { writeQuiz } from "#lib/interchange/write/formats.ts";
import type { QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { everyKind, NO_FILES, oddText, quiz, textOf, wholeOf } from "./quizzes.ts";

const write = (format: (typeof exportNames)[number], of: QuizDraft = everyKind) =>
  writeQuiz(format, of, NO_FILES);
const textIn = async (format: (typeof exportNames)[number], of?: QuizDraft) =>
  textOf((await write(format, of)).bytes);

describe("[EXP1] what a format cannot carry is said", () => {
  test.each(exportNames)(
    "%s: each question is in the file, or there is a sentence for it",
    async (format) => {
      const { lost } = await write(format);
      for (const { what } of lost) expect(what).toMatch(/^\p{Lu}.*\.$/su);
      const said = lost.map(({ question, what }) => `${question ?? "quiz"}: ${what}`);
      expect(said).toMatchSnapshot();
    },
  );

  test("a question that is not finished is left out with what it lacks, except where drafts are kept", async () => {
    const draft = {
      ...everyKind,
      questions: [{ kind: "text", prompt: "", accepted: [] } as never, everyKind.questions[2]!],
    };
    const { lost, bytes } = await write("gift", draft);
    expect(lost).toContainEqual({
      question: 1,
      what: "Left out, since it is not finished: Write the question.",
    });
    expect(textOf(bytes)).toContain("Water boils");
    expect((await write("json", draft)).lost).toEqual([]);
    expect(JSON.parse(await textIn("json", draft)).questions).toHaveLength(2);
  });
});

describe("[EXP2] no cell runs as a formula", () => {
  test("a text is defused, and is the same again when it is read", () => {
    fc.assert(
      fc.property(
        fc.oneof(oddText, fc.string({ unit: fc.constantFrom("=", "'", "-", "1", "a", "\n", "\t", "@") })),
        (text) => {
          const safe = withoutFormulas(text);
          expect(withFormulas(safe)).toBe(text);
          for (const line of safe === text ? [] : safe.split("\n")) expect(runsAsFormula(line)).toBe(false);
        },
      ),
    );
  });

  test("csv and xlsx", async () => {
    const odd = quiz({
      title: "Formulas",
      questions: [
        {
          kind: "single",
          prompt: "=cmd|' /C calc'!A0\n=2",
          options: [{ text: "@SUM(A1)", correct: true }, { text: "a;=b" }, { text: "-5" }, { text: "+x" }],
        },
      ],
    });
    const text = await textIn("csv", odd);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain(`"'=cmd|' /C calc'!A0\n'=2","'@SUM(A1)","a\u037E=b","-5","'+x"`);
    const cells = Object.values(sheetRows((await write("xlsx", odd)).bytes as Uint8Array));
    expect(cells).toContain("'@SUM(A1)");
    expect(cells).not.toContain("@SUM(A1)");
  });
});

describe("the formats' own rules", () => {
  test("[EXP3] GIFT: signs within texts are escaped, several right options share the points", async () => {
    const gift = await textIn(
      "gift",
      quiz({
        title: "a/b",
        questions: [
          ...everyKind.questions.slice(1, 2),
          { kind: "number", prompt: "x = {1}: #~\\?\nnew", correct: -1.5, tolerance: 0.25 },
        ],
      }),
    );
    expect(gift).toContain("$CATEGORY: a//b");
    expect(gift).toContain("~%50%2\n\t~%50%3\n\t~%-50%4");
    expect(gift).toContain("x \\= \\{1\\}\\: \\#\\~\\\\?\\nnew {#-1.5:0.25");
  });

  test("[EXP3] Aiken: a question that looks like an option stays a question", async () => {
    const aiken = await textIn(
      "aiken",
      quiz({
        title: "A",
        questions: [{ kind: "truefalse", prompt: "A. Lincoln\nwas tall.", correct: false }],
      }),
    );
    expect(aiken).toBe("A.\u00a0Lincoln was tall.\nA. True\nB. False\nANSWER: B\n");
  });

  test("[EXP3] Kahoot: header in row 8, at most four answers, a time limit of its list", async () => {
    const { bytes, lost } = await write("kahoot");
    const rows = sheetRows(bytes as Uint8Array);
    expect(rows.B2).toBe("Quiz template");
    expect(rows.B8).toBe("Question - max 120 characters");
    expect(rows.H8).toBe("Correct answer(s) - choose at least one");
    expect([rows.A9, rows.B9, rows.C9, rows.G9, rows.H9]).toEqual([
      "1",
      "What is the capital of France?",
      "Paris",
      "60",
      "1",
    ]);
    expect([rows.B10, rows.F10, rows.H10]).toEqual(["Which are primes?", "6", "1,2"]);
    expect(lost).toContainEqual({ question: 2, what: "Kahoot takes 4 answers; left out: “8”." });
  });

  test("[EXP3] Moodle XML is well-formed whatever the texts, and has the pictures inside", async () => {
    const picture = { id: "0123456789abcdefghij-400x300.png", alt: 'A "map" & more' };
    const files = { size: async () => 3, piece: async () => new Uint8Array([1, 2, 3]) };
    const odd = quiz({
      title: "a/b <c>",
      questions: [
        {
          kind: "single",
          prompt: "]]> **bold** & $\\frac{1}{2} < 1$",
          media: picture,
          options: [
            { text: "<b>", correct: true },
            { text: "x", image: picture },
          ],
        },
        { kind: "order", prompt: "Sort", items: ["1", "2"] },
        { kind: "text", prompt: "Star", accepted: ["5*3"] },
      ],
    });
    const { bytes, lost } = await writeQuiz("moodle", odd, files);
    const found = python(MOODLE, bytes as Uint8Array, "a.xml") as Record<string, string>[];
    expect(found[0]).toEqual({ type: "category", text: "$course$/top/a//b <c>", files: "" });
    expect(found[1]).toEqual({
      type: "multichoice",
      text: `<p>]]&gt; <strong>bold</strong> &amp; \\(\\frac{1}{2} &lt; 1\\)</p><img src="@@PLUGINFILE@@/${picture.id}" alt="A &quot;map&quot; &amp; more"/>`,
      files: "AQID AQID",
    });
    expect(found.map(({ type }) => type)).toEqual(["category", "multichoice", "ordering", "shortanswer"]);
    expect(textOf(bytes)).toContain("5\\*3");
    expect(lost).toEqual([]);
  });

  test("[EXP3] the system's unzip opens Ovation's own archive, with every file once", async () => {
    const files = {
      size: async () => 300_000,
      piece: async (_: string, index: number) => new Uint8Array(index === 0 ? 262_144 : 37_856).fill(7),
    };
    const { bytes, lost } = await writeQuiz("zip", everyKind, files);
    const found = python(ZIP, await wholeOf(bytes), "a.zip");
    expect(found).toEqual({
      "quiz.json": expect.any(Number),
      "media/0123456789abcdefghij-400x300.png": 300_000,
    });
    expect(lost).toEqual([]);
    expect((await write("zip")).lost).toEqual([
      {
        question: 9,
        what: "The file 0123456789abcdefghij-400x300.png is gone, so it is not in the archive.",
      },
    ]);
  });

  test("[EXP3] QTI: every file of the package is named in its manifest and is there, and every item takes its answer", async () => {
    const files = { size: async () => 3, piece: async () => new Uint8Array([1, 2, 3]) };
    const { bytes, lost } = await writeQuiz("qti", everyKind, files);
    expect(python(QTI, bytes as Uint8Array, "a.zip")).toEqual([
      ["choiceInteraction", "C1", "45.0", "2"],
      ["choiceInteraction", "C1 C2", "20.0", "1"],
      ["choiceInteraction", "true", "20.0", "1"],
      ["textEntryInteraction", "Goethe", "20.0", "1"],
      ["textEntryInteraction", "8849", "20.0", "1"],
      ["sliderInteraction", "70", "20.0", "1"],
      ["orderInteraction", "C1 C2 C3", "20.0", "1"],
      ["matchInteraction", "C1 G1 C2 G1 C3 G2", "20.0", "1"],
      ["selectPointInteraction", "200 75", "20.0", "1"],
      ["choiceInteraction", "", "20.0", null],
      ["sliderInteraction", "", "20.0", null],
      ["extendedTextInteraction", "", "20.0", null],
      ["", "", "20.0", null],
    ]);
    expect(lost.some(({ what }) => what.startsWith("Left out"))).toBe(false);
  });

  test("[EXP6] the sheet asks without telling, the key behind it tells, and nothing is loaded", async () => {
    const page = await textIn("html");
    const [sheet = "", key = ""] = page.split('<section class="key">');
    for (const answer of ["Goethe", "8849", "Since 987."]) {
      expect(sheet).not.toContain(answer);
      expect(key).toContain(answer);
    }
    expect(page).not.toMatch(/<script|<link|src="(?!data:)|url\(/);
    expect(await textIn("html", { ...everyKind, language: "ar", title: "<script>" })).toContain(
      '<html lang="ar" dir="rtl">',
    );
    expect(await textIn("html", { ...everyKind, title: "<script>" })).not.toContain("<script>");
  });

  test("[EXP4] files are named by their quiz, in any script", async () => {
    const named = async (title: string) => (await write("json", { ...everyKind, title })).fileName;
    expect(await named("Hauptstädte / 首都")).toBe("Hauptstädte 首都.json");
    expect(await named("..\\..\\etc\u202e\u0000")).toBe("etc.json");
    expect(await named("")).toBe("Quiz.json");
    expect(await named("x".repeat(120))).toBe(`${"x".repeat(55)}.json`);
  });
});

/** What Python's own library finds in a file: none of ours is asked. */
function python(script: string, bytes: Uint8Array, name: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return JSON.parse(execFileSync("python3", ["-c", script, path], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sheetRows(bytes: Uint8Array): Record<string, string> {
  return python(SHEET, bytes, "a.xlsx") as Record<string, string>;
}

const SHEET = `
import json, sys, zipfile
import xml.etree.ElementTree as ET
n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
shared = []
if "xl/sharedStrings.xml" in z.namelist():
    shared = ["".join(t.text or "" for t in s.iter(n + "t")) for s in ET.fromstring(z.read("xl/sharedStrings.xml"))]
cells = {}
for c in ET.fromstring(z.read("xl/worksheets/sheet1.xml")).iter(n + "c"):
    assert c.find(n + "f") is None
    v = c.find(n + "v")
    text = "".join(t.text or "" for t in c.iter(n + "t")) if v is None else v.text
    cells[c.get("r")] = shared[int(text)] if c.get("t") == "s" else text
print(json.dumps(cells))
`;

const MOODLE = `
import json, sys
import xml.etree.ElementTree as ET
print(json.dumps([{
    "type": q.get("type"),
    "text": (q.find("questiontext/text") if q.find("questiontext") is not None else q.find("category/text")).text,
    "files": " ".join(f.text for f in q.iter("file")),
} for q in ET.parse(sys.argv[1]).getroot()]))
`;

const ZIP = `
import json, subprocess, sys, zipfile
subprocess.run(["unzip", "-tqq", sys.argv[1]], check=True)
print(json.dumps({ i.filename: i.file_size for i in zipfile.ZipFile(sys.argv[1]).infolist() }))
`;

const QTI = `
import json, posixpath, sys, zipfile
import xml.etree.ElementTree as ET
z = zipfile.ZipFile(sys.argv[1])
cp, qti = "{http://www.imsglobal.org/xsd/imscp_v1p1}", "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
named = {"imsmanifest.xml"} | {f.get("href") for f in ET.fromstring(z.read("imsmanifest.xml")).iter(cp + "file")}
assert named == set(z.namelist()), named ^ set(z.namelist())
items = []
for ref in ET.fromstring(z.read("test.xml")).iter(qti + "assessmentItemRef"):
    item = ET.fromstring(z.read(ref.get("href")))
    for shown in list(item.iter(qti + "img")) + list(item.iter(qti + "object")):
        assert posixpath.normpath("items/" + (shown.get("src") or shown.get("data"))) in named
    asked = [e.tag.replace(qti, "") for e in item.iter() if e.tag.endswith("Interaction")]
    right = [v.text for v in item.iter(qti + "value")]
    weight = ref.find(qti + "weight")
    seconds = str(float(ref.find(qti + "timeLimits").get("maxTime")))
    items.append([" ".join(asked), " ".join(right), seconds, None if weight is None else weight.get("value")])
print(json.dumps(items))
`;
