import { latinDigits } from "../../../kernel/digits.ts";
import { plainSigns } from "../../../kernel/read-number.ts";
import { exactForms } from "./exact/exact-form.ts";
import type { Reading } from "./exact/numbers.ts";
import { normalizeText } from "./normalize.ts";
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
export function answerForms(
  text: string,
  language?: string,
  role: "given" | "accepted" = "given",
): AnswerForms {
  const figures = latinDigits(text);
  const named = isGreek(language)
    ? figures
    : figures.replace(LONE_GREEK, (letter) => GREEK_NAMES[letter] ?? letter);
  const written = spellings(named, language);
  if (isMereWords(named)) return asAnswer(named, written.map(normalizeText), false);
  const { forms, exact } = exactForms(named, [{ language }, ...otherReadings(named, language, role)]);
  const others = [...written.slice(1), ...(role === "accepted" ? otherWritings(named) : [])];
  for (const other of others) forms.push(...exactForms(other, [{ language }]).forms);
  const charge = /^(.*\p{L}\d{1,3}) (\d[-+])$/u.exec(forms[0] ?? "");
  if (charge) forms.push(`${charge[1]}${charge[2]}`);
  return asAnswer(named, forms, exact);
}

/** The words are asked for only where a slip may be forgiven, and then by every answer to come. */
function asAnswer(text: string, forms: readonly string[], exact: boolean): AnswerForms {
  let words: string | undefined;
  return {
    forms: [...new Set(forms)],
    exact,
    get words() {
      words ??= normalizeText(text);
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
}

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
