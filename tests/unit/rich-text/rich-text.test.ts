import { describe, expect, test } from "vitest";
import { highlighted } from "#components/rich-text/highlight.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { hasMarkup } from "#lib/rich-text/has-markup.ts";
import { richTokens } from "#lib/rich-text/rich-tokens.ts";
import { shape } from "./shape.ts";

describe("[MK1] bold, italic, code, line breaks and maths; all else is text", () => {
  test.each([
    ["**bold** and *italic* and ***both***", "[strong bold] and [em italic] and [strong [em both]]"],
    ["`a < b && <b>`", "[code a < b && <b>]"],
    ["one\ntwo", "one[br]two"],
    ["What is $x^2 + y_1$ here?", "What is [math x^2 + y_1] here?"],
    ["$$\\frac{1}{2}$$", "[display \\frac{1}{2}]"],
    ["```js\nconst a = 1;\n```", "[code-block const a = 1;]"],
    ["Is it $5 or $10?", "Is it $5 or $10?"],
    ["\\*not italic\\* and \\$x\\$", "*not italic* and $x$"],
    ["<script>alert(1)</script> **x**", "<script>alert(1)</script> [strong x]"],
    ["<img src=x onerror=alert(1)> *x*", "<img src=x onerror=alert(1)> [em x]"],
    ["[link](javascript:alert(1)) *x*", "[link](javascript:alert(1)) [em x]"],
    ["# of *legs*", "# of [em legs]"],
    ["1984. What *happened*?", "1984. What [em happened]?"],
    ["- 3 + *four*", "- 3 + [em four]"],
    ["> 3 *or* less", "> 3 [em or] less"],
    ["https://example.org *x*", "https://example.org [em x]"],
    ["Tom &amp; *Jerry*", "Tom &amp; [em Jerry]"],
    ["snake_case_name is *fine*", "snake_case_name is [em fine]"],
  ])("%s", (text, expected) => expect(shape(richTokens(text))).toBe(expected));
});

test("[MK2] plain text is passed through as it is", () => {
  for (const plain of [
    "Which planet is the largest?",
    "2 * 3 = 6",
    "___ is the capital",
    "Only $5",
    "a_b",
    "",
  ])
    expect(hasMarkup(plain)).toBe(false);
  for (const rich of ["**b**", "a *b* c", "`x`", "$x$", "```\nx\n```", "\\*"])
    expect(hasMarkup(rich)).toBe(true);
});

test("[MK3] ears get the words without the marks", () => {
  expect(withoutMarks("What is **two** plus $x^2$ in `code`?")).toBe("What is two plus x² in code?");
  expect(withoutMarks("2 * 3 = 6")).toBe("2 * 3 = 6");
});

test("[MK4] code is colored by its language, and stays text in an unknown one", () => {
  expect(JSON.stringify(highlighted("js", "const a = '<b>';"))).toContain('"className":"text-accent-ink"');
  expect(highlighted("klingon", "<b>")).toEqual(["<b>"]);
});
