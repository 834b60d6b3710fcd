/**
 * A whole answer that is a number in words, in figures: "eight" is 8, "twenty-one" 21 and "three quarters" 3/4 in English. From
 * zero to a hundred, a thousand and a million, where people write words; where the language of the quiz is not known,
 * in English. Undefined for all else.
 */
export function figureOf(text: string, language: string | undefined): string | undefined {
  if (text.length > LONGEST) return undefined;
  const base = language?.split("-", 1)[0]?.toLowerCase() ?? "en";
  const word = joined(text);
  if (base === "zh" || base === "ja") return chineseFigure(word);
  const numbers = numbersOf(base);
  const below = BELOW.exec(word)?.[0] ?? "";
  const figure = numbers.get(word.slice(below.length));
  return below === "" || figure === undefined ? numbers.get(word) : `-${figure}`;
}

/**
 * The place that an ordinal in words or figures says, "eighth" or "8th", by the language of the quiz; undefined for what
 * is none.
 */
export function placeOf(word: string, language: string | undefined): number | undefined {
  const base = language?.split("-", 1)[0]?.toLowerCase() ?? "en";
  const [, figures, ending = ""] = /^(\d{1,2})(\p{L}{1,4}|º|ª)$/u.exec(word) ?? [];
  if (figures !== undefined) return ENDINGS[base]?.test(ending) ? Number(figures) : undefined;
  return placesOf(base).get(word.normalize("NFC").toLowerCase());
}

const LONGEST = 40;

const BELOW = /^(?:minus|negative|moins|menos|meno|min|eksi|âm|trừ|ناقص|سالب)/u;

function joined(text: string): string {
  return text
    .trim()
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "");
}

/** How numbers of two places are said: from zero on as far as each has a word of its own, the tens, and how both are put together. */
interface Spoken {
  ones: string;
  tens: string;
  both(ten: string, one: string, tens: number, ones: number): string | string[];
  more?: string;
}

/** Forms of one number have a stroke between them. */
const SPOKEN: Readonly<Record<string, Spoken>> = {
  en: {
    ones: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    tens: "twenty thirty forty fifty sixty seventy eighty ninety",
    both: (ten, one) => ten + one,
    more: "ahundred=100 onehundred=100 hundred=100 athousand=1000 onethousand=1000 thousand=1000 amillion=1000000 onemillion=1000000 half=1/2 ahalf=1/2 onehalf=1/2 athird=1/3 onethird=1/3 twothirds=2/3 aquarter=1/4 onequarter=1/4 quarter=1/4 onefourth=1/4 threequarters=3/4 threefourths=3/4",
  },
  de: {
    ones: "null eins|ein|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    tens: "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    both: (ten, one) => `${one}und${ten}`,
    more: "hundert=100 einhundert=100 tausend=1000 eintausend=1000 einemillion=1000000 einhalb=1/2 diehälfte=1/2 eindrittel=1/3 zweidrittel=2/3 einviertel=1/4 dreiviertel=3/4 anderthalb=1.5 eineinhalb=1.5",
  },
  fr: {
    ones: "zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf",
    tens: "vingt trente quarante cinquante soixante soixantedix|septante quatrevingts|quatrevingt|huitante|octante quatrevingtdix|nonante",
    both: (ten, one, tens, ones) => {
      const teens = "onze douze treize quatorze quinze seize dixsept dixhuit dixneuf".split(" ");
      const et = ones === 1 && tens !== 8 && tens !== 9 ? "et" : "";
      if (ten === "soixantedix") return `soixante${et}${teens[ones - 1]}`;
      if (ten === "quatrevingtdix") return `quatrevingt${teens[ones - 1]}`;
      return [`${ten}${et}${one}`, `${ten}${one}`];
    },
    more: "cent=100 mille=1000 unmillion=1000000 undemi=1/2 lamoitié=1/2 untiers=1/3 deuxtiers=2/3 unquart=1/4 troisquarts=3/4",
  },
  es: {
    ones: "cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    tens: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    both: (ten, one, tens) =>
      tens === 2 ? `veinti${{ dos: "dós", tres: "trés", seis: "séis" }[one] ?? one}` : `${ten}y${one}`,
    more: "cien=100 mil=1000 unmillón=1000000 unmillon=1000000 lamitad=1/2 unmedio=1/2 untercio=1/3 dostercios=2/3 uncuarto=1/4 trescuartos=3/4",
  },
  it: {
    ones: "zero uno|una|un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    tens: "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    both: (ten, one, _, ones) =>
      (ones === 1 || ones === 8 ? ten.slice(0, -1) : ten) + (ones === 3 ? "tré" : one),
    more: "cento=100 mille=1000 unmilione=1000000 unterzo=1/3 unquarto=1/4 trequarti=3/4",
  },
  pt: {
    ones: "zero um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove",
    tens: "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    both: (ten, one) => `${ten}e${one}`,
    more: "cem=100 mil=1000 ummilhão=1000000 umterço=1/3 umquarto=1/4 trêsquartos=3/4",
  },
  nl: {
    ones: "nul een|één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    tens: "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    both: (ten, one) => `${one}${one.endsWith("e") ? "ën" : "en"}${ten}`,
    more: "honderd=100 duizend=1000 eenmiljoen=1000000",
  },
  tr: {
    ones: "sıfır bir iki üç dört beş altı yedi sekiz dokuz on onbir oniki onüç ondört onbeş onaltı onyedi onsekiz ondokuz",
    tens: "yirmi otuz kırk elli altmış yetmiş seksen doksan",
    both: (ten, one) => ten + one,
    more: "yüz=100 bin=1000 birmilyon=1000000",
  },
  vi: {
    ones: "không một hai ba bốn năm sáu bảy|bẩy tám chín mười mườimột mườihai mườiba mườibốn mườilăm mườisáu mườibảy mườitám mườichín",
    tens: "haimươi bamươi bốnmươi nămmươi sáumươi bảymươi támmươi chínmươi",
    both: (ten, one, _, ones) => ten + ({ 1: "mốt", 5: "lăm" }[ones] ?? one),
    more: "mộttrăm=100 mộtnghìn=1000 mộtngàn=1000 mộttriệu=1000000",
  },
  ar: {
    ones: "صفر واحد|واحدة اثنان|اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر أحدعشر|إحدىعشرة اثناعشر|اثنيعشر|اثنتاعشرة ثلاثةعشر|ثلاثعشرة أربعةعشر|أربععشرة خمسةعشر|خمسعشرة ستةعشر|ستعشرة سبعةعشر|سبععشرة ثمانيةعشر|ثمانيعشرة تسعةعشر|تسععشرة",
    tens: "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين",
    both: (ten, one) => `${one}و${ten}`,
    more: "مئة=100 مائة=100 ألف=1000 مليون=1000000 نصف=1/2 ثلث=1/3 ربع=1/4",
  },
};

const byLanguage = new Map<string, ReadonlyMap<string, string>>();
const NONE: ReadonlyMap<string, string> = new Map();

function numbersOf(base: string): ReadonlyMap<string, string> {
  const spoken = SPOKEN[base];
  if (!spoken) return NONE;
  let numbers = byLanguage.get(base);
  if (!numbers) {
    numbers = new Map(allNumbers(spoken));
    byLanguage.set(base, numbers);
  }
  return numbers;
}

function* allNumbers({ ones, tens, both, more = "" }: Spoken): Generator<[word: string, figure: string]> {
  const forms = (words: string) => words.split(" ").map((each) => each.split("|"));
  const lower = forms(ones);
  for (const [number, names] of lower.entries()) for (const name of names) yield [name, String(number)];
  for (const [place, names] of forms(tens).entries())
    for (const ten of names) {
      yield [ten, String((place + 2) * 10)];
      for (const [one, oneNames] of lower.slice(1, 10).entries())
        for (const name of oneNames)
          for (const word of [both(ten, name, place + 2, one + 1)].flat())
            yield [word, String((place + 2) * 10 + one + 1)];
    }
  for (const [name = "", figure = ""] of more.split(" ").map((each) => each.split("="))) yield [name, figure];
}

const CHINESE = new Map([..."零一二三四五六七八九"].map((sign, digit) => [sign, digit]));
CHINESE.set("〇", 0).set("两", 2).set("兩", 2);

/** 十二, 二十一, 百: up to ninety-nine, and a hundred, a thousand, ten thousand. */
function chineseFigure(word: string): string | undefined {
  const whole = { 百: 100, 一百: 100, 千: 1000, 一千: 1000, 万: 10_000, 一万: 10_000, 一萬: 10_000 }[word];
  if (whole !== undefined) return String(whole);
  const digit = CHINESE.get(word);
  if (digit !== undefined) return String(digit);
  const [found, tens = "", ones = ""] = /^(.?)十(.?)$/u.exec(word) ?? [];
  const [high, low] = [tens === "" ? 1 : CHINESE.get(tens), ones === "" ? 0 : CHINESE.get(ones)];
  return found === undefined || high === undefined || low === undefined ? undefined : String(high * 10 + low);
}

/** From the first on. Where kings are counted by cardinals, those too. */
const PLACES: Readonly<Record<string, string>> = {
  en: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  de: "erste|erster zweite|zweiter dritte|dritter vierte|vierter fünfte|fünfter sechste|sechster siebte|siebter achte|achter neunte|neunter zehnte|zehnter elfte|elfter zwölfte|zwölfter dreizehnte|dreizehnter vierzehnte|vierzehnter fünfzehnte|fünfzehnter sechzehnte|sechzehnter siebzehnte|siebzehnter achtzehnte|achtzehnter",
  fr: "premier|première|1er deux|deuxième|second|seconde trois|troisième quatre|quatrième cinq|cinquième six|sixième sept|septième huit|huitième neuf|neuvième dix|dixième onze douze treize quatorze quinze seize dix-sept dix-huit",
  es: "primero|primera segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto|quinta sexto|sexta séptimo|séptima octavo|octava noveno|novena décimo|décima once doce trece",
  it: "primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona decimo|decima",
  pt: "primeiro|primeira segundo|segunda terceiro|terceira quarto|quarta quinto|quinta sexto|sexta sétimo|sétima oitavo|oitava nono|nona décimo|décima",
  ru: "первый|первая второй|вторая третий|третья четвёртый|четвертый|четвёртая|четвертая пятый|пятая шестой|шестая седьмой|седьмая восьмой|восьмая",
  nl: "eerste tweede derde vierde vijfde zesde zevende achtste",
};

const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /^(?:st|nd|rd|th)$/i,
  fr: /^(?:er|re|ère|e|ème|eme|nd|nde)$/i,
  es: /^(?:º|ª|o|a)$/i,
  it: /^(?:º|ª|o|a)$/i,
  pt: /^(?:º|ª|o|a)$/i,
  nl: /^(?:e|de|ste)$/i,
};

const placesByLanguage = new Map<string, ReadonlyMap<string, number>>();

function placesOf(base: string): ReadonlyMap<string, number> {
  let places = placesByLanguage.get(base);
  if (!places) {
    const forms = (PLACES[base] ?? "").split(" ").map((each) => each.split("|"));
    places = new Map(forms.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
    if (PLACES[base]) placesByLanguage.set(base, places);
  }
  return places;
}
