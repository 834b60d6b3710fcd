import type { DraftOf, QuestionDraft } from "../drafts/quiz-draft.ts";
import { normalizeText } from "../kinds/text/normalize.ts";
import type { Advice, AdviceRule } from "./advice.ts";

/** Advice that concerns several questions together, shown beside each of them. */
export function quizAdvice(questions: readonly QuestionDraft[]): Advice[] {
  return [...givenAway(questions), ...sameQuestions(questions)];
}

/** In fewer questions a habit is chance; in four of five of them players find it out. */
const HABIT = { of: 5, share: 0.8 };
/** A right option only a little longer than the next gives nothing away. */
const LONGER = 1.25;

function givenAway(questions: readonly QuestionDraft[]): Advice[] {
  const choices = questions.flatMap((question, at) => chosenFrom(question, at) ?? []);
  const long = choices.filter(({ longest }) => longest);
  const places = [...new Set(choices.map(({ place }) => place))];
  const [same = []] = places
    .map((place) => choices.filter((each) => each.place === place))
    .sort((a, b) => b.length - a.length);
  return [
    ...habit(
      "longest-is-right",
      choices,
      long,
      "the longest option is the right one. Shorten it, or write more in another",
    ),
    ...habit(
      "same-place",
      choices,
      same,
      `the right option is number ${(same[0]?.place ?? 0) + 1}. Move some of them`,
    ),
  ];
}

interface Choice {
  at: number;
  /** Of the right option. */
  place: number;
  longest: boolean;
}

function habit(rule: AdviceRule, of: readonly Choice[], shown: readonly Choice[], what: string): Advice[] {
  if (of.length < HABIT.of || shown.length < of.length * HABIT.share) return [];
  const message = `In ${shown.length} of ${of.length} questions ${what}.`;
  return shown.map(({ at }) => ({ rule, path: `questions[${at}].options`, message }));
}

function chosenFrom(question: QuestionDraft, at: number): Choice | null {
  if (question.kind !== "single") return null;
  const options = question.options.filter(({ text, image }) => text.trim() !== "" || image);
  const place = options.findIndex(({ correct }) => correct);
  if (place < 0 || options.length < 3) return null;
  return { at, place, longest: isLongest(options, place) };
}

function isLongest(options: DraftOf<"single">["options"], place: number): boolean {
  const [right = 0] = options.slice(place, place + 1).map(({ text }) => text.length);
  const others = options.filter((_, each) => each !== place).map(({ text }) => text.length);
  return right >= Math.max(...others) * LONGER && right > 0;
}

function sameQuestions(questions: readonly QuestionDraft[]): Advice[] {
  const first = new Map<string, number>();
  return questions.flatMap(({ kind, prompt, media }, at) => {
    // The same words below another picture are another question.
    const asked =
      prompt.trim() === "" || kind === "slide" ? null : `${normalizeText(prompt)} ${media?.id ?? ""}`;
    if (asked === null) return [];
    const earlier = first.get(asked);
    if (earlier === undefined) {
      first.set(asked, at);
      return [];
    }
    const message = `Question ${earlier + 1} asks the same.`;
    return [{ rule: "same-question" as const, path: `questions[${at}].prompt`, message }];
  });
}
