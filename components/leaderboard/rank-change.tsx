import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";

type RankChangeProps = {
  /** Places gained, negative when lost; "new" for someone who was not on the board; undefined draws nothing. */
  change: number | "new" | undefined;
  /** On the leader's amber row. */
  onAccent?: boolean;
  className?: string;
};

/** How far someone moved, as an arrow and a number. Keeps its width when there is nothing to say. */
export function RankChange({ change, onAccent = false, className }: RankChangeProps) {
  const t = useTranslations("board");
  const { number } = useFormatter();
  const look = "numerals inline-flex min-w-[2.4em] items-center justify-end gap-[0.15em] font-bold";
  if (change === undefined || change === 0)
    return <span aria-hidden="true" className={classNames(look, className)} />;
  const up = change === "new" || change > 0;
  const Icon = up ? ArrowUp : ArrowDown;
  return (
    <span
      className={classNames(
        look,
        "animate-fade",
        onAccent ? "text-on-accent" : up ? "text-success-ink" : "text-ink-muted",
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-[1.05em]" strokeWidth={3} />
      <span aria-hidden="true">{change === "new" ? t("new") : number(Math.abs(change))}</span>
      <span className="sr-only">
        {change === "new" ? t("newHere") : t(up ? "up" : "down", { places: Math.abs(change) })}
      </span>
    </span>
  );
}
