import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { barShare } from "./bar-share.ts";

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

/**
 * One answer as a bar as high as its words, and how many gave it. Inside `data-option` the bar has that option's color,
 * thinned so that ink is legible on it; its end keeps the full color.
 */
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
        "relative isolate flex items-stretch overflow-hidden rounded-[0.45em]",
        correct
          ? "bg-success-soft after:pointer-events-none after:absolute after:inset-0 after:rounded-[inherit] after:border-[0.13em] after:border-success"
          : "bg-surface",
      )}
    >
      {mark}
      <div className="relative flex min-w-0 flex-1 items-center gap-x-[0.8em] px-[0.7em] py-[0.4em]">
        <div
          aria-hidden="true"
          className={classNames(
            "-z-10 absolute inset-y-0 start-0 w-(--share) border-b-[0.2em] transition-[width] duration-1000 ease-out starting:w-0",
            countsRight ? FILLS.right : fill(correct, mark !== undefined),
            (count === null || share === 0) && "opacity-0",
          )}
          style={{ "--share": `${share * 100}%`, transitionDelay: `${200 + place * 60}ms` }}
        />
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-[0.7em] gap-y-[0.15em] font-semibold leading-tight">
          <bdi className="min-w-0 break-words">{label}</bdi>
          {correct && <CorrectMark />}
        </p>
        <p className="display numerals flex shrink-0 items-baseline justify-end gap-[0.5em] reads:flex-col-reverse reads:items-end reads:gap-0 text-[1.15em]">
          {count === null ? (
            <span className="h-[0.9em] w-[2em] animate-pulse rounded-full bg-ink/15" />
          ) : (
            <>
              {note && <span className="font-sans font-semibold text-[0.68em] tracking-normal">{note}</span>}
              <AnimatedNumber value={count} from={0} durationMs={1_000} />
            </>
          )}
        </p>
      </div>
    </div>
  );
}

/** The answers of a reveal, each as a bar of its share. */
export function BarLines({ result, className, style }: BarLinesProps) {
  return (
    <ul className={className} style={style}>
      {result?.bars.map((bar, place) => (
        <li key={bar.label} className="grid">
          <BarLine
            label={bar.label}
            count={bar.count}
            share={barShare(bar.count, result)}
            correct={bar.correct}
            place={place}
          />
        </li>
      ))}
    </ul>
  );
}

type BarLinesProps = { result: Reveal["result"]; className: string; style?: CSSProperties };

/** A check and the word: never only the color. */
export function CorrectMark() {
  const t = useTranslations("screen");
  return (
    <span className="inline-flex animate-pop items-center gap-[0.35em] rounded-full bg-success py-[0.1em] rtl:py-0 rtl:leading-[1.6] ps-[0.35em] pe-[0.6em] text-[0.78em] text-on-success">
      <Check aria-hidden="true" className="size-[1em]" strokeWidth={3.5} />
      <span>{t("correct")}</span>
    </span>
  );
}

const FILLS = {
  right: "border-success bg-[color-mix(in_oklab,var(--success)_var(--bar-faint),var(--surface))]",
  plain: "border-ink-muted bg-[color-mix(in_oklab,var(--ink-muted)_var(--bar-faint),var(--surface))]",
  option: "border-option bg-[color-mix(in_oklab,var(--option)_var(--bar-full),var(--surface))]",
  wrong:
    "border-[color-mix(in_oklab,var(--option)_70%,var(--surface))] bg-[color-mix(in_oklab,var(--option)_var(--bar-faint),var(--surface))]",
};

function fill(correct: boolean | null, option: boolean): string {
  if (option) return correct === false ? FILLS.wrong : FILLS.option;
  return correct ? FILLS.right : FILLS.plain;
}
