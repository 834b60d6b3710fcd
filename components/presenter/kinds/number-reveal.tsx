import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { CorrectMark } from "./bar-line.tsx";
import { NumberColumns } from "./number-columns.tsx";

type NumberRevealProps = {
  answer: { number: number; tolerance: number; closest: boolean };
  unit: string | undefined;
  result: Reveal["result"];
};

/** So many columns are as wide as they may be in a part of the stage. */
const FEW = 4;

/** The right number, large, and where the room's numbers lie. */
export function NumberReveal({ answer, unit, result }: NumberRevealProps) {
  const { t } = useStageWording();
  const figure = useScaleFigure();
  // A few columns leave half of the stage to the number itself.
  const beside = (result?.bars.length ?? 0) <= FEW;
  return (
    <div
      className={classNames(
        "grid gap-[calc(var(--u)*2*var(--fit))]",
        beside
          ? "grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-[calc(var(--u)*5)]! reads:grid-cols-1"
          : "grid-rows-[auto_1fr]",
      )}
    >
      <p
        className={classNames(
          "flex animate-rise flex-wrap gap-x-[calc(var(--u)*1.6)] gap-y-[calc(var(--u)*0.5)]",
          beside
            ? "flex-col items-start justify-center gap-y-[calc(var(--u)*1.4)]! text-[calc(var(--u)*2.8*var(--fit))]"
            : "items-center text-[calc(var(--u)*2.4*var(--fit))]",
        )}
      >
        <span
          className={classNames(
            "display numerals break-all text-success-ink leading-none",
            beside ? "text-[3em]" : "text-[1.9em]",
          )}
        >
          <span>{figure(answer.number)}</span>
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
