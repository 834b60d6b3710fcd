import { latinDigits } from "../../../kernel/digits.ts";
import { plainSigns } from "../../../kernel/read-number.ts";
import { withoutArticle } from "./articles.ts";
import { exactForms } from "./exact/exact-form.ts";
import type { Reading } from "./exact/numbers.ts";
import { withSaidSigns } from "./exact/said-signs.ts";
import { momentsOf } from "./moments.ts";
import { normalizeText } from "./normalize.ts";
import { figureOf, placeOf } from "./number-words.ts";
import { writtenOut } from "./short-forms.ts";
import { spellings } from "./spellings.ts";

/** An answer as it is compared: two texts are the same answer when they have a form in common. */
export interface AnswerForms {
  forms: readonly string[];
  /** As mere words, for slips of the finger. */
  readonly words: string;
  /** Digits, operators, brackets, charges or units: nothing in it can be a slip. */
  exact: boolean;
}

/**
 * The forms of an answer that a player typed or a host accepts, in the language of the quiz. Words are compared by
 * `normalizeText`, answers with digits or signs by `exactForms`.
 */
export function answerForms(text: string, language?: string, role: Role = "given"): AnswerForms {
  const whole = formsOf(text, language, role);
  const bare = withoutArticle(text, language);
  if (bare === undefined) return whole;
  const rest = bare === text.trim() ? whole.forms : formsOf(bare, language, role).forms;
  // With an article more or less it is the same, with another one it is not.
  const forms =
    role === "accepted"
      ? [...whole.forms, ...rest, ...whole.forms.map(afterArticle)]
      : [...whole.forms, ...rest.map(afterArticle)];
  return asAnswer(text, forms, whole.exact, whole);
}

type Role = "given" | "accepted";

/** What no other form is: elsewhere spaces stand between digits alone. */
function afterArticle(form: string): string {
  return `the ${form}`;
}

function formsOf(text: string, language: string | undefined, role: Role): AnswerForms {
  const figures = withSaidSigns(latinDigits(text), language);
  const named = isGreek(language)
    ? figures
    : figures.replace(LONE_GREEK, (letter) => GREEK_NAMES[letter] ?? letter);
  const written = spellings(named, language);
  const others = [
    ...(role === "accepted" ? otherWritings(named) : otherSigns(named)),
    ...notesOf(named),
    ...otherNames(named, language, role),
  ];
  if (isMereWords(named)) {
    const words = [...written, ...others].map(normalizeText);
    return asAnswer(named, [...words, ...figuresOf(named, language)], false);
  }
  const { forms, exact } = exactForms(named, [{ language }, ...otherReadings(named, language, role)]);
  others.push(...written.slice(1));
  for (const other of others) forms.push(...exactForms(other, [{ language }]).forms);
  const charge = /^(.*\p{L}\d{1,3}) (\d[-+])$/u.exec(forms[0] ?? "");
  if (charge) forms.push(`${charge[1]}${charge[2]}`);
  forms.push(...figuresOf(named, language), ...momentsOf(named, language, role));
  return asAnswer(named, forms, exact);
}

/** A whole answer that is a number or a place in words. */
function* figuresOf(text: string, language: string | undefined): Generator<string> {
  const figure = figureOf(text, language);
  const place = figure === undefined ? placeOf(text.trim(), language) : undefined;
  if (figure !== undefined) yield figure;
  if (place !== undefined) yield `place ${place}`;
}

/** A name with its short forms written out, or with the figure of its numeral: "Henry the Eighth" is Henry 8. */
function* otherNames(text: string, language: string | undefined, role: Role): Generator<string> {
  const long = writtenOut(text, language);
  if (long !== undefined) {
    yield long;
    if (role === "accepted") yield* otherNumerals(long);
  }
  const [, named, last = ""] = ENDS_IN_PLACE.exec(text) ?? [];
  const place = named === undefined ? undefined : placeOf(last, language);
  if (place === undefined) return;
  const name = named?.replace(ARTICLE_BEHIND, "");
  yield `${name} ${place}`;
  if (role === "accepted") yield* otherNumerals(`${name} ${place}`);
}

const ENDS_IN_PLACE = /^(.{0,60}\p{L}) ([\p{L}\d][\p{L}\d-]{1,14})\.?$/u;
const ARTICLE_BEHIND = / (?:the|der|die|le|la|el|il|de)$/iu;

/** The words are asked for only where a slip may be forgiven, and then by every answer to come. */
function asAnswer(text: string, forms: readonly string[], exact: boolean, whole?: AnswerForms): AnswerForms {
  let words: string | undefined;
  return {
    forms: [...new Set(forms)],
    exact,
    get words() {
      words ??= whole?.words ?? normalizeText(text);
      return words;
    },
  };
}

export function isSameAnswer(given: AnswerForms, accepted: AnswerForms): boolean {
  return given.forms.some((form) => accepted.forms.includes(form));
}

/** Letters with spaces and punctuation between them that says nothing. "n!" and "!x" are none. */
function isMereWords(text: string): boolean {
  return MERE_WORDS.test(text) && !NEGATION.test(text);
}

const MERE_WORDS =
  /^[\s.,;:?!'’"“”«»…‘`´¡¿]*\p{L}[\p{L}\p{M}\p{Cf}]*(?:[\s.,;:?!'’"“”«»…‘`´¡¿]+\p{L}[\p{L}\p{M}\p{Cf}]*)*[\s.,;:?!'’"“”«»…‘`´]*$/u;
const NEGATION = /![\p{L}=]|(?<![\p{L}\p{M}])\p{L}!/u;

function* otherReadings(
  text: string,
  language: string | undefined,
  role: "given" | "accepted",
): Generator<Reading> {
  const plain = plainSigns(text);
  if (/\d,\d/.test(plain)) yield { language, lists: true };
  if (/\de[-+]?\d/i.test(plain)) yield { language, powers: true };
  if (language === undefined && (/\d[.,]\d{3}/.test(plain) || (role === "accepted" && /\d{4}/.test(plain))))
    yield { language, either: role };
}

/** What a host writes with capitals is a name: "B-52" is also typed "B52", and the other way round. */
function* otherWritings(text: string): Generator<string> {
  if (/^\p{Lu}{1,3}-\d/u.test(text)) yield text.replace("-", " ");
  else if (/^\p{Lu}\d/u.test(text)) yield text.replace(/(?=\d)/, "-");
  if (/\d-\p{Lu}/u.test(text)) yield text.replace(/(?<=\d)-(?=\p{Lu})/u, " ");
  if (/\p{Ll}{2}-$/u.test(text) && !/\p{Lu}/u.test(text)) yield text.slice(0, -1);
  const pounds = /^£ ?([\d.,]+)$/u.exec(text);
  if (pounds) yield `${pounds[1]} pounds`;
  if (STYLED.test(text)) yield text.replace(STYLED, (sign) => STYLED_LETTERS[sign] ?? sign);
  yield* otherNumerals(text);
}

/** Signs that stand for letters inside a name: Ke$ha, P!nk. */
const STYLED = /(?<=\p{L})[$!@](?=\p{L})/gu;
const STYLED_LETTERS: Readonly<Record<string, string>> = { $: "s", "!": "i", "@": "a" };

/** "World War II" is also typed "World War 2", "Henry 8" written "Henry VIII". X is as well a letter (chromosome X). */
function* otherNumerals(text: string): Generator<string> {
  const [, name, last = ""] = /^(.*\p{L}.* )([IVX]{1,6}|\d{1,2})(?:er|re|\.)?$/u.exec(text) ?? [];
  if (name === undefined) return;
  const at = /^\d/.test(last) ? Number(last) : NUMERALS.indexOf(last);
  if (at > 0 && at < NUMERALS.length && at !== 10) yield name + (/^\d/.test(last) ? NUMERALS[at] : at);
}

const NUMERALS = ["", "X", "XX", "XXX"].flatMap((tens) =>
  ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].map((ones) => tens + ones),
);

/** What players type for signs their keyboards lack. Where nothing else is typed, the sign itself is asked for. */
function* otherSigns(text: string): Generator<string> {
  const [, feet, inches] = FEET_AND_INCHES.exec(text) ?? [];
  if (feet !== undefined) yield `${feet} ft ${inches} in`;
  if (!/=[<>]|[-+]\d$/.test(text)) return;
  const between = /[\p{L}\p{N}] ?=[<>] ?[-\p{L}\p{N}]/u;
  if (between.test(text)) yield text.replace(/=([<>])/g, "$1=");
  // "Ca+2" for Ca²⁺.
  if (/^\p{Lu}\p{Ll}?[-+]\d$/u.test(text)) yield text.replace(/([-+])(\d)$/, "$2$1");
}

const FEET_AND_INCHES = /^(\d{1,2}) ?['’′] ?(\d{1,2}) ?(?:["”″]|['’′]{2})$/u;

/** "B♭" is typed "Bb", and ∞ in words. */
function* notesOf(text: string): Generator<string> {
  if (/^[A-G]♭/i.test(text)) yield text.replace("♭", "b");
  if (text.trim() === "∞") yield* INFINITY_NAMES;
}

const INFINITY_NAMES = [
  ...["infinity", "unendlich", "infini", "l’infini", "infinito", "vô cực", "ما لا نهاية", "бесконечность"],
  ...["sonsuz", "無限大", "无穷大", "무한대", "अनंत", "אינסוף", "อนันต์"],
];

function isGreek(language: string | undefined): boolean {
  return language !== undefined && /^el\b/i.test(language);
}

const LONE_GREEK = /(?<!\p{Script=Greek})[αβγδεθλµμπρσφψωΔΣΩΠΦΨΛΘ](?!\p{Script=Greek})/gu;
const GREEK_NAMES: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "delta",
  ε: "epsilon",
  θ: "theta",
  Θ: "theta",
  λ: "lambda",
  Λ: "lambda",
  µ: "mu",
  μ: "mu",
  π: "pi",
  Π: "pi",
  ρ: "rho",
  σ: "sigma",
  Σ: "sigma",
  φ: "phi",
  Φ: "phi",
  ψ: "psi",
  Ψ: "psi",
  ω: "omega",
  Ω: "omega",
};
