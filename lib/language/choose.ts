import { DEFAULT_LOCALE, isLocale, LANGUAGE_COOKIE, LANGUAGE_PARAMETER, type Locale } from "./locales.ts";
import { languageTag } from "./tags.ts";

/** What of a request tells its language. */
export interface LanguageWishes {
  /** Path and query. */
  url: string;
  cookie: string | undefined;
  acceptLanguage: string | undefined;
}

/** The language of a page: the address's word, then the kept choice, then the browser's list. */
export function chooseLocale({ url, cookie = "", acceptLanguage = "" }: LanguageWishes): Locale {
  return fromAddress(url) ?? fromCookie(cookie) ?? fromBrowser(acceptLanguage) ?? DEFAULT_LOCALE;
}

/**
 * What a person most likely writes in: their kept choice, else the first language of their browser's list, also one that
 * the product does not speak.
 */
export function likelyLanguage({ cookie = "", acceptLanguage = "" }: Omit<LanguageWishes, "url">): string {
  const first = acceptLanguage.slice(0, 500).split(",")[0]?.split(";")[0]?.trim() ?? "";
  return fromCookie(cookie) ?? languageTag(first.split("-")[0] ?? "") ?? DEFAULT_LOCALE;
}

function fromAddress(url: string): Locale | null {
  const query = url.indexOf("?");
  return query < 0 ? null : known(new URLSearchParams(url.slice(query + 1)).get(LANGUAGE_PARAMETER));
}

/** Browsers send the cookie with the longest path first: the screen's own choice comes before everybody's. */
function fromCookie(header: string): Locale | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at >= 0 && part.slice(0, at).trim() === LANGUAGE_COOKIE) return known(part.slice(at + 1).trim());
  }
  return null;
}

/** Accept-Language (RFC 9110, 12.5.4): the known language of the highest weight; `fr-CA` asks for `fr`. */
function fromBrowser(header: string): Locale | null {
  let best: Locale | null = null;
  let bestWeight = 0;
  for (const range of header.slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = range.trim().split(";");
    const locale = known(tag.split("-", 1)[0]?.toLowerCase());
    const weight = weightOf(parameters);
    if (locale && weight > bestWeight) [best, bestWeight] = [locale, weight];
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

function known(value: string | null | undefined): Locale | null {
  return isLocale(value) ? value : null;
}
