import type { RichToken } from "#lib/rich-text/rich-tokens.ts";

/** Tokens as short text: bold in [strong …], and so on. Paragraphs follow each other after "¶". */
export function shape(tokens: readonly RichToken[]): string {
  return tokens
    .map((token, place) => {
      if (token.type === "text") return token.text;
      if (token.type === "break") return "[br]";
      if (token.type === "paragraph") return (place > 0 ? "¶" : "") + shape(token.tokens);
      if ("tokens" in token) return `[${token.type} ${shape(token.tokens)}]`;
      if (token.type === "math") return `[${token.display ? "display" : "math"} ${token.text}]`;
      return `[${token.type} ${token.text}]`;
    })
    .join("");
}
