/**
 * Where a sign is a mark, and where it is meant as itself: 2*3*4, SELECT *, Ke$ha, 5$ or 10$. Stars belong at the edges
 * of words, dollars and backticks touch no letter or digit from outside. An underscore is no mark at all: `__init__`,
 * `_ppl_` and gaps to fill look just like one.
 */

/** Whether stars at `at` may open an emphasis: the edge of a word is before them, a letter or a figure behind. */
export function opensWord(text: string, at: number, stars: number): boolean {
  const before = charBefore(text, at);
  if (isOfWord(before) || NOT_BEFORE.test(before) || (stars === 1 && before === "/")) return false;
  const ahead = text.slice(at + stars, at + stars + REACH);
  return (stars === 1 ? STARTS : STARTS_BOLD).test(ahead);
}

/** Whether stars at `at` may close one. */
export function closesWord(text: string, at: number, stars: number): boolean {
  const after = charAfter(text, at + stars);
  if (isOfWord(after) || NOT_AFTER.test(after) || (stars === 1 && after === "/")) return false;
  return ENDS.test(text.slice(Math.max(0, at - REACH), at));
}

/** Whether what runs from `from` to `end` has a letter or a digit directly before or behind it. */
export function touchesWord(text: string, from: number, end: number): boolean {
  return isOfWord(charBefore(text, from)) || isOfWord(charAfter(text, end));
}

/** Whether TeX can be meant by what stands between dollars, rather than two amounts of money. */
export function isFormula(tex: string, after: string | undefined, display: boolean): boolean {
  // "${a}${b}" is no formula, nor is "5 €, 3" of "$5 €, 3$".
  if (after === "{" || MONEY.test(tex) || !/[\p{L}\p{N}\\]/u.test(tex)) return false;
  if (!display && NAME.test(tex)) return false;
  const spaced = /^\s|\s$/.test(tex);
  if (display) return !spaced || /[\\^_=+<>\n]/.test(tex);
  return !spaced && !/^[,.;:!?)]|[(,{[]$/.test(tex) && !AMOUNT_AND_WORD.test(tex);
}

/** "$uicideboy$" is a name: what has a word alone in a formula writes it as \text{speed}. */
const NAME = /^\p{L}{4,}$/u;
const MONEY = /[€£¥₹₫₽₩¢–—]/;
/** "$5 or 5$" is money: a formula writes its words as \text{or}. */
const AMOUNT_AND_WORD = /^\d[\d.,]*\s(?:[^\\]*[^\\\p{L}])?\p{L}{2}/u;

/** As far as a mark looks to either side: a few signs and then a letter. */
const REACH = 8;
const PICTURE = "\\p{Extended_Pictographic}";
const STARTS = new RegExp(
  `^[\\p{Ps}\\p{Pi}"'¿¡]*(?:[\\p{L}\\p{N}\`$]|${PICTURE}|\\\\[*_\`$]|-\\p{L}{2})`,
  "u",
);
const STARTS_BOLD = new RegExp(
  `^[\\p{Ps}\\p{Pi}"'¿¡+−#@-]*(?:[\\p{L}\\p{N}\`$]|${PICTURE}|\\\\[*_\`$])`,
  "u",
);
const ENDS = new RegExp(
  `(?:[\\p{L}\\p{N}\\p{M}\`$]|${PICTURE})[\\p{Pe}\\p{Pf}"'.,:;?!…%°+#‰。、，！？：；\\p{Pd}\\ufe0f]*$`,
  "u",
);
/** Signs of formulas and programs; a single star beside a slash is a comment. */
const NOT_BEFORE = /[*_\\=+<>^%&|~#@.)\]}$`×÷±−≤≥≠√]/;
const NOT_AFTER = /[*_\\=+<>^&|~#@([{$`×÷±−≤≥≠√]/;

/** A digit, or a letter of a script that sets its words apart. */
function isOfWord(char: string): boolean {
  return /\p{N}/u.test(char) || (/[\p{L}\p{M}]/u.test(char) && !JOINED.test(char) && char !== AS_PICTURE);
}

/** After a sign that is to be drawn as an emoji. */
const AS_PICTURE = "\ufe0f";

/** Scripts that write words without spaces, or join small words to the next one. */
const JOINED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Arab}\p{sc=Hebr}]/u;

function charBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return text.slice(Math.max(0, low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1), at);
}

function charAfter(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}
