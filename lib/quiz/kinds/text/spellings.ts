/**
 * Other ways to write the same words, by the language of a quiz: letters spelled out where a keyboard lacks them (München,
 * Muenchen), "and" for "&", one language in two scripts. Each is one more form of an answer.
 */
export function spellings(text: string, language: string | undefined): string[] {
  const base = language?.split("-", 1)[0]?.toLowerCase();
  return withAnd(text, base).flatMap((each) => {
    const spelled = spelledOut(each, base);
    return spelled === each ? [each] : [each, spelled];
  });
}

/** What stands for "&" in words. Where the language is not known, the words of several. */
const AND: Readonly<Record<string, readonly string[]>> = {
  ar: ["و"],
  ca: ["i"],
  cs: ["a"],
  da: ["og"],
  de: ["und"],
  en: ["and", "n"],
  el: ["και"],
  es: ["y", "e"],
  fa: ["و"],
  fi: ["ja"],
  fr: ["et"],
  he: ["ו"],
  hi: ["और", "व", "एवं"],
  id: ["dan"],
  it: ["e", "ed"],
  ja: ["と", "アンド"],
  ko: ["와", "과", "앤"],
  nb: ["og"],
  nl: ["en"],
  no: ["og"],
  pl: ["i"],
  pt: ["e"],
  ro: ["și"],
  ru: ["и"],
  sv: ["och"],
  th: ["และ", "กับ"],
  tr: ["ve"],
  uk: ["і", "й", "та"],
  vi: ["và"],
  zh: ["和", "与", "與"],
};
const AND_ANYWHERE = ["and", "und", "et", "y", "och", "og", "en", "и", "và"];
/** Every word makes one more form of a text, so that it is asked in names of a usual length alone. */
const AND_LONGEST = 60;
const AND_MOST = 2;
const AND_SIGN = /(?<!&)&(?!&)/g;

const ROCK_N_ROLL = /(?<=\p{L}) ?(?:['’‘`] ?n['’‘`]?|n['’‘`]) ?(?=\p{L}{2})/iu;

function withAnd(text: string, language: string | undefined): string[] {
  const plain = text.replace(ROCK_N_ROLL, " & ").replace(/[＆﹠]|\+(?= ?\p{L}{2})(?<=\p{L}{2} ?\+)/gu, "&");
  const signs = plain.length <= AND_LONGEST ? (plain.match(AND_SIGN)?.length ?? 0) : 0;
  if (signs === 0 || signs > AND_MOST) return [text];
  const words = (language && AND[language]) || AND_ANYWHERE;
  return [text, ...words.map((word) => plain.replace(AND_SIGN, ` ${word} `))];
}

const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
  đ: "dj",
};

/** Languages in which these letters are never spelled out, and "ae" or "oe" make other words (Finnish hän, haen). */
const AS_THEY_ARE = ["az", "et", "fi", "hu", "kk", "nl", "tk", "tr", "vi"];

/** Serbian is written in both alphabets, letter by letter. */
const SERBIAN = ["sr", "bs", "cnr"];
const CYRILLIC = [..."абвгдђежзијклљмнњопрстћуфхцчџш"];
const LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" ");
const SERBIAN_LETTERS = new Map(CYRILLIC.map((letter, i) => [letter, LATIN[i] ?? letter]));

function spelledOut(text: string, language: string | undefined): string {
  if (language && AS_THEY_ARE.includes(language)) return text;
  if (language && SERBIAN.includes(language) && /\p{Script=Cyrillic}/u.test(text))
    return text.toLowerCase().replace(/\p{L}/gu, (letter) => SERBIAN_LETTERS.get(letter) ?? letter);
  if (!/[äöüåøđ]|[aouAOU][\u0308\u030a]/iu.test(text)) return text;
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüåøđ]/gu, (letter) => SPELLED_OUT[letter] ?? letter);
}
