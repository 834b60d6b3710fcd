import { describe, expect, test } from "vitest";
import { type Cell, csv } from "#lib/api/files/csv.ts";
import { csvDownload, downloadName } from "#lib/api/sessions/results-files.ts";
import type { Results } from "#lib/session/reports/results.ts";

describe("[SEC7] a cell is one cell, and runs nothing", () => {
  const texts = {
    "a formula": "=1+1",
    "a formula behind spaces": "  =1+1",
    "a plus": "+SUM(A1)",
    "a minus": "-2+3+cmd|' /C calc'!A0",
    "an at sign": "@SUM(A1)",
    "a full-width equals sign": "＝1+1",
    "a full-width plus": "＋1+1",
    "a full-width minus": "－1+1",
    "a full-width at sign": "＠SUM(A1)",
    "a tab": "\t=1+1",
    "a carriage return": "\r=1+1",
    "a formula on the second line": "What is it?\n=1+1",
    "a formula between semicolons": "a;=1+1;b",
    "a formula behind a quote and a semicolon": 'a";"=1+1',
    "a formula between commas": 'a",=1+1,"b',
    "a formula between tabs": "a\t=1+1\tb",
  };
  const separators = { "a comma": ",", "a semicolon": ";", "a tab": "\t" };
  describe.each(Object.entries(separators))("where %s separates", (_, separator) => {
    test.each(Object.entries(texts))("%s", (__, text) => {
      const rows = asExcelReads(csv([[1, text, -5]]), separator);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(separator === "," ? 3 : 1);
      for (const cell of rows[0] ?? []) expect(cell).toMatch(/^(?![=+@＝＋－＠\t\r])(?!-\D)/);
    });
  });

  test("what a text says is kept", () => {
    const [cells] = asExcelReads(csv([["a;=1+1;b", "Ada, Jr.", 'Ada "the" 2nd', "Đà Nẵng", "=x"]]), ",");
    expect(cells?.map((cell) => cell.normalize("NFC"))).toEqual([
      "a;=1+1;b",
      "Ada, Jr.",
      'Ada "the" 2nd',
      "Đà Nẵng",
      "'=x",
    ]);
  });
});

test.each<[Cell, string]>([
  [-5, "-5"],
  [-0.25, "-0.25"],
  [6.02e23, "6.02e+23"],
  ["-5", '"-5"'],
  ["-5,5", '"-5,5"'],
  ["-5 °C", `"'-5 °C"`],
  ["--5", `"'--5"`],
])("[API7] the number %j is a number in the sheet", (cell, written) => {
  expect(csv([[cell]])).toBe(`\uFEFF${written}\r\n`);
});

describe("[API7] a file is called by its session", () => {
  const session = {
    title: "Capitals",
    pin: "123456",
    startedAtMs: Date.UTC(2026, 2, 14, 23),
    createdAtMs: 0,
  };
  const nameOf = (changes: Partial<typeof session>) => downloadName({ ...session, ...changes } as Results);

  test("by quiz, day and PIN", () => {
    expect(nameOf({})).toBe("Capitals, 2026-03-14, 123456");
    expect(nameOf({ pin: "654321" })).not.toBe(nameOf({}));
    const { headers } = csvDownload("", nameOf({ title: "Thủ đô" }));
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="Thu-o-2026-03-14-123456.csv"; filename*=UTF-8''Th%E1%BB%A7%20%C4%91%C3%B4%2C%202026-03-14%2C%20123456.csv`,
    );
  });

  test("a long title leaves room for the day, and is cut between characters", () => {
    const name = nameOf({ title: "🦔".repeat(200) });
    expect(name).toMatch(/^(🦔)+, 2026-03-14, 123456$/u);
    expect(Buffer.byteLength(`${name}, answers.csv`)).toBeLessThan(255);
  });
});

/** Quotes count at the start of a cell alone, and a line break outside of them starts a row. */
function asExcelReads(file: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n$/, "");
  let at = 0;
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    }
    while (at < text.length && text[at] !== separator && !/[\r\n]/.test(text[at] ?? "")) cell += text[at++];
    rows.at(-1)?.push(cell);
    if (/[\r\n]/.test(text[at] ?? "")) rows.push([]);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}
