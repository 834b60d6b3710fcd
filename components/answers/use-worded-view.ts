import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { OTHER_ANSWERS } from "#lib/quiz/other-answers.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal, View } from "#lib/session/reports/view.ts";

type AnswerWords = ReturnType<typeof useTranslations<"answers">>;
/** An option; `ours` where the words are not the host's. */
export type WordedOption = PublicQuestion["options"][number] & { ours?: true };
type Bar = NonNullable<Reveal["result"]>["bars"][number];

/** The view with the server's own words (true and false, "Other answers", ranges) in the reader's language. */
export function useWordedView(view: View | null): View | null {
  const t = useTranslations("answers");
  const figure = useScaleFigure();
  return useMemo(() => view && wordedView(view, t, figure), [view, t, figure]);
}

export function wordedView(view: View, t: AnswerWords, figure: (value: number) => string): View {
  const { question, reveal } = view;
  const title = withoutMarks(view.title);
  if (!question) return title === view.title ? view : { ...view, title };
  const options: WordedOption[] =
    question.kind === "truefalse"
      ? [
          { text: t("true"), ours: true },
          { text: t("false"), ours: true },
        ]
      : question.options;
  const worded = { ...view, title, question: { ...question, options } };
  if (!reveal?.result) return worded;
  const bars = reveal.result.bars.map((bar, place) => ({
    ...bar,
    label: barLabel(bar, place, worded.question, t, figure),
  }));
  return { ...worded, reveal: { ...reveal, result: { ...reveal.result, bars } } };
}

function barLabel(
  bar: Bar,
  place: number,
  { kind, options, unit }: PublicQuestion,
  t: AnswerWords,
  figure: (value: number) => string,
): string {
  if (kind === "truefalse") return options[bar.option ?? -1]?.text ?? bar.label;
  // Bars of an ordering come from all in place downward; all but one cannot be.
  if (kind === "order")
    return place === 0
      ? t("allInOrder")
      : t("inPlace", { right: options.length - 1 - place, items: options.length });
  // The rest is neither right nor wrong; in a survey nothing is.
  if (kind === "text" && bar.correct === null && bar.label === OTHER_ANSWERS) return t("others");
  const numbers = bar.numbers ?? bar.range;
  return numbers === undefined ? bar.label : `${numbersLabel(numbers, t, figure)}${unit ? ` ${unit}` : ""}`;
}

function numbersLabel(
  { from, to, below }: NonNullable<Bar["numbers"]>,
  t: AnswerWords,
  figure: (value: number) => string,
): string {
  if (from === undefined) return t("lessThan", { below: figure(below ?? 0) });
  if (to !== undefined)
    return from === to ? figure(from) : t("range", { from: figure(from), to: figure(to) });
  return below === undefined
    ? t("orMore", { from: figure(from) })
    : t("rangeBelow", { from: figure(from), below: figure(below) });
}
