import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Reveal } from "#lib/session/reports/view.ts";

type Bars = NonNullable<Reveal["result"]>["bars"];

/** Numbers have an order, so their bars are side by side, smallest first. */
export function NumberColumns({ bars }: { bars: Bars }) {
  const t = useTranslations("screen");
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <ul
      dir="ltr"
      className="grid min-h-[calc(var(--u)*18*var(--fit))] auto-cols-[minmax(0,calc(var(--u)*18))] grid-flow-col grid-rows-[minmax(0,1fr)_auto] justify-center gap-x-[calc(var(--u)*1)]"
      style={{
        fontSize: `calc(var(--u) * ${bars.length > 7 ? 1.5 : bars.length > 4 ? 1.9 : 2.3} * var(--fit))`,
      }}
    >
      {bars.map((bar, place) => (
        <li key={bar.label} className="row-span-2 grid grid-rows-subgrid">
          <div className="flex flex-col justify-end gap-[0.3em] text-center">
            <span className={classNames("display text-[1.35em]", !bar.correct && "text-ink-muted")}>
              <AnimatedNumber value={bar.count} from={0} durationMs={1_000} />
            </span>
            <div
              className={classNames(
                "h-(--share) min-h-[0.2em] shrink rounded-t-[0.4em] transition-[height] duration-1000 ease-out starting:h-0",
                bar.correct ? "bg-success" : "bg-ink-muted/45",
              )}
              style={{ "--share": `${(bar.count / most) * 85}%`, transitionDelay: `${200 + place * 60}ms` }}
            />
          </div>
          <p
            className={classNames(
              "numerals flex flex-col items-center border-line-strong border-t-2 pt-[0.4em] text-center font-semibold leading-tight",
              bar.correct ? "text-success-ink" : "text-ink-muted",
            )}
          >
            <span className="break-words">{bar.label}</span>
            {bar.correct && (
              <span className="inline-flex items-center gap-[0.25em]">
                <Check aria-hidden="true" className="size-[1em]" strokeWidth={3.5} />
                <span>{isRange(bar) ? t("aroundHere") : t("correct")}</span>
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A range that holds the right number also holds wrong ones. */
function isRange({ numbers }: Bars[number]): boolean {
  return numbers !== undefined && numbers.from !== numbers.to;
}
