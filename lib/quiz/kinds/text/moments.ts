/**
 * Dates and times as what they are: "July 4, 1776" is "4th of July 1776" and, in the quiz's language, "24.12.1914" is "24 December
 * 1914"; "3:30 pm" is 15:30. Each is one more form of an answer. Nothing else may stand beside them.
 */
export function momentsOf(text: string, language: string | undefined, role: "given" | "accepted"): string[] {
  if (text.length > LONGEST || !/\d/.test(text)) return [];
  const plain = text.normalize("NFC").trim().toLowerCase();
  return [...timesOf(plain), ...datesOf(plain, language, role)];
}

const LONGEST = 40;

const CLOCK = /^(\d{1,2})(?: ?([:.h]|heures?|uhr) ?(\d{2}))? ?(a\.? ?m\.?|p\.? ?m\.?|uhr|h)?$/u;

function* timesOf(text: string): Generator<string> {
  const [, hours = "", sign, minutes = "00", half = ""] = CLOCK.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hours === "" || hour > 24 || minute > 59) return;
  const said = half.replace(/[. ]/g, "");
  if (said === "am" || said === "pm") {
    if (hour < 1 || hour > 12) return;
    yield `time ${(hour % 12) + (said === "pm" ? 12 : 0)}:${minute}`;
  } else if (said === "uhr" || (sign !== undefined && sign !== ".")) {
    yield `time ${hour}:${minute}`;
  }
}

const NUMERIC = /^(\d{1,4}) ?([-./]) ?(\d{1,2}) ?(?:\2| ) ?(\d{1,4})\.?$/u;
const EAST_ASIAN = /^(\d{3,4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$/u;
const VIETNAMESE = /^(?:ngày |mùng )?(\d{1,2}) tháng (\d{1,2})(?:,? năm (\d{3,4}))?$/u;

function datesOf(text: string, language: string | undefined, role: "given" | "accepted"): string[] {
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericDates(numeric, language, role);
  const [, year, month, day] = EAST_ASIAN.exec(text) ?? [];
  if (year) return dates(day, month, year, true);
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) return dates(vietnamese[1], vietnamese[2], vietnamese[3], true);
  return namedDate(text, language);
}

/**
 * In the United States the month comes first. In English nothing says which country it is, so what a player types may be
 * either where the author has written the month's name.
 */
function numericDates(
  [, first = "", , second = "", third = ""]: RegExpExecArray,
  language: string | undefined,
  role: "given" | "accepted",
): string[] {
  if (first.length > 2) return first.length > 2 && third.length < 3 ? dates(third, second, first, false) : [];
  if (third.length < 3) return [];
  const english = language === undefined || /^en\b/i.test(language);
  if (!english) return dates(first, second, third, false);
  const dayFirst = dates(first, second, third, false);
  const monthFirst = dates(second, first, third, false);
  const usual = /^en-(?!us)/i.test(language ?? "") ? dayFirst : monthFirst;
  const certain = usual.length > 0 ? usual : dayFirst.length > 0 ? dayFirst : monthFirst;
  if (role === "accepted")
    return language === undefined && dayFirst.length > 0 && monthFirst.length > 0 ? [] : certain;
  return [...certain, ...[...dayFirst, ...monthFirst].map((date) => `named ${date}`)];
}

/** The month by its name, a day, a year or both, and words that join them. */
function namedDate(text: string, language: string | undefined): string[] {
  let month: number | undefined;
  const numbers: string[] = [];
  for (const [token] of text.matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(token)) numbers.push(token);
    else {
      const named = monthsIn(language).get(token);
      if (named !== undefined && month === undefined) month = named;
      else if (!JOINING.has(token)) return [];
    }
  }
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return [];
  if (/[^\p{L}\p{M}\d\s.,ºª'’-]/u.test(text)) return [];
  const years = numbers.filter((number) => number.length > 2);
  const days = numbers.filter((number) => number.length <= 2);
  if (years.length > 1 || days.length > 1) return [];
  return dates(days[0], String(month), years[0], true);
}

const JOINING = new Set(
  [
    "of the st nd rd th de del do da di d le el la lo il l er am den der año an year",
    "г года року roku r yil yılı ngày tháng năm o ού",
  ].flatMap((words) => words.split(" ")),
);

const monthNames = new Map<string, ReadonlyMap<string, number>>();
const LANGUAGES_KEPT = 100;

/** Long and short, alone and beside a day: май, мая. */
function monthsIn(language = "en"): ReadonlyMap<string, number> {
  let months = monthNames.get(language);
  if (!months) {
    const names = new Map<string, number>();
    for (const month of ["long", "short"] as const)
      for (const beside of [{ month }, { month, day: "numeric" }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...beside, calendar: "gregory", timeZone: "UTC" });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2000, index, 15));
          const name = parts.find(({ type }) => type === "month")?.value.toLowerCase() ?? "";
          names.set(name.replace(/\.$/, ""), index + 1);
        }
      }
    if (monthNames.size >= LANGUAGES_KEPT) monthNames.clear();
    months = names;
    monthNames.set(language, months);
  }
  return months;
}

/** A day that there is, as one form, and as another where the month had a name. */
function dates(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  named: boolean,
): string[] {
  const at = { day: Number(day ?? 0), month: Number(month), year: year === undefined ? "" : Number(year) };
  if (at.month < 1 || at.month > 12 || at.day > 31 || (day !== undefined && at.day < 1)) return [];
  const date = `date ${at.year}-${at.month}-${at.day}`;
  return named ? [date, `named ${date}`] : [date];
}
