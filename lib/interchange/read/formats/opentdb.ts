import { z } from "zod";
import type { Found, FoundOption, FoundQuiz } from "../found.ts";
import { hasMarkSigns } from "../found-text.ts";
import { decodeEntities } from "../source/entities.ts";
import type { Source } from "../source/source.ts";
import { optionPlace } from "./option-place.ts";

/** What the Open Trivia Database replies (opentdb.com/api_config.php), in any of its encodings: HTML, URL or base64. */
const itemSchema = z.object({
  category: z.string().default(""),
  type: z.string().default(""),
  question: z.string(),
  correct_answer: z.string(),
  incorrect_answers: z.array(z.string()),
});

export function isOpenTdb({ json }: Source): boolean {
  return itemSchema.safeParse(itemsOf(json)[0]).success;
}

export function readOpenTdb({ json }: Source): FoundQuiz[] {
  const items = itemsOf(json);
  const first = itemSchema.safeParse(items[0]);
  const decode = first.success ? decoderOf(first.data) : decodeEntities;
  const categories = new Set<string>();
  const found = items.map((item, at): Found => {
    const parsed = itemSchema.safeParse(item);
    if (!parsed.success)
      return {
        row: at + 1,
        given: JSON.stringify(item).slice(0, 300),
        refusal: "It lacks a question or its answers.",
      };
    const { category, type, question, correct_answer, incorrect_answers } = parsed.data;
    categories.add(decode(category));
    const [prompt, right] = [decode(question), decode(correct_answer)];
    const wrong = incorrect_answers.map(decode);
    const given = [prompt, right, ...wrong].join(" · ");
    const plainText = hasMarkSigns(prompt, right, ...wrong);
    if (decode(type) === "boolean")
      return {
        row: at + 1,
        given,
        question: { kind: "truefalse", prompt, fields: { correct: /^true$/i.test(right) }, plainText },
      };
    const options: FoundOption[] = wrong.map((text) => ({ text }));
    options.splice(optionPlace(at, wrong.length + 1), 0, { text: right, correct: true });
    return { row: at + 1, given, question: { kind: "single", prompt, options, plainText } };
  });
  const [only] = categories;
  return [{ title: categories.size === 1 ? (only ?? "") : "", found }];
}

function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const results = (json as { results?: unknown } | undefined)?.results;
  return Array.isArray(results) ? results : [];
}

/** The type is a word of a few that are known, so it tells how all of them are written. */
function decoderOf({ type, question }: z.output<typeof itemSchema>): (text: string) => string {
  if (/^(bXVsdGlwbGU=?|Ym9vbGVhbg={0,2})$/.test(type))
    return (text) => Buffer.from(text, "base64").toString("utf8");
  if (/%[\da-f]{2}/i.test(question) && !/\s/.test(question)) return decodeUrl;
  return decodeEntities;
}

function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
