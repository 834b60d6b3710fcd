import { latinDigits } from "./digits.ts";

/**
 * The number in a text as people write it, or null: "1 500", "1'500", "1,5", "−3", "1.5e3", "6.02 × 10^23", "½", "1 1/2", "٣٫٥".
 * One sign before exactly three digits could be either ("1,500"): then it is what it is in that language.
 * The phone, the editor and the grading of typed answers all read by this.
 */
export function readNumber(typed: string, language = "en"): number | null {
  if (typed.length > LONGEST) return null;
  const text = plainSigns(typed).trim();
  const fraction = /^([-+]?) ?(?:(\d{1,15}) )?(\d{1,15}) ?\/ ?(\d{1,15})$/.exec(text);
  if (fraction) {
    const [, sign, whole = "0", above, below] = fraction;
    return within((Number(whole) + Number(above) / Number(below)) * (sign === "-" ? -1 : 1));
  }
  const number = /^([-+]?) ?([\d.,' ]*?)(?: ?(?:e|(\*?) ?10 ?\^) ?([-+]?\d{1,3}))?$/i.exec(text);
  if (!number) return null;
  const [, sign, figures = "", times, power] = number;
  // 10^6 has nothing to multiply; 5 × 10^6 needs the sign.
  const powerAlone = figures === "" && times === "";
  const decimal = powerAlone ? "1" : times === "" ? null : plainDecimal(figures.trim(), language);
  if (decimal === null) return null;
  return within(Number(`${sign}${decimal}e${power ?? 0}`));
}

/**
 * Figures with a sign for decimals and others for groups ("1,234.5", "12 500", "1.234.567") in the form of numbers in code,
 * or null. Groups have three digits, or two as in India before the last.
 */
export function plainDecimal(figures: string, language = "en"): string | null {
  if (/^\d+$/.test(figures)) return figures;
  const pieces = figures.split(/[.,' ]/);
  const signs = figures.match(/[.,' ]/g) ?? [];
  const decimals = endsInDecimals(figures, signs, language) ? (pieces.pop() ?? "") : "";
  const groupSigns = signs.slice(0, pieces.length - 1);
  const [first = "", ...groups] = pieces;
  if (groups.length > 0 && !areGroups(first, groups, groupSigns)) return null;
  const whole = pieces.join("");
  if (whole === "" && decimals === "") return null;
  return decimals === "" ? whole : `${whole || "0"}.${decimals}`;
}

/** Whether the one sign in these figures stands for decimals in one language and for thousands in another. */
export function isAmbiguous(figures: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figures);
}

/** Digits of any script, and the signs of numbers, in ASCII: - + * / ^ e . , ' and single spaces. */
export function plainSigns(text: string): string {
  if (PLAIN.test(text)) return text;
  const apart = text
    .replace(/[\u00bc-\u00be\u2150-\u215e\u2189]/gu, " $&")
    .replace(/[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+/gu, "^$&");
  return latinDigits(apart.normalize("NFKC"))
    .replace(/[−‐‑‒–—﹣־]|(?<![\p{L}\p{N}])ー(?=\d)/gu, "-")
    .replace(/[×⋅·∙∗]/gu, "*")
    .replace(/[÷⁄∕]/gu, "/")
    .replace(/[’‘ʼ′٬]|(?<=\d)_(?=\d)/gu, "'")
    .replace(/٫/gu, ".")
    .replace(/\s+/gu, " ");
}

/** Most texts are so already. */
const PLAIN = /^(?:[\x21-\x5e\x60-\x7e]| (?! ))*$/;

/** As long as a number with its unit may be. */
const LONGEST = 80;

/** Beyond this, differences of numbers and steps between them come near the end of what a double holds. */
export const NUMBER_MAX = 1e100;

function within(value: number): number | null {
  return Number.isFinite(value) && Math.abs(value) <= NUMBER_MAX ? value + 0 : null;
}

function endsInDecimals(figures: string, signs: readonly string[], language: string): boolean {
  const last = signs.at(-1);
  if (last !== "." && last !== ",") return false;
  if (signs.length > 1) return signs.indexOf(last) === signs.length - 1;
  return !isAmbiguous(figures) || last !== groupSign(language);
}

function areGroups(first: string, groups: readonly string[], signs: readonly string[]): boolean {
  if (!/^\d{1,3}$/.test(first) || signs.some((sign) => sign !== signs[0])) return false;
  const before = groups.slice(0, -1);
  const even = before.every((group) => group.length === 3) || before.every((group) => group.length === 2);
  return even && groups.at(-1)?.length === 3;
}

/** Asking Intl costs more than all the rest. */
const groupSigns = new Map<string, string>();
const LANGUAGES_KEPT = 200;

function groupSign(language: string): string {
  let sign = groupSigns.get(language);
  if (sign === undefined) {
    if (groupSigns.size >= LANGUAGES_KEPT) groupSigns.clear();
    const parts = new Intl.NumberFormat(language, {
      numberingSystem: "latn",
    }).formatToParts(1_234_567);
    sign = parts.find(({ type }) => type === "group")?.value ?? "";
    groupSigns.set(language, sign);
  }
  return sign;
}
