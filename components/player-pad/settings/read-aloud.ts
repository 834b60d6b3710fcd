import type { View } from "#lib/session/reports/view.ts";

/** Speaks with the voice of the device; a new text silences the one before. Returns what stops it. */
export function speak(text: string, lang = document.documentElement.lang): () => void {
  if (!("speechSynthesis" in window) || text === "") return () => {};
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = lang;
  speechSynthesis.speak(words);
  return () => speechSynthesis.cancel();
}

/** The options with their letters, in the order shown. */
export function spokenOptions({ question }: Pick<View, "question">): string {
  if (!question) return "";
  return question.options.map(({ text }, index) => `${String.fromCharCode(65 + index)}: ${text}.`).join(" ");
}
