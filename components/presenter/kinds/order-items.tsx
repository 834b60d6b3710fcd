import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { optionSize } from "./option-size.ts";

/** The things to be put in order, as they are shuffled on everybody's phone. */
export function OrderItems({ items }: { items: readonly { text: string }[] }) {
  const t = useTranslations("screen.question");
  const units = optionSize(items, [3.2, 2.7, 2.2, 1.8]);
  return (
    <ul
      aria-label={t("toOrder")}
      className={classNames(
        "grid auto-rows-fr gap-[calc(var(--u)*1.2*var(--fit))] reads:grid-cols-1",
        items.length <= 3 ? "grid-cols-1" : "grid-cols-2",
      )}
    >
      {items.map((item, position) => (
        <Written
          as="li"
          key={position}
          text={item.text}
          className="min-h-[calc((var(--u)*7.4+var(--spare)*0.2)*var(--fit))] animate-rise content-center break-words align-page rounded-[0.5em] bg-surface-raised px-[0.8em] py-[0.5em] font-semibold leading-snug shadow-card"
          style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))`, animationDelay: `${position * 70}ms` }}
        />
      ))}
    </ul>
  );
}
