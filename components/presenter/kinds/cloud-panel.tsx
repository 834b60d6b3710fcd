import { WordCloud } from "#components/cloud/word-cloud.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { AnswerField } from "./answer-field.tsx";

type CloudPanelProps = { question: PublicQuestion; bars: readonly Bar[]; closed?: boolean };

/** The cloud as it grows; before the first word, the empty field of a typed answer, while there is still something to type. */
export function CloudPanel({ question, bars, closed = false }: CloudPanelProps) {
  const { t } = useStageWording();
  if (bars.length === 0)
    return closed ? (
      <p className="self-center text-[calc(var(--u)*2.8)] text-ink-muted">{t("cloud.none")}</p>
    ) : (
      <AnswerField question={question} />
    );
  return (
    <div className="grid min-h-[calc(var(--u)*30*var(--fit))] place-items-center">
      <WordCloud
        label={t("cloud.room")}
        words={bars.map((bar) => ({ text: bar.label, count: bar.count }))}
        aspect={2.9}
        spoken={(word) => t("cloud.times", { word: word.text, times: word.count })}
        className="max-w-[calc(var(--u)*87*var(--fit))]"
      />
    </div>
  );
}
