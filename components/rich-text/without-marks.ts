import { hasMarkup } from "#lib/rich-text/has-markup.ts";
import { type RichToken, richTokens } from "#lib/rich-text/rich-tokens.ts";
import { texWords } from "#lib/rich-text/tex-words.ts";

/** A text in words alone: for ears, titles and lists. A formula is written in letters and signs, never as TeX. */
export function withoutMarks(text: string, plainText = false): string {
  return plainText || !hasMarkup(text) ? text : words(richTokens(text)).trim();
}

function words(tokens: readonly RichToken[]): string {
  return tokens
    .map((token, place) => (place > 0 && isBlock(token) ? `\n${word(token)}` : word(token)))
    .join("");
}

function word(token: RichToken): string {
  switch (token.type) {
    case "paragraph":
    case "strong":
    case "em":
      return words(token.tokens);
    case "math":
      return texWords(token.text);
    case "break":
      return "\n";
    case "code":
    case "code-block":
    case "text":
      return token.text;
    default:
      return token satisfies never;
  }
}

function isBlock({ type }: RichToken): boolean {
  return type === "paragraph" || type === "code-block";
}
