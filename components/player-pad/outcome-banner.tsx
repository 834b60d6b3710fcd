import { Check, CircleSlash, Clock, Ellipsis, Flame, Heart, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Outcome } from "./outcome.ts";

const LOOKS = {
  right: { Icon: Check, ground: "bg-success-soft", mark: "bg-success text-on-success" },
  partly: {
    Icon: Minus,
    ground: "bg-warning-soft",
    mark: "bg-warning text-on-warning",
  },
  wrong: { Icon: X, ground: "bg-danger-soft", mark: "bg-danger text-on-danger" },
  none: { Icon: Clock, ground: "bg-surface-sunken", mark: "bg-ink text-background" },
  thanks: {
    Icon: Heart,
    ground: "bg-accent-soft",
    mark: "bg-accent text-on-accent",
  },
  voided: {
    Icon: CircleSlash,
    ground: "bg-surface-sunken",
    mark: "bg-ink text-background",
  },
  pending: { Icon: Ellipsis, ground: "bg-surface-sunken", mark: "bg-ink/14 text-ink" },
} as const;

type OutcomeBannerProps = {
  outcome: Outcome;
  points: number | null;
  streak: number;
  /** Said in place of the comfort, where there is something more to know. */
  note?: string | undefined;
};

/** How it went: by icon, by word, and by color. */
export function OutcomeBanner({ outcome, points, streak, note }: OutcomeBannerProps) {
  const t = useTranslations("player.outcome");
  const { Icon, ground, mark } = LOOKS[outcome];
  return (
    <div
      className={classNames(
        "grid min-h-44 place-content-center justify-items-center gap-2.5 rounded-2xl px-5 py-6 text-center transition-colors",
        ground,
      )}
    >
      <span
        key={outcome}
        aria-hidden="true"
        className={classNames("grid size-16 animate-pop place-items-center rounded-full", mark)}
      >
        <Icon className="size-9" strokeWidth={3} />
      </span>
      <h1 className="display text-3xl">{t(outcome)}</h1>
      <p className="flex min-h-8 flex-wrap items-center justify-center gap-x-4 gap-y-1 font-semibold text-lg">
        {points !== null && points > 0 && (
          <span className="display text-2xl">
            +<AnimatedNumber value={points} from={0} />
          </span>
        )}
        {outcome === "right" && streak > 1 && (
          <span className="flex animate-rise items-center gap-1.5">
            <Flame aria-hidden="true" className="size-5 text-accent-ink" /> {t("streak", { streak })}
          </span>
        )}
        {outcome === "none" && <span className="font-normal text-ink-muted">{note ?? t("next")}</span>}
        {outcome === "voided" && <span className="font-normal text-ink-muted">{t("nobody")}</span>}
      </p>
    </div>
  );
}
