import { Check } from "lucide-react";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { OptionMark } from "#components/ui/options/option-mark.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";

type AnswerBarsProps = {
  question: { kind: FrozenQuestion["kind"]; closest?: boolean | undefined };
  bars: readonly Bar[];
  answered: number;
  /** Leaves the numbers out, for a question that has not been shown yet. */
  counts?: boolean;
};

/** How the answers spread, the right ones marked. Also for results. */
export function AnswerBars({ question, bars, answered, counts = true }: AnswerBarsProps) {
  // Places on a picture are for the big screen's map, and so is the whole length of a scale.
  const shown = bars.filter(
    (bar) => bar.point === undefined && (question.kind !== "slider" || bar.count > 0 || bar.correct),
  );
  if (shown.length === 0) return null;
  const most = Math.max(1, answered, ...shown.map(({ count }) => count));
  return (
    <ul className="grid gap-2" aria-label={question.kind === "poll" ? "Votes" : "Answers"}>
      {shown.map((bar) => (
        <li
          key={`${bar.option ?? ""}${bar.label}`}
          className={classNames(
            "relative isolate flex min-h-11 items-center gap-3 overflow-hidden rounded-md bg-surface-sunken px-2.5 py-1.5",
            bar.correct === true && "outline-2 outline-success -outline-offset-2",
          )}
        >
          <span
            aria-hidden="true"
            data-option={bar.option === undefined ? undefined : bar.option % 6}
            className={classNames(
              "-z-10 absolute inset-0 origin-left transition-transform duration-500 ease-out rtl:origin-right",
              bar.option !== undefined
                ? "bg-[color-mix(in_oklab,var(--option)_38%,transparent)]"
                : bar.correct
                  ? "bg-success-soft"
                  : "bg-ink/18",
            )}
            style={{ transform: `scaleX(${bar.count / most})` }}
          />
          {bar.option !== undefined && <OptionMark index={bar.option} size="sm" />}
          {bar.option === undefined ? (
            <span className="min-w-0 flex-1 break-words font-medium leading-snug">{bar.label}</span>
          ) : (
            <Written
              text={bar.label}
              className="min-w-0 flex-1 break-words align-page font-medium leading-snug"
            />
          )}
          {bar.state && bar.state !== "shown" && (
            <span className="text-ink-muted text-sm">{bar.state === "hidden" ? "hidden" : "not shown"}</span>
          )}
          {bar.correct === true && (
            <span className="inline-flex items-center gap-1 font-semibold text-sm text-success-ink">
              <Check aria-hidden="true" className="size-4.5" strokeWidth={3} />
              <span className="max-sm:sr-only">{question.closest ? "closest" : "right"}</span>
            </span>
          )}
          {counts && (
            <span className="numerals display min-w-8 text-end text-lg">
              {bar.count.toLocaleString("en")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
