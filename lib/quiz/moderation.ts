import type { EntryState, Verdict } from "./kind.ts";
import { kindOf, type Question } from "./kinds/registry.ts";
import { normalizeText } from "./kinds/text/normalize.ts";
import type { Bar } from "./public-shapes.ts";

/** The host's decisions about the entries to one question, by their normalized text. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** The verdicts of a session, by question. */
export type Moderation = Readonly<Record<string, Verdicts>>;

/** Whether entries to this question are shown only as the host, or the filter, lets them. */
export function isModerated(question: Question): boolean {
  return kindOf(question).entryState !== undefined;
}

/** For hosts: every entry, and how it stands. Bars of other kinds stay as they are. */
export function judgedBars(question: Question, bars: readonly Bar[], verdicts: Verdicts = {}): Bar[] {
  const { entryState } = kindOf(question);
  if (!entryState) return [...bars];
  return bars.map((bar) => ({ ...bar, state: stateOf(bar) }));

  function stateOf(bar: Bar): EntryState {
    const verdict = Object.hasOwn(verdicts, bar.entry ?? "") ? verdicts[bar.entry ?? ""] : undefined;
    return entryState?.(question, bar, verdict) ?? "waiting";
  }
}

/** More words than this are a texture, not a cloud. */
const SHOWN_MAX = 60;

/** For everybody else: only what may be shown, and nothing of how it was decided. */
export function shownBars(question: Question, bars: readonly Bar[], verdicts?: Verdicts): Bar[] {
  if (!isModerated(question)) return [...bars];
  return judgedBars(question, bars, verdicts)
    .filter(({ state }) => state === "shown")
    .slice(0, SHOWN_MAX)
    .map(({ label, count, correct }) => ({ label, count, correct }));
}

/** With the host's word on some entries, given as they are labelled or normalized. */
export function withVerdict(
  moderation: Moderation,
  questionIndex: number,
  entries: readonly string[],
  verdict: Verdict,
): Moderation {
  const decided = Object.fromEntries(entries.map((entry) => [normalizeText(entry), verdict]));
  return { ...moderation, [questionIndex]: { ...moderation[questionIndex], ...decided } };
}
