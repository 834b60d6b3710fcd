"use client";

import type { ReactNode } from "react";
import { PlainText } from "./plain-text.ts";

type InPlainTextProps = { question: { plainText?: boolean | undefined } | null; children: ReactNode };

/** What is inside shows texts of this question: with marks, or as they are. */
export function InPlainText({ question, children }: InPlainTextProps) {
  return <PlainText value={question?.plainText === true}>{children}</PlainText>;
}
