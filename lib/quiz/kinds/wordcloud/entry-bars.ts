import { LIMITS } from "../../fields.ts";
import type { ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import { normalizeText } from "../text/normalize.ts";

/** One bar for each entry whatever its spelling, most frequent first, labelled with its most frequent spelling. */
export function entryBars(rows: readonly ResponseCount[]): Bar[] {
  const groups = new Map<string, { count: number; spellings: Map<string, number> }>();
  for (const { response, count } of rows) {
    if (!("texts" in response)) continue;
    for (const text of response.texts) {
      const key = normalizeText(text);
      const group = groups.get(key) ?? { count: 0, spellings: new Map<string, number>() };
      group.count += count;
      group.spellings.set(text, (group.spellings.get(text) ?? 0) + count);
      groups.set(key, group);
    }
  }
  return [...groups]
    .map(([entry, { count, spellings }]) => ({ label: usual(spellings), count, correct: null, entry }))
    .sort((a, b) => b.count - a.count || (a.entry < b.entry ? -1 : 1))
    .slice(0, LIMITS.entriesCounted);
}

function usual(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [text, count] of spellings) {
    if (count < most || (count === most && text >= best)) continue;
    best = text;
    most = count;
  }
  return best;
}
