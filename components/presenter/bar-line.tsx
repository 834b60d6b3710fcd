import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";

type BarLineProps = {
  label: ReactNode;
  /** Null while it is being counted. */
  count: number | null;
  /** Length of the bar, 0 to 1. */
  share: number;
  /** Beside the count: "60%". */
  note?: string;
  /** Null where nothing is right or wrong. */
  correct: boolean | null;
  mark?: ReactNode;
  /** Counts what was right, where the line itself is neither right nor wrong. */
  countsRight?: boolean;
  /** The place in the list, for bars that start one after another. */
  place: number;
};

/** One answer, and how many gave it. Inside `data-option` the bar has that option's color. */
export function BarLine({
  label,
  count,
  share,
  note,
  correct,
  mark,
  countsRight = false,
  place,
}: BarLineProps) {
  return (
    <div
      className={classNames(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-[0.8em] rounded-[0.5em] px-[0.7em] py-[0.45em]",
        correct ? "bg-success-soft outline-[0.1em] outline-success -outline-offset-[0.1em]" : "bg-surface/70",
      )}
    >
      <span className={classNames("flex", !mark && "hidden")}>{mark}</span>
      <div className={classNames("grid gap-[0.4em]", !mark && "col-span-2")}>
        <p className="flex flex-wrap items-center gap-x-[0.8em] gap-y-[0.2em] font-semibold leading-tight">
          <bdi className={classNames("min-w-0 break-words", correct === false && "text-ink-muted")}>
            {label}
          </bdi>
          {correct && <CorrectMark />}
        </p>
        <div className="h-[0.72em] overflow-hidden rounded-full bg-ink/10">
          <div
            className={classNames(
              "h-full w-(--share) rounded-full ring-[0.07em] ring-ink/30 ring-inset transition-[width] duration-1000 ease-out starting:w-0",
              countsRight ? "bg-success" : fill(correct, mark !== undefined),
              count === null && "opacity-0",
            )}
            style={{ "--share": `${share * 100}%`, transitionDelay: `${200 + place * 60}ms` }}
          />
        </div>
      </div>
      <p
        className={classNames(
          "display numerals flex min-w-[2.6em] text-[1.2em] items-baseline justify-end gap-[0.4em] reads:flex-col-reverse reads:items-end reads:gap-0",
          correct === false && "text-ink-muted",
        )}
      >
        {count === null ? (
          <span className="h-[0.9em] w-[2em] animate-pulse rounded-full bg-ink/15" />
        ) : (
          <>
            {note && (
              <span className="font-sans font-semibold text-[0.72em] text-ink-muted tracking-normal">
                {note}
              </span>
            )}
            <AnimatedNumber value={count} from={0} durationMs={1_000} />
          </>
        )}
      </p>
    </div>
  );
}

/** A check and the word: never only the color. */
export function CorrectMark() {
  const t = useTranslations("screen");
  return (
    <span className="inline-flex animate-pop items-center gap-[0.35em] rounded-full bg-success py-[0.1em] rtl:py-0 rtl:leading-[1.6] ps-[0.35em] pe-[0.6em] text-[0.78em] text-on-success">
      <Check aria-hidden="true" className="size-[1em]" strokeWidth={3.5} />
      {t("correct")}
    </span>
  );
}

function fill(correct: boolean | null, option: boolean): string {
  if (option)
    return correct === false
      ? "bg-[color-mix(in_oklab,var(--option)_60%,var(--surface-raised))]"
      : "bg-option";
  if (correct === null) return "bg-ink-muted/60";
  return correct ? "bg-success" : "bg-ink-muted/60";
}
