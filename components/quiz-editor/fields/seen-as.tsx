"use client";

import { useWords } from "#components/rich-text/plain-text.ts";
import { Written } from "#components/rich-text/written.tsx";

/** A preview of a text with marks, while it is written. Empty where the text has none. */
export function SeenAs({ text = "" }: { text: string | undefined }) {
  const words = useWords();
  if (words(text).trim() === text.trim()) return null;
  return (
    <p
      data-seen-as
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-md bg-surface-sunken px-3 py-1.5 text-sm"
    >
      <span className="font-semibold text-ink-muted">Players see</span>
      <Written text={text} className="whitespace-pre-line break-words align-page" />
    </p>
  );
}
