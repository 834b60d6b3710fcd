/** The tag of a language in its one form ("PT-br" is "pt-BR"); null for what is none (RFC 5646). */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** Which way texts of this language run. */
export function directionOfTag(tag: string): "ltr" | "rtl" {
  const [language = "", ...parts] = tag.toLowerCase().split("-");
  const script = parts.find((part) => part.length === 4);
  if (script) return RTL_SCRIPTS.includes(script) ? "rtl" : "ltr";
  return RTL_LANGUAGES.includes(language) ? "rtl" : "ltr";
}

const RTL_LANGUAGES = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
const RTL_SCRIPTS = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];
