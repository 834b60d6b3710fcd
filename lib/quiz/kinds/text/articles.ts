/**
 * The article in front of an answer, by the language of the quiz: "the Beatles" is Beatles, "l'eau" is eau, and what the author
 * wrote with an article may be typed without. Another article is another answer: "der See" is not "die See". Where the
 * language is not known, only "the" is sure to be one.
 */
const ARTICLES: Readonly<Record<string, string>> = {
  ca: "el la els les l'",
  de: "der die das ein eine",
  el: "ο η το οι τα",
  en: "the a an",
  es: "el la los las un una",
  fr: "le la les l' un une des",
  hu: "a az",
  it: "il lo la i gli le l' un uno una un'",
  nl: "de het een",
  pt: "o a os as um uma",
};
const ANYWHERE = "the";

/** Arabic writes it on. */
const ATTACHED = /^ال(?=\p{L}{3})/u;

/** "A major" is a key, not a major. */
const NO_NOUN = /^(?:major|minor|flat|sharp|dur|moll|majeur|mineur|mayor|menor|maggiore|minore|maior)\b/iu;

const leading = new Map<string, RegExp>();

function leadingIn(base: string): RegExp | undefined {
  const words = base === "" ? ANYWHERE : ARTICLES[base];
  if (words === undefined) return undefined;
  let pattern = leading.get(base);
  if (!pattern) {
    const each = words
      .split(" ")
      .map((word) => (word.endsWith("'") ? `${word.slice(0, -1)}['’‘\`´]` : `${word} `));
    pattern = new RegExp(`^(?:${each.join("|")}) ?(?=[\\p{L}\\p{N}]{2})`, "iu");
    leading.set(base, pattern);
  }
  return pattern;
}

/** The answer without its article; the answer itself where it has none, and undefined in a language without articles. */
export function withoutArticle(text: string, language: string | undefined): string | undefined {
  const base = language?.split("-", 1)[0]?.toLowerCase() ?? "";
  const answer = text.trim();
  if (base === "ar") return answer.replace(ATTACHED, "");
  const article = leadingIn(base)?.exec(answer)?.[0];
  if (article === undefined) return base === "" || base in ARTICLES ? answer : undefined;
  const rest = answer.slice(article.length);
  return NO_NOUN.test(rest) ? answer : rest;
}
