/**
 * A whole answer that is a number in words, in figures: "eight" is 8 in English. From zero to twenty, where people write words;
 * where the language of the quiz is not known, in English. Undefined for all else.
 */
export function figureOf(text: string, language: string | undefined): string | undefined {
  const word = text.trim();
  if (word.length > LONGEST) return undefined;
  const base = language?.split("-", 1)[0]?.toLowerCase() ?? "en";
  const number = numbersOf(base).get(word.normalize("NFC").toLowerCase());
  return number === undefined ? undefined : String(number);
}

const LONGEST = 12;

/** From zero on, forms of one number with a stroke between them. */
const WORDS: Readonly<Record<string, string>> = {
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
  de: "null eins|ein|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
  fr: "zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
  es: "cero uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
  vi: "không một hai ba bốn năm sáu bảy tám chín mười",
  ar: "صفر واحد|واحدة اثنان|اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر",
};

const byLanguage = new Map<string, ReadonlyMap<string, number>>();

function numbersOf(base: string): ReadonlyMap<string, number> {
  let numbers = byLanguage.get(base);
  if (!numbers) {
    const forms = (WORDS[base] ?? "").split(" ").map((each) => each.split("|"));
    numbers = new Map(forms.flatMap((names, number) => names.map((name) => [name, number] as const)));
    if (WORDS[base]) byLanguage.set(base, numbers);
  }
  return numbers;
}
