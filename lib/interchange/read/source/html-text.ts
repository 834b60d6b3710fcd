import { hasMarkSigns } from "../found-text.ts";
import { IMPORT_LIMITS } from "../limits.ts";
import { decodeEntities } from "./entities.ts";

/**
 * Texts of one question, which may be HTML, as the product writes them: words, with code and formulas as marks (docs/SPEC.md
 * MK1). Either none of the texts has marks, then signs that look like some are shown as they are (`plainText`), or the marks
 * are written and such signs have a backslash.
 */
export function htmlTexts(
  texts: readonly string[],
  format: "html" | "auto" = "auto",
): { texts: string[]; plainText: boolean; changes: string[] } {
  const lost = new Set<string>();
  const words = texts.map((text) =>
    withFormulas(format === "html" || isHtml(text) ? wordsOf(text, lost) : text),
  );
  const marked = words.some((text) => MARKS.test(text));
  return {
    texts: marked ? words.map(written) : words,
    plainText: !marked && hasMarkSigns(...words),
    changes: [...lost],
  };
}

export function isHtml(text: string): boolean {
  return (
    /<\/?(p|br|b|i|u|em|strong|span|div|img|sub|sup|ul|ol|li|code|pre|a|table|h[1-6]|font)\b[^<>]{0,5000}>/i.test(
      text,
    ) || /&(nbsp|amp|lt|gt|quot|#\d{1,6});/.test(text)
  );
}

/** Private signs while it is open whether the question has marks at all. */
const [CODE, MATH] = ["\ue000", "\ue001"];
const MARKS = /[\ue000\ue001]/;

const LEFT_OUT: Record<string, string> = {
  img: "A picture was left out; add it again.",
  audio: "A sound was left out; add it again.",
  video: "A film was left out; add it again.",
  iframe: "Embedded content was left out.",
  object: "Embedded content was left out.",
  a: "A link was left out; its words stay.",
};
for (const name of ["b", "strong", "i", "em", "u", "font"])
  LEFT_OUT[name] = "Bold, italic and colors were left out.";

const BREAKS = new Set([
  "p",
  "div",
  "br",
  "tr",
  "ul",
  "ol",
  "table",
  "blockquote",
  "pre",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);

/** One pass over the tags; what is between them is text. */
function wordsOf(html: string, lost: Set<string>): string {
  let out = "";
  let skipping: string | null = null;
  let raised: { tag: string; from: number } | null = null;
  let at = 0;
  const plain = html.replaceAll("\ue000", "").replaceAll("\ue001", "");
  const tags = /<(?:!--[\s\S]*?(?:-->|$)|(\/?)([a-z][a-z0-9]*)\b([^<>]*)>)/gi;
  for (let tag = tags.exec(plain); tag; tag = tags.exec(plain)) {
    if (!skipping) out += textBetween(plain.slice(at, tag.index));
    at = tags.lastIndex;
    const [, slash, rawName = ""] = tag;
    const name = rawName.toLowerCase();
    if (name === "script" || name === "style") skipping = slash ? null : name;
    else if (skipping || name === "") continue;
    else if (name === "sub" || name === "sup") {
      if (!slash) raised = { tag: name, from: out.length };
      else if (raised) {
        out = out.slice(0, raised.from) + raisedText(out.slice(raised.from), raised.tag);
        raised = null;
      }
    } else if (name === "code") out += CODE;
    else if (name === "li" && !slash) out += "\n• ";
    else if (BREAKS.has(name)) out += "\n";
    else if (name === "td" || name === "th") out += slash ? " " : "";
    if (!slash && LEFT_OUT[name]) lost.add(LEFT_OUT[name]);
  }
  if (!skipping) out += textBetween(plain.slice(at));
  return out
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** In HTML an end of line is a space. */
function textBetween(text: string): string {
  return decodeEntities(text.replace(/\s+/g, " "));
}

const RAISED: Record<string, Record<string, string>> = {
  sup: pairs("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
  sub: pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
};

function pairs(plain: string, raised: string): Record<string, string> {
  const signs = [...raised];
  return Object.fromEntries([...plain].map((sign, at) => [sign, signs[at] as string]));
}

function raisedText(text: string, tag: string): string {
  const signs = [...text].map((sign) => RAISED[tag]?.[sign]);
  if (signs.every((sign) => sign !== undefined)) return signs.join("");
  return `${tag === "sup" ? "^" : "_"}(${text})`;
}

/** Formulas as Moodle's filters know them. */
function withFormulas(text: string): string {
  if (text.length > IMPORT_LIMITS.questionText || !/\\[([]|\$\$/.test(text)) return text;
  return text
    .replace(/\\\((.{1,2000}?)\\\)/gs, `${MATH}$1${MATH}`)
    .replace(/\\\[(.{1,2000}?)\\\]/gs, `${MATH}$1${MATH}`)
    .replace(/\$\$([^$]{1,2000})\$\$/g, `${MATH}$1${MATH}`);
}

/** With the marks in their signs, and a backslash before each sign that is none. */
function written(text: string): string {
  return text
    .split(/([\ue000\ue001][^\ue000\ue001]*[\ue000\ue001])/)
    .map((part) => {
      if (MARKS.test(part[0] ?? "") && part.length > 1) {
        const sign = part.startsWith(CODE) ? "`" : "$";
        return `${sign}${part.slice(1, -1).trim()}${sign}`;
      }
      return part.replace(/[\ue000\ue001]/g, "").replace(/[*$`\\]/g, "\\$&");
    })
    .join("");
}
