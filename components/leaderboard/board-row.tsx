import * as m from "motion/react-m";
import { useFormatter, useTranslations } from "next-intl";
import type { Ref } from "react";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Standing } from "#lib/client/board/live-board.ts";
import { RankChange } from "./rank-change.tsx";
import { StreakMark } from "./streak-mark.tsx";

export type BoardSize = "stage" | "compact";

type BoardRowProps = {
  standing: Standing;
  /** Of the whole board: places are measured when it changes, and not with every board. */
  order: string;
  size: BoardSize;
  /** Of the leader's score, 0 to 1: how far the bar behind the row reaches. */
  share: number;
  /** Null where places are not compared; undefined keeps room for what is not known yet. */
  change: number | "new" | undefined | null;
  highlighted: boolean;
  /** How names are set where the board is too narrow for the longest; the same for all. */
  narrow: string | undefined;
  countsFrom: number | undefined;
  /** For the animation that takes the row out of the list. */
  ref?: Ref<HTMLLIElement>;
};

const rows = {
  stage:
    "h-(--row) reads:h-auto reads:min-h-[calc(var(--u)*4.6)] reads:flex-wrap reads:py-[0.5em] reads:text-[calc(var(--u)*1.9)]! gap-[0.6em] rounded-[0.5em] px-[0.7em] text-[calc(var(--row)*0.48)]",
  compact: "h-11 gap-2.5 rounded-md px-3 text-base",
};

const TRAVEL = {
  layout: { type: "spring", bounce: 0.16, duration: 0.8 },
  scale: { duration: 0.7, ease: "easeInOut" },
  default: { duration: 0.42, ease: [0.22, 1, 0.36, 1] },
} as const;

/** The second and the third have the colors of their steps on the podium, as the first has. */
const MEDALS: Record<number, string> = {
  2: "grid size-[1.56em] place-content-center rounded-full bg-ink text-[0.86em] text-background!",
  3: "grid size-[1.56em] place-content-center rounded-full bg-option text-[0.86em] text-on-option!",
};
const CORAL = 2;

/** One line of the board; the bar behind it compares it with the leader. */
export function BoardRow({
  standing,
  order,
  size,
  share,
  change,
  highlighted,
  narrow,
  countsFrom,
  ref,
}: BoardRowProps) {
  const t = useTranslations("board");
  const { number } = useFormatter();
  const { rank, name, avatar, score, streak } = standing;
  const rises = change === "new" || (typeof change === "number" && change > 0);
  const leads = size === "stage" && rank === 1 && score > 0;
  return (
    <m.li
      ref={ref}
      layout="position"
      layoutDependency={order}
      initial={{ opacity: 0, y: "70%" }}
      // A rising row passes above the others, slightly larger.
      animate={{ opacity: 1, y: 0, scale: rises ? [1, 1.025, 1] : 1, zIndex: rises ? 1 : 0 }}
      exit={{ opacity: 0, y: "40%" }}
      transition={TRAVEL}
      className={classNames(
        "@container relative isolate flex items-center overflow-hidden bg-surface font-semibold leading-none",
        leads && "text-on-accent",
        highlighted && "outline-3 outline-accent -outline-offset-3",
        rows[size],
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "-z-10 absolute inset-0 origin-left transition-transform duration-700 ease-out rtl:origin-right",
          leads
            ? "bg-accent"
            : rank === 1
              ? "bg-accent-soft"
              : size === "stage"
                ? "bg-(--board-bar)"
                : "bg-surface-raised",
        )}
        style={{ transform: `scaleX(${share})` }}
      />
      <span
        className={classNames(
          "display numerals min-w-[1.35em] shrink-0 text-center leading-none",
          leads ? "text-on-accent" : rank <= 3 ? "text-accent-ink" : "text-ink-muted",
          size === "stage" && score > 0 && MEDALS[rank],
        )}
        data-option={size === "stage" && rank === 3 ? CORAL : undefined}
      >
        <span className="sr-only">{t("rank")} </span>
        <span>{number(rank)}</span>
      </span>
      <Avatar
        name={name}
        avatar={avatar}
        className={classNames("text-[0.66em]", leads && "ring-[0.12em] ring-on-accent/40")}
      />
      {/* A right-to-left name is cut at its own end, and still stands where all names begin. */}
      <span className="flex min-w-0 flex-1 reads:min-w-[8em]">
        <span
          translate="no"
          dir="auto"
          className={classNames(
            "min-w-0 truncate py-[0.2em] leading-tight reads:whitespace-normal reads:break-words",
            narrow,
          )}
        >
          {name}
        </span>
      </span>
      {streak !== undefined && <StreakMark streak={streak} onAccent={leads} className="text-[0.66em]" />}
      {change !== null && <RankChange change={change} onAccent={leads} className="text-[0.76em]" />}
      <span className="display min-w-[3.4em] shrink-0 text-end">
        <AnimatedNumber value={score} from={countsFrom} durationMs={900} />
        <span className="sr-only"> {t("points", { points: score })}</span>
      </span>
    </m.li>
  );
}
