import { editDistance } from "../../../kernel/edit-distance.ts";
import { LIMITS } from "../../fields.ts";
import type { NearMiss, ResponseCount } from "../../kind.ts";
import { type AnswerForms, answerForms, isSameAnswer } from "./answer-forms.ts";
import type { Judged, Listed } from "./judged.ts";
import { wordsOf } from "./words.ts";

/** More is no list that a host reads between two questions. */
const SHOWN_MAX = 8;
/** Only the answers given most often are looked at: ten thousand different ones would hold the server up. */
const LOOKED_AT_MAX = 1_000;

/**
 * Wrong answers that are close to an accepted one, the most frequent first: some slips away, or with a word more or less
 * (the Beatles, Beethoven). What the author has ruled out is not among them.
 */
export function nearMisses(
  { accepted, ruledOut }: Judged,
  rows: readonly ResponseCount[],
  language?: string,
): NearMiss[] {
  const decided = [...accepted, ...ruledOut];
  const targets = accepted.map((each) => ({
    ...each,
    known: new Set(each.words()),
    exact: exactPart(each.compact),
    sorted: [...inOrder(each.words())],
  }));
  return bySpelling(mostFrequentWrong(rows), language)
    .filter(({ forms }) => !decided.some((each) => isSameAnswer(forms, each.forms)))
    .filter((group) => targets.some((target) => isClose(group, target)))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN_MAX)
    .map(({ text, count }) => ({ text, count }));
}

interface Typed {
  text: string;
  count: number;
}

function mostFrequentWrong(rows: readonly ResponseCount[]): Typed[] {
  return rows
    .flatMap(({ response, count, correct = 0 }) =>
      "text" in response && correct === 0 && response.text.length <= LIMITS.acceptedText
        ? [{ text: response.text, count }]
        : [],
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, LOOKED_AT_MAX);
}

interface Group extends Typed {
  forms: AnswerForms;
}

/** Equal answers once, as most players wrote them. */
function bySpelling(typed: readonly Typed[], language: string | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const { text, count } of typed) {
    const forms = answerForms(text, language);
    const [form = ""] = forms.forms;
    const group = groups.get(form);
    if (group) group.count += count;
    else groups.set(form, { forms, text, count });
  }
  return [...groups.values()];
}

type Target = Listed & { known: ReadonlySet<string>; exact: string; sorted: readonly string[] };

function isClose(group: Group, target: Target): boolean {
  const words = wordsOf(group.text);
  if (hasItsWords(words, target)) return true;
  if (target.forms.exact) return false;
  if (isFewSlipsAway(group.forms.words, target.letters, target.exact)) return true;
  // "Picaso Pablo": the names the other way round.
  return words.length > 1 && isFewSlipsAway(inOrder(words), target.sorted, target.exact);
}

function inOrder(words: readonly string[]): string {
  return words.toSorted().join("");
}

function isFewSlipsAway(compact: string, letters: readonly string[], exact: string): boolean {
  const few = letters.length >= 10 ? 3 : letters.length >= 5 ? 2 : letters.length >= 3 ? 1 : 0;
  if (few === 0 || Math.abs(compact.length - letters.length) > 2 * few) return false;
  return exactPart(compact) === exact && editDistance([...compact], letters, few) <= few;
}

/** A digit or sign that differs is another answer. */
function exactPart(compact: string): string {
  return compact.replace(/[\p{L}\p{M}]/gu, "");
}

/** Whether one has all words of the other and some besides. */
function hasItsWords(typed: readonly string[], { known }: Target): boolean {
  const given = new Set(typed);
  return (
    [...known].every((word) => given.has(word)) ||
    (typed.length > 0 && typed.every((word) => known.has(word) && word.length > 3))
  );
}
