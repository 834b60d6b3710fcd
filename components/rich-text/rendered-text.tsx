"use client";

import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { MathText } from "./math-text.tsx";
import { type RichToken, richTokens } from "./rich-tokens.ts";

/** A text with its marks as React elements: nothing of it is ever set as HTML. Only phrasing, so that it fits in a heading or a button. */
export function RenderedText({ text }: { text: string }) {
  return nodes(richTokens(text));
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
