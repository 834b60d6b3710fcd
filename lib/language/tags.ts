/** The tag of a language in its one form ("PT-br" is "pt-BR"); null for what is none (RFC 5646). */
export function languageTag(text: string): string | null {
  if (text.length > TAG_MAX) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** What RFC 5646 (section 4.4.1) asks everybody to take is 35; no tag of a living language comes near this. */
const TAG_MAX = 100;

/** Which way texts of this language run. */
export function directionOfTag(tag: string): "ltr" | "rtl" {
  const [language = "", ...parts] = tag.toLowerCase().split("-");
  const script = parts.find((part) => part.length === 4);
  if (script) return RTL_SCRIPTS.includes(script) ? "rtl" : "ltr";
  return RTL_LANGUAGES.includes(language) ? "rtl" : "ltr";
}

const RTL_LANGUAGES = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
const RTL_SCRIPTS = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];
