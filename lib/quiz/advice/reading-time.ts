/**
 * How long a text takes to be read once, silently, by somebody at school: 15 letters a second (about 180 words a minute), of
 * signs that are a word or a syllable five.
 */
export function readingMs(text: string): number {
  const signs = text.match(SYLLABLES)?.length ?? 0;
  return ((text.length - signs) / LETTERS_A_SECOND + signs / SYLLABLES_A_SECOND) * 1_000;
}

const LETTERS_A_SECOND = 15;
const SYLLABLES_A_SECOND = 5;
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
