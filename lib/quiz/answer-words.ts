import { kindOf, type Question } from "./kinds/registry.ts";
import { wordsOf } from "./kinds/text/words.ts";

/** Every word, normalized, of what the questions take for right and of what they let players choose from. */
export function answerWords(questions: readonly Question[]): Set<string> {
  const words = new Set<string>();
  for (const question of questions) {
    for (const text of answersOf(question)) for (const word of wordsOf(text)) words.add(word);
  }
  return words;
}

function answersOf(question: Question): string[] {
  const kind = kindOf(question);
  const key = kind.key(question);
  return [
    ...kind.options(question).flatMap(({ text }) => text ?? []),
    ...(kind.details?.(question).groups ?? []).map(({ text }) => text),
    ...(key && "accepted" in key ? key.accepted : []),
  ];
}
