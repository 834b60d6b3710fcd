import type { FoundOption } from "../found.ts";
import { shortened } from "../found-text.ts";

/** Options with the right ones marked, as a cell names them: `2`, `1,3`, `B`, `A and C`, or an option's own text. */
export function markRight(
  texts: readonly string[],
  cell: string,
): { options: FoundOption[]; changes: string[]; refusal?: string } {
  const marked = (right: readonly number[]) =>
    texts.map((text, at) => ({ text, correct: right.includes(at) }));
  const given = cell.trim();
  if (given === "") return { options: marked([]), changes: [], refusal: "Say which option is right." };
  const named = byPlace(given, texts.length);
  if (named) return { options: marked(named.places), changes: named.changes };
  const byText = byWords(given, texts);
  if (byText) return { options: marked(byText), changes: [] };
  const refusal = `“${shortened(given)}” names none of the ${texts.length} options as the right one.`;
  return { options: marked([]), changes: [], refusal };
}

function byPlace(given: string, count: number): { places: number[]; changes: string[] } | null {
  if (given.length > 100) return null;
  const tokens = given.split(/(?:[\s,;/&+|]|\band\b)+/i).filter(Boolean);
  const places = tokens.map((token) => placeOf(token, count));
  if (places.length > 0 && places.every((place) => place !== null)) return { places, changes: [] };
  // A sheet that reads "1,2" as a number shows 1.2; no option has a fraction.
  const halves = /^(\d)\.(\d)$/.exec(given);
  const both = halves?.slice(1).map((token) => placeOf(token, count)) ?? [];
  if (both.length === 2 && both.every((place) => place !== null))
    return { places: both, changes: [`“${given}” was read as options ${halves![1]} and ${halves![2]}.`] };
  return null;
}

function placeOf(token: string, count: number): number | null {
  const place = /^\d{1,2}$/.test(token)
    ? Number(token) - 1
    : /^[a-z]$/i.test(token)
      ? token.toLowerCase().charCodeAt(0) - 97
      : -1;
  return place >= 0 && place < count ? place : null;
}

function byWords(given: string, texts: readonly string[]): number[] | null {
  const place = (text: string) => texts.findIndex((each) => same(each, text));
  if (place(given) >= 0) return [place(given)];
  const places = given
    .slice(0, 2_000)
    .split(/[;|\n]/)
    .filter((part) => part.trim() !== "")
    .map(place);
  return places.length > 1 && places.every((at) => at >= 0) ? places : null;
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
