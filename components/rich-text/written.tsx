"use client";

import type { CSSProperties } from "react";
import { useWritten } from "./quiz-language.ts";
import { RichText } from "./rich-text.tsx";

type WrittenProps = {
  text: string | undefined;
  as?: "span" | "p" | "li" | "h1" | "h2" | "bdi";
  className?: string | undefined;
  style?: CSSProperties;
};

/** What a host wrote: with its marks, in its language, running its own way. */
export function Written({ text = "", as: Tag = "span", className, style }: WrittenProps) {
  const written = useWritten();
  return (
    <Tag {...written(text)} className={className} style={style}>
      <RichText text={text} />
    </Tag>
  );
}
