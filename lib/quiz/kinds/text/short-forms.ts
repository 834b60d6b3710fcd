/**
 * Short forms in names, written out by the language of the quiz: "St. Petersburg" is Saint Petersburg, "Mt Everest" is Mount
 * Everest, "WWI" is World War I. Where the language is not known, the English ones.
 */
export function writtenOut(text: string, language: string | undefined): string | undefined {
  const base = language?.split("-", 1)[0]?.toLowerCase() ?? "en";
  const shorts = SHORTS[base];
  if (!shorts || text.length > LONGEST) return undefined;
  const war = base === "en" ? text.replace(WAR, "World War $1") : text;
  const long = war.replace(IN_FRONT, (whole: string, short: string, dot: string) => {
    const name = shorts[short.toLowerCase()];
    return name === undefined || (short.length === 1 && dot === "") ? whole : `${name} `;
  });
  return long === text ? undefined : long;
}

const LONGEST = 80;
const WAR = /^ww ?(i{1,2}|[12])$/i;

/** In front of a name. */
const IN_FRONT = /(?<![\p{L}\p{M}\d])(\p{L}{1,3})(\.?)(?: ?- ?| |(?<=\.))(?=\p{L}{2})/gu;

const SHORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { st: "Saint", mt: "Mount", ft: "Fort", dr: "Doctor", mr: "Mister" },
  de: { st: "Sankt", dr: "Doktor", hl: "Heiliger" },
  es: { s: "San", sta: "Santa", sto: "Santo", dr: "Doctor", dra: "Doctora", d: "Don" },
  fr: { st: "Saint", ste: "Sainte", dr: "Docteur", mt: "Mont" },
  it: { s: "San", sta: "Santa" },
  nl: { st: "Sint" },
  pt: { s: "São", sta: "Santa", sto: "Santo", d: "Dom", dr: "Doutor" },
};
