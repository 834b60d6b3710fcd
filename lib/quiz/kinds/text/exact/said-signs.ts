/**
 * What is said in words, or written another way round, with the signs it stands for: "minus 5" is -5, "1.5 million" is 1.5e6,
 * in Turkish "%50" is 50%, "AB negative" is AB-. By the language of the quiz; where that is not known, in the words of
 * all that mean nothing else.
 */
export function withSaidSigns(text: string, language: string | undefined): string {
  const base = language?.split("-", 1)[0]?.toLowerCase();
  const written = withCharges(text);
  if (!/\d/.test(written)) return written;
  // In China the sign of the yen is that of the yuan; Korea's days of history have a dot (3·1 운동).
  const local = base === "zh" ? written.replace(/[¥￥]/g, "元") : written;
  const dong = base === "vi" ? local.replace(/(?<=\d ?)đ(?!\p{L})/giu, "₫") : local;
  const dotted = /\p{Script=Hangul}/u.test(dong) ? dong.replace(/(?<=\d)[·ㆍ](?=\d)/g, ".") : dong;
  const parted = /[分분]/.test(dotted) ? dotted.replace(PARTS, "$2/$1") : dotted;
  const signed = SAID_BEFORE.test(parted) ? parted.replace(ROOT, "√").replace(MINUS, "-") : parted;
  return withMultiples(percentBehind(signed, base), base);
}

/** Something said in front of figures; most texts have nothing there, and looking for all of it takes its time. */
const SAID_BEFORE = /[\p{L}\p{M}ـ] ?[\d½¼¾.]/u;

/** Blood groups, marks and languages: "AB negative", "Rh positive", "C plus plus". */
function withCharges(text: string): string {
  if (!SHORT_FIRST.test(text)) return text;
  const said = CHARGED.exec(text);
  if (said)
    return `${said[1]}${(said[2] ?? "").replace(CHARGE, (name) => (POSITIVE.test(name) ? "+" : "-"))}`;
  return text.replace(TONE, (_, note: string, name: string) => note + (SHARP.test(name) ? "#" : "♭"));
}

const SHORT_FIRST = /^(?:..?[ -]|[A-G] ?[sfdb])/iu;
const CHARGE_NAMES =
  "plus|positive?|positivo|positiva|positif|positiv|pos|موجب|dương|положительная|חיובי|minus|negative?|negativo|negativa|négatif|negatif|negativ|neg|سالب|âm|отрицательная|שלילי";
const CHARGED = new RegExp(`^(\\p{L}{1,2})((?:[ -](?:${CHARGE_NAMES})){1,2})\\.?$`, "iu");
const CHARGE = new RegExp(`[ -](?:${CHARGE_NAMES})`, "giu");
const POSITIVE = /p[ol]|موجب|dương|полож|חיובי/iu;

/** A note: "C sharp minor", "B flat". */
const TONE = /^([A-G])[ -]?(sharp|flat|dièse|bémol|sostenido|bemol)(?!\p{L})/iu;
const SHARP = /^(?:sharp|dièse|sostenido)$/iu;

/** In some languages the sign or its word stands in front. */
const PERCENT_FIRST = ["ar", "az", "eu", "fa", "he", "ku", "tr", "ur"];
const WORDS_FIRST_IN = ["tr", "az", "th", "zh"];
const SIGN_FIRST = /(?<![\d٪%] ?)[%٪] ?(\d[\d.,٫]*)(?! ?[%٪])/u;
const WORD_FIRST = /(?:yüzde|ร้อยละ|百分之) ?(\d[\d.,]*)(?! ?%)/iu;

function percentBehind(text: string, base: string | undefined): string {
  const first = base === undefined || WORDS_FIRST_IN.includes(base) ? text.replace(WORD_FIRST, "$1%") : text;
  return base && PERCENT_FIRST.includes(base) ? first.replace(SIGN_FIRST, "$1%") : first;
}

/** "2分の1" names the lower figure first. */
const PARTS = /(\d{1,9}) ?(?:分の|分之|분의) ?(\d{1,9})/gu;

const ROOT =
  /(?<![\p{L}\p{M}])(?:square root|root|racine carrée|racine|quadratwurzel|wurzel|raíz cuadrada|raíz|căn bậc hai|căn|الجذر التربيعي) (?:of |de |aus |von |của |لـ ?)?(?=\d)/giu;

const MINUS =
  /(?<![\p{L}\p{M}])(?:minus|negative|moins|menos|meno|минус|мінус|eksi|âm|ناقص|سالب|منفی|माइनस|ऋण|ลบ|마이너스|영하|マイナス|負の|零下|负|負|מינוס) ?(?=[\d½¼¾.])/giu;

/** Names behind figures, and how many zeros each adds. */
const MULTIPLES: readonly (readonly [languages: string, names: string])[] = [
  ["en", "thousand=3 million=6 bn=9 trillion=12 billion=9"],
  ["de", "tausend=3 mio=6 million=6 millionen=6 mrd=9 milliarde=9 milliarden=9 billion=12 billionen=12"],
  ["fr", "mille=3 million=6 millions=6 milliard=9 milliards=9 billion=12 billions=12"],
  ["es", "mil=3 millón=6 millon=6 millones=6 billón=12 billon=12 billones=12"],
  ["pt", "mil=3 milhão=6 milhões=6 milhao=6 milhoes=6 bilhão=9 bilhões=9 bilhao=9 bilhoes=9"],
  ["it", "mila=3 milione=6 milioni=6 miliardo=9 miliardi=9"],
  ["nl", "duizend=3 miljoen=6 miljard=9"],
  [
    "pl",
    "tys=3 tysięcy=3 tysiące=3 tysiąc=3 mln=6 milion=6 miliony=6 milionów=6 mld=9 miliard=9 miliardów=9",
  ],
  ["sv nb no da", "tusen=3 tusind=3 miljon=6 miljoner=6 million=6 millioner=6 miljard=9 miljarder=9"],
  ["tr az", "bin=3 milyon=6 milyar=9"],
  ["vi", "nghìn=3 ngàn=3 triệu=6 tỷ=9 tỉ=9"],
  ["id ms", "ribu=3 juta=6 miliar=9"],
  [
    "ru",
    "тыс=3 тысяча=3 тысячи=3 тысяч=3 млн=6 миллион=6 миллиона=6 миллионов=6 млрд=9 миллиард=9 миллиардов=9",
  ],
  [
    "uk",
    "тис=3 тисяча=3 тисячі=3 тисяч=3 млн=6 мільйон=6 мільйони=6 мільйонів=6 млрд=9 мільярд=9 мільярдів=9",
  ],
  ["ar", "ألف=3 آلاف=3 الف=3 مليون=6 ملايين=6 مليار=9 مليارات=9"],
  ["fa ur", "هزار=3 ہزار=3 میلیون=6 میلیارد=9"],
  ["he", "אלף=3 אלפים=3 מיליון=6 מיליארד=9"],
  ["hi mr ne", "हज़ार=3 हजार=3 लाख=5 करोड़=7 अरब=9"],
  ["th", "พัน=3 หมื่น=4 แสน=5 ล้าน=6"],
  ["zh ja", "万=4 萬=4 亿=8 億=8 兆=12"],
  ["ko", "만=4 억=8 조=12"],
];

/** Words of one language that are other words in another: a million has no such twin, "mil" and "bin" have. */
const OF_NO_LANGUAGE = /^(?:en|zh ja|ko|hi mr ne|th|ru)$/;

const OTHERS = "";
const powersOf = new Map<string, ReadonlyMap<string, number>>();

function powersIn(base = OTHERS): ReadonlyMap<string, number> {
  const key = MULTIPLES.some(([languages]) => languages.split(" ").includes(base)) ? base : OTHERS;
  const known = powersOf.get(key);
  if (known) return known;
  const lists = MULTIPLES.filter(([languages]) =>
    key === OTHERS ? OF_NO_LANGUAGE.test(languages) : languages.split(" ").includes(key),
  );
  const names = lists.flatMap(([, list]) => list.split(" ").map((name) => name.split("=")));
  const powers = new Map(names.map(([name = "", power]) => [name, Number(power)]));
  powersOf.set(key, powers);
  return powers;
}

/** "5 million" as 5e6, and "5 mil millones" as 5e9. */
function withMultiples(text: string, base: string | undefined): string {
  const powers = powersIn(base);
  const once = text.replace(WORD_BEHIND, (whole: string, figure: string, word: string) => {
    const { power, rest } = multipleOf(word, powers);
    return power === 0 ? whole : `${figure}e${power}${rest}`;
  });
  if (once === text) return text;
  return once.replace(POWER_BEHIND, (whole: string, first: string, word: string) => {
    const { power, rest } = multipleOf(word, powers);
    return power === 0 ? whole : `e${Number(first) + power}${rest}`;
  });
}

const WORD_BEHIND = /(\d) ?([\p{L}\p{M}]+)\.?/gu;
const POWER_BEHIND = /(?<=\d)e(\d{1,2}) ?([\p{L}\p{M}]+)\.?/gu;

/** Chinese, Japanese, Korean and Thai write on without a space: 5万公里. Elsewhere the word is the multiple. */
function multipleOf(word: string, powers: ReadonlyMap<string, number>): { power: number; rest: string } {
  const whole = powers.get(word.toLowerCase());
  if (whole !== undefined) return { power: whole, rest: "" };
  if (!WRITES_ON.test(word)) return { power: 0, rest: "" };
  for (const [name, power] of powers)
    if (word.startsWith(name)) return { power, rest: word.slice(name.length) };
  return { power: 0, rest: "" };
}

const WRITES_ON = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u;
