import type { Reveal } from "#lib/session/view.ts";
import { CorrectMark } from "./bar-line.tsx";
import { NumberColumns } from "./number-columns.tsx";
import { useStageWording } from "./use-stage-wording.ts";

type NumberRevealProps = {
  answer: { number: number; tolerance: number; closest: boolean };
  unit: string | undefined;
  result: Reveal["result"];
};

/** The right number, large, and where the room's numbers lie. */
export function NumberReveal({ answer, unit, result }: NumberRevealProps) {
  const { t, figure } = useStageWording();
  return (
    <div className="grid grid-rows-[auto_1fr] gap-[calc(var(--u)*2*var(--fit))]">
      <p className="flex animate-rise flex-wrap items-center gap-x-[calc(var(--u)*1.6)] gap-y-[calc(var(--u)*0.5)] text-[calc(var(--u)*2.2*var(--fit))]">
        <span className="display numerals break-all text-[1.9em] text-success-ink">
          {figure(answer.number)}
          {unit && <span className="text-[0.6em]"> {unit}</span>}
        </span>
        <CorrectMark />
        <span className="text-[0.85em] text-ink-muted">
          {answer.closest
            ? t("reveal.closest")
            : answer.tolerance > 0 && t("reveal.tolerance", { tolerance: answer.tolerance })}
        </span>
      </p>
      {result ? (
        <NumberColumns bars={result.bars} />
      ) : (
        <div className="min-h-[calc(var(--u)*18*var(--fit))]" />
      )}
    </div>
  );
}
