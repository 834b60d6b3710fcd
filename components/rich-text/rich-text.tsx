"use client";

import { Fragment, type ReactNode, useContext, useMemo } from "react";
import { hasMarkup } from "#lib/rich-text/has-markup.ts";
import { type RichToken, richTokens } from "#lib/rich-text/rich-tokens.ts";
import { CodeBlock } from "./code-block.tsx";
import { MathText } from "./math-text.tsx";
import { PlainText } from "./plain-text.ts";

/**
 * What a host wrote, with **bold**, *italic*, `code` and $maths$ as React elements: nothing of it is ever set as HTML.
 * Only phrasing, so that it fits in a heading or a button. KaTeX and the colors of code are loaded for the first text
 * that needs them.
 */
export function RichText({ text }: { text: string }) {
  const plainText = useContext(PlainText);
  return plainText || !hasMarkup(text) ? text : <Marked text={text} />;
}

function Marked({ text }: { text: string }) {
  const tokens = useMemo(() => richTokens(text), [text]);
  const [only] = tokens;
  // One paragraph takes the place of its text.
  return nodes(tokens.length === 1 && only?.type === "paragraph" ? only.tokens : tokens);
}

function nodes(tokens: readonly RichToken[]): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{node(token, index)}</Fragment>);
}

function node(token: RichToken, index: number): ReactNode {
  switch (token.type) {
    case "paragraph":
      return <span className={index > 0 ? "mt-[0.5em] block" : "block"}>{nodes(token.tokens)}</span>;
    case "strong":
      return <strong className="font-extrabold">{nodes(token.tokens)}</strong>;
    case "em":
      return <em className="italic">{nodes(token.tokens)}</em>;
    case "code":
      return (
        <code className="rounded-[0.3em] bg-ink/10 px-[0.3em] py-[0.08em] font-mono text-[0.88em]" dir="ltr">
          {token.text}
        </code>
      );
    case "code-block":
      return <CodeBlock language={token.language} text={token.text} />;
    case "math":
      return <MathText tex={token.text} display={token.display} />;
    case "break":
      return <br />;
    case "text":
      return token.text;
    default:
      return token satisfies never;
  }
}
