import type { DraftOf, QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";

/** A question as it starts: nothing is filled in that a host could overlook, such as the first answer as the right one. */
export function newQuestion(kind: KindName): QuestionDraft {
  const draft: QuestionDraft = structuredClone(KINDS[kind].draft());
  if (draft.kind === "number" || draft.kind === "slider" || draft.kind === "truefalse")
    return { ...draft, correct: undefined };
  if (draft.kind === "text") return { ...draft, accepted: [] };
  return draft;
}

/** The same question as another kind: what both have in common is kept. */
export function convertQuestion(question: QuestionDraft, kind: KindName): QuestionDraft {
  if (question.kind === kind) return question;
  const fresh = newQuestion(kind);
  const { prompt, timeLimitMs, explanation, notes, media, plainText } = question;
  const shared = {
    prompt,
    timeLimitMs,
    ...(explanation === undefined ? {} : { explanation }),
    ...(notes === undefined ? {} : { notes }),
    ...(media === undefined ? {} : { media }),
    ...(plainText === undefined ? {} : { plainText }),
  };
  const points = KINDS[question.kind].scored ? question.points : 1;
  const texts = textsOf(question);
  switch (fresh.kind) {
    case "single":
      return { ...fresh, ...shared, points, options: oneMarked(markedOptions(fresh, question, texts)) };
    case "multiple":
      return { ...fresh, ...shared, points, options: markedOptions(fresh, question, texts) };
    case "poll":
      return {
        ...fresh,
        ...shared,
        options:
          optionTexts(texts)?.map((text, place) => withPicture(question, text, place)) ?? fresh.options,
      };
    case "rating":
    case "slide":
    case "wordcloud":
      return { ...fresh, ...shared };
    case "order":
      return { ...fresh, ...shared, points, items: texts.length > 0 ? texts : fresh.items };
    case "match":
      return { ...fresh, ...shared, points, pairs: pairsOf(texts) ?? fresh.pairs };
    case "text":
      return { ...fresh, ...shared, points, accepted: rightTexts(question) };
    case "truefalse":
    case "number":
    case "pin":
    case "slider":
      return { ...fresh, ...shared, points };
    default:
      return fresh satisfies never;
  }
}

function pairsOf(texts: readonly string[]): DraftOf<"match">["pairs"] | null {
  if (texts.length < LIMITS.pairs.min) return null;
  return texts.slice(0, LIMITS.pairs.max).map((item) => ({ item, group: "" }));
}

type Marked = DraftOf<"single">["options"];

function markedOptions(fresh: { options: Marked }, from: QuestionDraft, texts: readonly string[]): Marked {
  const kept = optionTexts(texts);
  if (!kept) return fresh.options;
  const marks = "options" in from ? from.options.map((option) => "correct" in option && option.correct) : [];
  return kept.map((text, place) => ({ ...withPicture(from, text, place), correct: marks[place] ?? false }));
}

function withPicture(from: QuestionDraft, text: string, place: number) {
  const image = "options" in from ? from.options[place]?.image : undefined;
  return image ? { text, image } : { text };
}

function oneMarked(options: Marked): Marked {
  const first = options.findIndex((option) => option.correct);
  return options.map((option, place) => ({ ...option, correct: place === first }));
}

/** Two at least, six at most; null if there is nothing to take over. */
function optionTexts(texts: readonly string[]): string[] | null {
  if (texts.length === 0) return null;
  const { min, max } = LIMITS.options;
  return [...texts.slice(0, max), ...Array<string>(Math.max(0, min - texts.length)).fill("")];
}

function textsOf(question: QuestionDraft): string[] {
  if ("options" in question) return question.options.map(({ text }) => text);
  if (question.kind === "order") return question.items;
  if (question.kind === "match") return question.pairs.map(({ item }) => item);
  return question.kind === "text" ? question.accepted : [];
}

function rightTexts(question: QuestionDraft): string[] {
  if (question.kind !== "single" && question.kind !== "multiple") return [];
  return question.options.flatMap(({ text, correct }) => (correct && text.trim() !== "" ? [text] : []));
}
