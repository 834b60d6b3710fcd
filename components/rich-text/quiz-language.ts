"use client";

import { createContext, useContext } from "react";
import { directionOfTag } from "#lib/language/tags.ts";
import { RTL_LETTER } from "./rtl-letter.ts";

/** The language the quiz is written in, around everything that shows it; undefined where its host named none. */
export const QuizLanguage = createContext<string | undefined>(undefined);

type Written = { lang?: string; dir: "auto" | "rtl"; "data-script": "joined" | "plain" };

/** The attributes of an element with a host's text, so that it is read out, hyphenated and set in its language. */
export function useWritten(): (text: string) => Written {
  const lang = useContext(QuizLanguage);
  return (text) => ({
    ...(lang ? { lang } : {}),
    dir: directionIn(lang, text),
    // The page's language says nothing of how far apart these lines must be.
    "data-script": RTL_LETTER.test(text) ? "joined" : "plain",
  });
}

/**
 * Mostly the text decides by its first letter. In a language that runs from right to left, one such letter is enough: a
 * sentence may begin with a foreign name.
 */
export function directionIn(lang: string | undefined, text: string): "auto" | "rtl" {
  return lang && directionOfTag(lang) === "rtl" && RTL_LETTER.test(text) ? "rtl" : "auto";
}
