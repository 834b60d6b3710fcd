/** The languages that every screen of participants and presenters speaks. The first is the default. */
export const LOCALES = ["en", "vi", "es", "fr", "de", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** Each language by its own name, as a choice shows it. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  vi: "Tiếng Việt",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  ar: "العربية",
};

/** A person's choice. The big screen keeps one of its own, under its own path. */
export const LANGUAGE_COOKIE = "lang";
/** In an address, above cookie and browser: what a host puts on the link of a screen. */
export const LANGUAGE_PARAMETER = "lang";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}
