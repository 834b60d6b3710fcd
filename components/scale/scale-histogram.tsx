import { classNames } from "#components/ui/class-names.ts";
import type { ScaleSteps } from "#lib/quiz/kinds/steps.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import { columnMiddle, firstStop, lastStop, stopsDrawn } from "./scale-places.ts";

type ScaleHistogramProps = {
  bars: readonly Bar[];
  steps: ScaleSteps;
  /** The stretch that counts as right, and the right number in it. */
  band?: { from: number; to: number; at: number } | undefined;
  /** A player's own answer, drawn as a pin. */
  own?: number | null;
  /** A class for the columns of one bar, where none is right or wrong. */
  tone?: (bar: Bar) => string;
  /** How a number is written. */
  figure: (value: number) => string;
  /** Words for one bar: "37 to 41 km: 5, correct". */
  spoken: (bar: Bar) => string;
  /** How many letters fit below the columns; if their numbers need more, only the ends are told. */
  letters: number;
  className?: string;
};

/** Answers on a scale as columns over its whole length. All sizes are in em: the font size sets how large it is. */
export function ScaleHistogram({
  bars,
  steps,
  band,
  own = null,
  tone,
  figure,
  spoken,
  letters,
  className,
}: ScaleHistogramProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const stops = stopsDrawn(bars, steps);
  const each = bars.reduce((sum, bar) => sum + belowColumn(bar, figure).length + 1, 0) <= letters;
  const large = each || bars.length * `${most}`.length <= letters;
  return (
    <div className={classNames("grid grid-rows-[minmax(0,1fr)_auto]", className)}>
      <ul className="sr-only">
        {bars.map((bar) => (
          <li key={bar.label}>{spoken(bar)}</li>
        ))}
      </ul>
      <div aria-hidden="true" className="relative flex items-stretch pt-[1.7em]" dir="ltr">
        {band && (
          <span
            className="absolute inset-y-0 animate-fade rounded-t-[0.5em] bg-success-soft ring-1 ring-success/50 ring-inset"
            style={placed(firstStop(steps, band.from), lastStop(steps, band.to) + 1, stops)}
          />
        )}
        {bars.map((bar, place) => (
          <span key={bar.label} className="relative flex min-w-0 flex-1 flex-col justify-end">
            <span
              className={classNames(
                "display numerals text-center leading-none transition-opacity",
                large ? "pb-[0.25em] text-[1.1em]" : "pb-[0.2em] text-[0.8em]",
                bar.count === 0 && "opacity-0",
                bar.correct === false && "text-ink-muted",
              )}
            >
              {bar.count}
            </span>
            <span
              data-filled={bar.correct ? "right" : ""}
              className={classNames(
                "mx-[8%] h-(--share) min-h-[0.15em] shrink rounded-t-[0.35em] transition-[height] duration-1000 ease-out starting:h-0",
                tone ? tone(bar) : bar.correct ? "bg-success" : "bg-ink-muted/45",
              )}
              style={{ "--share": `${(bar.count / most) * 82}%`, transitionDelay: `${200 + place * 35}ms` }}
            />
          </span>
        ))}
        {own !== null && (
          <span
            data-filled=""
            className="-translate-x-1/2 absolute bottom-0 size-[0.85em] translate-y-1/2 rounded-full bg-ink ring-[0.2em] ring-surface-raised"
            style={{ left: `${columnMiddle(steps, own, stops) * 100}%` }}
          />
        )}
      </div>
      <div
        aria-hidden="true"
        dir="ltr"
        className="numerals relative flex border-line-strong border-t-2 pt-[0.35em] font-semibold text-[0.9em] text-ink-muted"
      >
        {each ? (
          bars.map((bar) => (
            <span
              key={bar.label}
              className={classNames("min-w-0 flex-1 text-center", bar.correct && "text-success-ink")}
            >
              {belowColumn(bar, figure)}
            </span>
          ))
        ) : (
          <>
            <span>{figure(steps.min)}</span>
            <span className="ml-auto">{figure(steps.max)}</span>
          </>
        )}
      </div>
    </div>
  );
}

function belowColumn({ range, label }: Bar, figure: (value: number) => string): string {
  if (!range) return label;
  return range.from === range.to ? figure(range.from) : `${figure(range.from)}–${figure(range.to)}`;
}

function placed(fromStop: number, toStop: number, stops: number) {
  return { left: `${(fromStop / stops) * 100}%`, right: `${100 - (toStop / stops) * 100}%` };
}
