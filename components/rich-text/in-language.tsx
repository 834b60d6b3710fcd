"use client";

import type { ReactNode } from "react";
import { QuizLanguage } from "./quiz-language.ts";

/** For pages made on the server: what is inside shows words of a quiz in this language. */
export function InLanguage({ language, children }: { language: string | undefined; children: ReactNode }) {
  return <QuizLanguage value={language}>{children}</QuizLanguage>;
}
