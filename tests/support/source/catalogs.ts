import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** `{ a: { b: "text" } }` as `{ "a.b": "text" }`. */
export function flatten(catalog: unknown, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalog as object).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as const]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

/** What a text wants filled in, with tags: "{name} has <b>{n}</b>" gives b, n, name. */
export function argumentsOf(text: string): string[] {
  const names = elementsOf(text).flatMap((element) =>
    "value" in element && named(element) ? [element.value] : [],
  );
  return [...new Set(names.map(String))].sort();
}

/**
 * The plural forms that this language has and the text lacks. "many" of Spanish and French is for whole millions, which
 * read like the rest in front of our words.
 */
export function missingPlurals(text: string, locale: string): string[] {
  return elementsOf(text).flatMap((element) => {
    if (element.type !== TYPE.plural) return [];
    const type = element.pluralType ?? "cardinal";
    return new Intl.PluralRules(locale, { type })
      .resolvedOptions()
      .pluralCategories.filter((form) => !(form === "many" && (locale === "es" || locale === "fr")))
      .filter((form) => !(form in element.options));
  });
}

function named(element: MessageFormatElement): boolean {
  return element.type !== TYPE.literal && element.type !== TYPE.pound;
}

function elementsOf(text: string): MessageFormatElement[] {
  const all: MessageFormatElement[] = [];
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      all.push(element);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(text));
  return all;
}
