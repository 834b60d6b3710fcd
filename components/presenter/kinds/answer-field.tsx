import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useStageWording } from "../use-stage-wording.ts";

/** Nothing to choose from: an empty field as on the phones, with a caret that waits. */
export function AnswerField({ question }: { question: PublicQuestion }) {
  const { t, instruction } = useStageWording();
  return (
    <div className="mb-[calc(var(--u)*6+var(--spare)*0.3)] grid animate-rise justify-items-start gap-[calc(var(--u)*1.4)]">
      <p className="text-[calc(var(--u)*2.3)] text-accent-ink">{instruction(question)}</p>
      <div
        aria-hidden="true"
        className="display flex h-[calc(var(--u)*9)] w-full items-center justify-between rounded-[calc(var(--u)*1.4)] bg-surface-sunken px-[calc(var(--u)*2.4)] text-[calc(var(--u)*4)] ring-2 ring-line-strong ring-inset"
      >
        <span className="h-[1.15em] w-[0.09em] animate-pulse rounded-full bg-accent" />
        {question.unit && <span className="text-ink-muted">{question.unit}</span>}
      </div>
      {question.unit && <p className="sr-only">{t("inUnit", { unit: question.unit })}</p>}
    </div>
  );
}
