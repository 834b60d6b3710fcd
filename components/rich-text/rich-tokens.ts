import { Marked, type Token, type Tokens } from "marked";

export type RichToken =
  | { type: "paragraph" | "strong" | "em"; tokens: RichToken[] }
  | { type: "code" | "text"; text: string }
  | { type: "code-block"; language: string; text: string }
  | { type: "math"; text: string; display: boolean }
  | { type: "break" };

/** The few marks a question takes: bold, italic, code, fenced code, line breaks and maths. All else is text. */
export function richTokens(text: string): RichToken[] {
  return simplified(parser.lexer(text));
}

const not = () => undefined;

/** Dollars as Pandoc reads them: nothing spaced inside, no digit behind, so that "$5 or $10" stays money. */
const MATHS = /^\$\$\s*([^$]+?)\s*\$\$|^\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d)/;

const parser = new Marked({
  breaks: true,
  // A quiz question is no document: "1984. What happened?" is no list, "# of legs" no heading, "<b>" no tag.
  tokenizer: {
    ...{ code: not, heading: not, lheading: not, hr: not, blockquote: not, list: not, html: not },
    ...{ def: not, table: not, tag: not, link: not, reflink: not, autolink: not, url: not, del: not },
  },
  extensions: [
    {
      name: "math",
      level: "inline",
      start: (src: string) => {
        const at = src.indexOf("$");
        return at < 0 ? undefined : at;
      },
      tokenizer(src: string) {
        const [raw, display, inline] = MATHS.exec(src) ?? [];
        if (raw === undefined) return undefined;
        return { type: "math", raw, text: display ?? inline ?? "", display: display !== undefined };
      },
    },
  ],
} as ConstructorParameters<typeof Marked>[0]);

function simplified(tokens: readonly Token[]): RichToken[] {
  return tokens.flatMap((token): RichToken[] => {
    switch (token.type) {
      case "paragraph":
      case "strong":
      case "em":
        return [{ type: token.type, tokens: simplified(token.tokens ?? []) }];
      case "codespan":
        return [{ type: "code", text: (token as Tokens.Codespan).text }];
      case "code": {
        const { lang, text } = token as Tokens.Code;
        return [{ type: "code-block", language: (lang ?? "").trim().toLowerCase(), text }];
      }
      case "math":
        return [{ type: "math", text: String(token.text), display: token.display === true }];
      case "br":
        return [{ type: "break" }];
      case "space":
        return [];
      default: {
        // Text at the top has marks of its own inside.
        if ("tokens" in token && token.tokens) return simplified(token.tokens);
        return [{ type: "text", text: "text" in token ? String(token.text) : token.raw }];
      }
    }
  });
}
