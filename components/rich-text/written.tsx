"use client";

import type { CSSProperties } from "react";
import { useWritten } from "./quiz-language.ts";
import { RichText } from "./rich-text.tsx";

type WrittenProps = {
  text: string | undefined;
  /** In words already, such as a title: nothing in it is a mark. */
  inWords?: boolean;
  as?: "span" | "p" | "li" | "h1" | "h2" | "bdi";
  className?: string | undefined;
  style?: CSSProperties;
};

/** A text by a host: with its marks, in its language and direction. */
export function Written({ text = "", inWords = false, as: Tag = "span", className, style }: WrittenProps) {
  const written = useWritten();
  return (
    <Tag {...written(text)} className={className} style={style}>
      {inWords ? text : <RichText text={text} />}
    </Tag>
  );
}
