"use client";

import type { ReactNode } from "react";
import { PlainText } from "./plain-text.ts";

type InPlainTextProps = { question: { plainText?: boolean | undefined } | null; children: ReactNode };

/** Texts inside are shown as this question wants: with marks, or plain. */
export function InPlainText({ question, children }: InPlainTextProps) {
  return <PlainText value={question?.plainText === true}>{children}</PlainText>;
}
