import { z } from "zod";
import { unitsFor } from "../../../kernel/unicode.ts";
import { cleanLine } from "../../clean-text.ts";
import { draftFields, LIMITS, questionFields } from "../../fields.ts";
import type { QuestionKind } from "../../kind.ts";
import { describeResponse } from "../../response.ts";
import { normalizeText } from "../text/normalize.ts";
import { entryBars } from "./entry-bars.ts";
import { isFiltered } from "./word-filter.ts";

const { min, max } = LIMITS.entries;

export const wordcloudSchema = z.strictObject({
  kind: z.literal("wordcloud"),
  ...questionFields,
  points: z.literal(0, "A word cloud has no right answer, so its points must be 0.").default(0),
  maxEntries: z
    .int("Use a whole number.")
    .min(min, "Players need at least one entry.")
    .max(max, `Players can have at most ${max} entries.`)
    .default(3)
    .describe("How many entries one player may send, all at once."),
  moderation: z
    .enum(["host", "filter"], 'Moderation is "host" or "filter".')
    .default("host")
    .describe(
      '"host": nothing is shown before the host has approved it. "filter": all but known rude words is.',
    ),
});

export type WordcloudQuestion = z.infer<typeof wordcloudSchema>;

export const wordcloud = {
  kind: "wordcloud",
  label: "Word cloud",
  schema: wordcloudSchema,
  draft: () => ({
    kind: "wordcloud",
    ...draftFields,
    points: 0,
    maxEntries: 3,
    moderation: "host",
  }),
  scored: false,
  composed: true,
  freeze: (question) => question,
  options: () => [],
  details: ({ maxEntries }) => ({ maxEntries }),
  problem(question, response) {
    const entries = entriesOf(response);
    const fits = entries.every((entry) => entry.length <= LIMITS.entryText);
    if (fits && entries.length > 0 && entries.length <= question.maxEntries) return null;
    return `This question takes 1 to ${question.maxEntries} entries of at most ${LIMITS.entryText} characters, {"texts": ["…"]}; given was ${describeResponse(response)}.`;
  },
  canonical: (_question, response) => ({ texts: entriesOf(response) }),
  grade: () => ({ correct: null, fraction: 0 }),
  key: () => null,
  bars: (_question, rows) => entryBars(rows),
  entryState(question, { label }, verdict) {
    if (verdict) return verdict === "show" ? "shown" : "hidden";
    return question.moderation === "filter" && !isFiltered(label) ? "shown" : "waiting";
  },
} satisfies QuestionKind<WordcloudQuestion>;

/** The entries of a player, each on one line and once, whatever its spelling. One entry may come as a plain text. */
function entriesOf(response: object): string[] {
  const texts =
    "texts" in response ? (response.texts as string[]) : "text" in response ? [response.text as string] : [];
  // An entry that is too long is refused without being compared.
  if (texts.some((text) => text.length > unitsFor(LIMITS.entryText))) return texts;
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const entry = cleanLine(text, LIMITS.entryText);
    if (entry === "") continue;
    const key = normalizeText(entry);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return [...byKey.values()];
}
