import { type RichToken, richTokens } from "../../rich-text/rich-tokens.ts";

/** How a formula is written: as the reading system draws it, or as it is printed. */
export type WriteMath = (tex: string, display: boolean) => string;

/** A text of a question as HTML that is well-formed XML too: its marks as elements, all else as it is. */
export function richHtml(text: string, plainText: boolean | undefined, math: WriteMath = mathJax): string {
  if (plainText) return lines(text);
  const [first, ...others] = richTokens(text);
  if (!first) return "";
  // One paragraph alone stands where only words can.
  if (others.length === 0 && first.type === "paragraph") return htmlOf(first.tokens, math);
  return htmlOf([first, ...others], math);
}

/** The same as blocks: paragraphs and code, where a document wants no words outside of them. */
export function richBlocks(text: string, plainText: boolean | undefined): string {
  const html = richHtml(text, plainText);
  return /^<(?:p|pre)>/.test(html) ? html : `<p>${html}</p>`;
}

function htmlOf(tokens: readonly RichToken[], math: WriteMath): string {
  return tokens.map((token) => elementOf(token, math)).join("");
}

function elementOf(token: RichToken, math: WriteMath): string {
  switch (token.type) {
    case "paragraph":
      return `<p>${htmlOf(token.tokens, math)}</p>`;
    case "strong":
    case "em":
      return `<${token.type}>${htmlOf(token.tokens, math)}</${token.type}>`;
    case "code":
      return `<code>${escapeXml(token.text)}</code>`;
    case "code-block":
      return `<pre><code>${escapeXml(token.text)}</code></pre>`;
    case "math":
      return math(token.text, token.display);
    case "break":
      return "<br/>";
    case "text":
      return escapeXml(token.text);
    default:
      return token satisfies never;
  }
}

function lines(text: string): string {
  return text.split("\n").map(escapeXml).join("<br/>");
}

/** Between the signs that Moodle and Canvas hand to MathJax. */
function mathJax(tex: string, display: boolean): string {
  const [open, close] = display ? ["\\[", "\\]"] : ["\\(", "\\)"];
  return `${open}${escapeXml(tex)}${close}`;
}

/** In elements and in attributes; without the signs that no XML may hold. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out (XML 1.0, section 2.2).
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
