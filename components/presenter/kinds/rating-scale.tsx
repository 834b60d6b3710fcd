import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import type { ScaleSteps } from "#lib/quiz/kinds/steps.ts";

type RatingScaleProps = { steps: ScaleSteps; lowLabel: string | undefined; highLabel: string | undefined };

/** The numbers to choose from, and what their ends mean. */
export function RatingScale({ steps, lowLabel, highLabel }: RatingScaleProps) {
  const t = useTranslations("screen.question");
  const values = Array.from({ length: steps.max - steps.min + 1 }, (_, index) => steps.min + index);
  return (
    <div className="mb-[calc(var(--u)*4+var(--spare)*0.2)] grid gap-[calc(var(--u)*1.4)]">
      <ol
        dir="ltr"
        aria-label={t("scale")}
        className="display numerals grid auto-cols-fr grid-flow-col reads:grid-flow-row reads:grid-cols-[repeat(auto-fill,minmax(calc(var(--u)*6),1fr))] gap-[calc(var(--u)*1.2)] text-[calc(var(--u)*4)]"
      >
        {values.map((value, place) => (
          <li
            key={value}
            className="grid h-[calc((var(--u)*11+var(--spare)*0.3)*var(--fit))] animate-rise place-items-center rounded-[0.4em] bg-surface-raised shadow-card"
            style={{ animationDelay: `${place * 50}ms` }}
          >
            {value}
          </li>
        ))}
      </ol>
      <p dir="ltr" className="flex justify-between gap-[2em] text-[calc(var(--u)*2.3)] text-accent-ink">
        <Written text={lowLabel} />
        <Written text={highLabel} className="text-right" />
      </p>
    </div>
  );
}
