"use client";

import { Fragment, type ReactNode } from "react";
import type { CodeNode } from "./highlight.ts";
import { useLoaded } from "./use-loaded.ts";

const loadHighlight = () => import("./highlight.ts");

/** Code on lines of its own, colored once the colors are there. Long lines scroll, and never widen what is around them. */
export function CodeBlock({ language, text }: { language: string; text: string }) {
  const highlight = useLoaded(loadHighlight);
  return (
    <code
      dir="ltr"
      className="my-[0.4em] block w-0 min-w-full overflow-x-auto whitespace-pre rounded-[0.5em] bg-surface-sunken px-[0.9em] py-[0.7em] text-left font-mono font-normal text-[0.62em] leading-normal tracking-normal"
    >
      {highlight ? colored(highlight.highlighted(language, text)) : text}
    </code>
  );
}

function colored(nodes: readonly CodeNode[]): ReactNode {
  return nodes.map((node, index) =>
    typeof node === "string" ? (
      node
    ) : (
      <Fragment key={index}>
        <span className={node.className}>{colored(node.children)}</span>
      </Fragment>
    ),
  );
}
