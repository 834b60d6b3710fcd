import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { parseDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { toPublicQuestion } from "#lib/quiz/public-question.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { richTokens } from "#lib/rich-text/rich-tokens.ts";
import { shape } from "./shape.ts";

/** Hosts write these, and every character is to be seen. */
const AS_WRITTEN = [
  // Products and powers
  "What is 2*3*4?",
  "4*5=20 and 2*10=20",
  "2 * 3 * 4",
  "2**3**4",
  "3 ** 2 ** 1",
  "E = m*c**2",
  "求a*b*c",
  "a*b*c = c*b*a",
  "x *2 + 3* y",
  "2 *5 + 3* 2",
  "5 *3* 2",
  "f * g(*) * h",
  // Gaps to fill
  "5+__=10 and 3+__=7",
  "___ is the capital of ___.",
  "_ppl_ and _range_",
  "I _am_ or I _are_?",
  "Th_ c_t s_t",
  "____",
  "**",
  "****",
  // Programs
  "SELECT *, COUNT(*)",
  "SELECT * FROM a, (SELECT * FROM b)",
  "__init__",
  "__x__ and __y__",
  "def f(*args, **kwargs):",
  "int *p, *q;",
  "char **argv, **envp",
  "if (*p == '*') q = '*';",
  "**/*.ts and *.js",
  "/*comment*/",
  "/* one */ and /* two */",
  "a.* and b.*",
  "snake_case_name",
  "What do `` and ``` do?",
  "The ` key and the ` key",
  "$HOME and $PATH",
  ["$", "{a}$", "{b}"].join(""),
  ["`$", "{first} $", "{last}"].join(""),
  "function($a, $b)",
  "$x == $y",
  "$('a').add($('b'))",
  "C:\\temp\\new",
  "\\\\server\\share",
  "\\d+\\s",
  // Names, marks of grades, footnotes
  "Ke$ha or A$AP",
  "M*A*S*H",
  "A* and D* search",
  "5* or 4* hotel",
  "f**k and s**t",
  "footnote* and other*",
  "*required",
  "* one * two *",
  ":* and :*",
  "it`s John`s turn",
  // Money
  "5$, 10$ or 15$",
  "Is it $5 or $10?",
  "$5, $10, $15",
  "$5-$10",
  "$5–10$",
  "$5 (or 5$)",
  "$20 and 30$",
  "US$5 and A$10",
  "$1 = 100¢, 2$ = 200¢",
  "$, $$ or $$$",
  "Is it $ or $$ or $$$?",
  "1$ = 1$",
  "💰5$ or 5$💰",
  "$uicideboy$ or A$AP",
  "10$x$",
  "liebe*r Schüler*in",
];

/** And these are marks. */
const MARKED: [string, string][] = [
  ["What is **not** true?", "What is [strong not] true?"],
  ["**Note:** read", "[strong Note:] read"],
  ["In **1984** or **2001**?", "In [strong 1984] or [strong 2001]?"],
  ["**true**/**false**", "[strong true]/[strong false]"],
  ["**C++** or **C#**", "[strong C++] or [strong C#]"],
  ['*"Hamlet"*, (*Macbeth*)', '[em "Hamlet"], ([em Macbeth])'],
  ["¿*Qué*?", "¿[em Qué]?"],
  ["*un-* and *-ing*", "[em un-] and [em -ing]"],
  ["**a *b***", "[strong a [em b]]"],
  ["*a **b***", "[em a [strong b]]"],
  ["*a *b* c", "*a [em b] c"],
  ["**one\ntwo**", "[strong one[br]two]"],
  ["one\n\n*two*", "one¶[em two]"],
  ["🎉**Bonus 🎉**", "🎉[strong Bonus 🎉]"],
  ["これは*重要*です。", "これは[em 重要]です。"],
  ["ข้อ**ไหน**ถูก", "ข้อ[strong ไหน]ถูก"],
  ["و*كلمة*", "و[em كلمة]"],
  ["ה**ילד** הזה", "ה[strong ילד] הזה"],
  ["**Đúng** hay *sai*?", "[strong Đúng] hay [em sai]?"],
  ["$x$ and ($y$), $f(x)$-axis", "[math x] and ([math y]), [math f(x)]-axis"],
  ["求$x^2$的值", "求[math x^2]的值"],
  ["$3 \\times 4$ or $5x+3$", "[math 3 \\times 4] or [math 5x+3]"],
  ["$$x = 5$$", "[display x = 5]"],
  ["$$ x^2 $$", "[display x^2]"],
  ["**$x^2$**", "[strong [math x^2]]"],
  ["$\\$5$", "[math \\$5]"],
  ["``a`b`` and `*x*`", "[code a`b] and [code *x*]"],
  ["a\n```\nx*y*z\n```\nb *c*", "a[code-block x*y*z]¶b [em c]"],
  ["\\*no\\* \\_no\\_ \\$5\\$ \\`", "*no* _no_ $5$ `"],
];

describe("[MK5] a sign that may be meant as itself is seen", () => {
  test.each(AS_WRITTEN)("%s", (text) => {
    expect(shape(richTokens(text))).toBe(text);
    expect(withoutMarks(text)).toBe(text);
  });
});

describe("[MK1] marks at the edges of words", () => {
  test.each(MARKED)("%s", (text, expected) => expect(shape(richTokens(text))).toBe(expected));
});

test("[MK5] whatever is written, nothing but marks, backslashes and blank space is left out", () => {
  const signs = fc.constantFrom(..."ab1 *_`$\\\n(.é字".split(""), "**", "$x$", "`");
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const kept = (from: string) =>
        from.replace(/[*`$\\\s¶[\]]|strong |em |math |code |display |code-block |br/g, "");
      expect(kept(shape(richTokens(text)))).toBe(kept(text));
    }),
  );
});

test("[MK7] plain text has no marks: in words, in the view, and kept with the question", () => {
  expect(withoutMarks("**a** $x$ \\*", true)).toBe("**a** $x$ \\*");
  const question = { kind: "truefalse", prompt: "Is **a** $x$?", correct: true };
  const quiz = parseQuiz({ title: "T", questions: [{ ...question, plainText: true }, question] });
  if (!quiz.ok) throw new Error("no quiz");
  const frozen = freezeQuiz(quiz.value, Math.random);
  expect(toPublicQuestion(frozen, 0)).toMatchObject({ prompt: "Is **a** $x$?", plainText: true });
  expect(toPublicQuestion(frozen, 1)).not.toHaveProperty("plainText");
  expect(parseDraft(quiz.value)).toMatchObject({ ok: true, value: { questions: [{ plainText: true }, {}] } });
  expect(parseQuiz({ title: "T", questions: [{ ...question, plainText: "yes" }] }).ok).toBe(false);
});
