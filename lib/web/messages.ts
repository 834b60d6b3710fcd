import compile from "icu-minify/compile";
import { isLocale, type Locale } from "#lib/language/locales.ts";
import type { Messages, Surface } from "./message-types.ts";

/**
 * The texts of some surfaces in one language, ICU compiled ahead: browsers get arrays to walk, never a parser
 * (next.config.mjs takes the formatter that only knows these).
 */
export async function messagesOf<S extends Surface>(
  locale: Locale,
  surfaces: readonly S[],
): Promise<Pick<Messages, S>> {
  const catalogs = await Promise.all(surfaces.map((surface) => catalog(surface, locale)));
  return Object.fromEntries(surfaces.map((surface, index) => [surface, catalogs[index]])) as Pick<
    Messages,
    S
  >;
}

const compiled = new Map<string, Promise<unknown>>();

function catalog(surface: Surface, locale: Locale): Promise<unknown> {
  if (!isLocale(locale)) throw new Error(`No such language: ${locale}`);
  const name = `${surface}/${locale}`;
  const known = compiled.get(name);
  if (known) return known;
  const made = import(`../../messages/${surface}/${locale}.json`).then((module) =>
    compileAll(module.default),
  );
  compiled.set(name, made);
  return made;
}

function compileAll(text: unknown): unknown {
  // Plain objects only: React sends no others to the browser.
  if (typeof text === "string") return structuredClone(compile(text));
  return Object.fromEntries(Object.entries(text as object).map(([key, value]) => [key, compileAll(value)]));
}
