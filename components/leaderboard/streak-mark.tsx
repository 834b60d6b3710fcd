import { Flame } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";

type StreakMarkProps = { streak: number; onAccent?: boolean; className?: string };

/** So many right answers in a row. */
export function StreakMark({ streak, onAccent = false, className }: StreakMarkProps) {
  const t = useTranslations("board");
  const { number } = useFormatter();
  return (
    <span
      className={classNames(
        "numerals inline-flex shrink-0 animate-pop items-center gap-[0.15em] rounded-full px-[0.5em] py-[0.22em] font-bold leading-none",
        onAccent ? "bg-on-accent/12 text-on-accent" : "bg-accent-soft text-accent-ink",
        className,
      )}
    >
      <Flame aria-hidden="true" className="size-[1.05em]" fill="currentColor" strokeWidth={1.5} />
      <span aria-hidden="true">{number(streak)}</span>
      <span className="sr-only">{t("streak", { streak })}</span>
    </span>
  );
}
