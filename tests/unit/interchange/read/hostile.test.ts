import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFile, refusalOf } from "./reading.ts";
import { workbook, zipOf } from "./workbook.ts";

const ROWS = [
  ["Question", "Option 1", "Option 2", "Correct"],
  ["Which?", "a", "b", 1],
];

describe("[IMP6] refused by name, before anything is parsed", () => {
  test("a zip bomb, by its ratio and by its size", async () => {
    const zeros = "0".repeat(12 * 1024 * 1024);
    const bomb = await refusalOf(workbook(ROWS, { files: { "xl/more.xml": zeros } }));
    expect(bomb).toMatchObject({
      code: "unreadable_import",
      message: expect.stringContaining("like a zip bomb"),
    });
    const nested = gzipSync(Buffer.alloc(30 * 1024 * 1024));
    expect((await refusalOf(nested)).message).toContain("packed like a zip bomb");
  });

  test("an entry larger than it says", async () => {
    const honest = zipSync({ "xl/workbook.xml": strToU8("x".repeat(200_000)) });
    const lying = Buffer.from(honest);
    const directory = lying.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    lying.writeUInt32LE(100, directory + 24);
    expect((await refusalOf(lying)).message).toMatch(/damaged|zip bomb/);
  });

  test("too many entries", async () => {
    const files = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.xml`, ""]));
    expect((await refusalOf(zipOf(files))).message).toContain("2001 entries");
  });

  test.each(["../../etc/passwd", "/etc/passwd", "C:/x.xml", "a/../../b"])(
    "a path out of it: %s",
    async (name) => {
      expect((await refusalOf(zipOf({ [name]: "x" }))).message).toContain("path traversal");
    },
  );

  test.each([
    [
      "XXE",
      '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="truefalse">&x;</question></quiz>',
    ],
    [
      "billion laughs",
      '<!DOCTYPE quiz [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><quiz><question type="truefalse">&b;</question></quiz>',
    ],
    ["a parameter entity alone", '<quiz><!ENTITY % x "y"><question type="truefalse"></question></quiz>'],
  ])("XML with a DOCTYPE: %s", async (_, xml) => {
    expect((await refusalOf(xml)).message).toContain("DOCTYPE");
    expect((await refusalOf(workbook(ROWS, { files: { "xl/styles.xml": xml } }))).message).toContain(
      "DOCTYPE",
    );
  });

  test("a sheet with a cell far away", async () => {
    const sheet = (ref: string) =>
      `<worksheet><sheetData><row r="1"><c r="${ref}" t="str"><v>x</v></c></row></sheetData></worksheet>`;
    const far = (ref: string) => workbook(ROWS, { files: { "xl/worksheets/sheet1.xml": sheet(ref) } });
    expect((await refusalOf(far("A1048576"))).message).toContain("row 1048576");
    expect((await refusalOf(far("XFD1"))).message).toContain("column XFD");
  });

  test("XML that is not whole, and JSON that is none", async () => {
    expect((await refusalOf('<quiz><question type="truefalse"><name></quiz>')).message).toContain(
      "This XML is damaged",
    );
    expect((await refusalOf('{"questions": [')).message).toContain("It is not valid JSON");
    expect((await refusalOf('Question,Option 1\n"open,a\n')).message).toContain("never closed");
  });

  test("5,001 questions", async () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `Is ${at} even?,true`);
    expect((await refusalOf(`Question,Correct\n${rows.join("\n")}`)).message).toContain(
      "more than 5,000 questions",
    );
  });
});

test("[IMP1] of 5,000 rows of which 37 are bad, 37 are refused", async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `Is ${at} even?,${at % 137 === 1 ? "maybe" : "true"}`,
  );
  const read = await readFile(
    `Question,Kind,Correct\n${rows.map((row) => row.replace(",", ",truefalse,")).join("\n")}`,
  );
  const all = read.quizzes.flatMap((quiz) => quiz.rows);
  expect(all).toHaveLength(5_000);
  expect(all.filter(({ status }) => status === "refused")).toHaveLength(37);
  expect(read.quizzes).toHaveLength(25);
});

test("[IMP6] entities that XML does not know stay text, numbers beyond Unicode too", async () => {
  const xml =
    '<quiz><question type="truefalse"><questiontext><text>&unknown; &#1114112; &#x41;</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>';
  const read = await readFile(xml);
  expect(read.quizzes[0]?.quiz.questions[0]?.prompt).toBe("&unknown; &#1114112; A");
});
