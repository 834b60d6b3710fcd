"use client";

import { createContext, useContext, useMemo } from "react";
import { withoutMarks } from "./without-marks.ts";

/** Whether the question around it is plain text: what would be a mark is then a sign like any other. */
export const PlainText = createContext(false);

/** For titles, labels and ears: the words of a text of this question, without its marks. */
export function useWords(): (text: string) => string {
  const plainText = useContext(PlainText);
  return useMemo(() => (text) => withoutMarks(text, plainText), [plainText]);
}
