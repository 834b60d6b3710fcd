import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import type { SolutionProps } from "./solution-props.ts";

/** The right order, and for each item whether it stood there, or where it stood instead. */
export function OrderSolution({ question, reveal: { key }, response }: SolutionProps) {
  const t = useTranslations("player.order");
  if (!key || !("order" in key)) return null;
  const mine = response && "order" in response ? response.order : null;
  return (
    <ol className="grid gap-2.5">
      {key.order.map((option, place) => {
        const stood = mine?.indexOf(option) ?? -1;
        const inPlace = stood === place;
        const Icon = inPlace ? Check : X;
        return (
          <li
            key={option}
            className="flex min-h-14 min-w-0 items-center gap-3 rounded-xl bg-surface-raised px-3.5 py-2 ring-1 ring-line ring-inset"
          >
            <span aria-hidden="true" className="display numerals w-6 shrink-0 text-accent-ink text-xl">
              {place + 1}
            </span>
            <span className="min-w-0 flex-1 break-words font-semibold leading-snug">
              <Written text={question.options[option]?.text} />
            </span>
            {mine && (
              <span
                className={`numerals flex shrink-0 items-center gap-1.5 font-semibold text-sm ${inPlace ? "text-success-ink" : "text-danger-ink"}`}
              >
                {inPlace ? (
                  <span className="sr-only">{t("inPlace")}</span>
                ) : (
                  t("yourPlace", { place: stood + 1 })
                )}
                <Icon aria-hidden="true" className="size-5" strokeWidth={3} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
