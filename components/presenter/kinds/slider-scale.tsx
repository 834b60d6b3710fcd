import { useTranslations } from "next-intl";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import type { ScaleSteps } from "#lib/quiz/kinds/steps.ts";

/** The scale as on the phones, with nothing chosen: a thumb that waits in the middle. */
export function SliderScale({ steps, unit }: { steps: ScaleSteps; unit: string | undefined }) {
  const t = useTranslations("screen.question");
  const scaleFigure = useScaleFigure();
  const suffix = unit ? ` ${unit}` : "";
  return (
    <div className="mb-[calc(var(--u)*5+var(--spare)*0.35)] grid animate-rise gap-[calc(var(--u)*2.4)]">
      <div
        aria-hidden="true"
        className="relative mx-[calc(var(--u)*2)] mt-[calc(var(--u)*3)] h-[calc(var(--u)*1.4)] rounded-full bg-surface-sunken ring-2 ring-line-strong ring-inset"
      >
        <span className="-translate-1/2 absolute top-1/2 left-1/2 size-[calc(var(--u)*5)] rounded-full bg-accent shadow-card" />
      </div>
      <p dir="ltr" className="display numerals flex justify-between gap-[1em] text-[calc(var(--u)*3.6)]">
        <span>{`${scaleFigure(steps.min)}${suffix}`}</span>
        <span className="sr-only">{t("to")}</span>
        <span>{`${scaleFigure(steps.max)}${suffix}`}</span>
      </p>
    </div>
  );
}
