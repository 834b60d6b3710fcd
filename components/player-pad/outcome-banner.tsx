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
  /** Said to whoever got no point of it. */
  note: string;
};

/** How it went: by icon, by word, and by color. */
export function OutcomeBanner({ outcome, points, streak, note }: OutcomeBannerProps) {
  const t = useTranslations("player.outcome");
  const { Icon, ground, mark } = LOOKS[outcome];
  return (
    <div
      className={classNames(
        "flex min-h-50 flex-col items-center justify-center gap-2.5 rounded-2xl px-5 py-6 text-center transition-colors",
        "short:min-h-24 short:flex-row short:gap-4 short:px-4 short:py-3 short:text-start",
        ground,
      )}
    >
      <span
        key={outcome}
        aria-hidden="true"
        className={classNames(
          "grid size-16 shrink-0 animate-pop place-items-center rounded-full short:size-12",
          mark,
        )}
      >
        <Icon className="size-9 short:size-7" strokeWidth={3} />
      </span>
      <div className="grid min-w-0 gap-2.5 short:gap-0.5">
        <h1 className="display text-3xl short:text-2xl">{t(outcome)}</h1>
        {outcome !== "thanks" && (
          <p className="flex min-h-8 flex-wrap items-center justify-center gap-x-4 gap-y-1 font-semibold text-lg short:min-h-7 short:justify-start">
            {points !== null && points > 0 && (
              <bdi className="display text-2xl short:text-xl" dir="ltr">
                +<AnimatedNumber value={points} from={0} />
              </bdi>
            )}
            {outcome === "right" && streak > 1 && (
              <span className="flex animate-rise items-center gap-1.5">
                <Flame aria-hidden="true" className="size-5 text-accent-ink" /> {t("streak", { streak })}
              </span>
            )}
            {(outcome === "none" || outcome === "wrong") && (
              <span className="font-normal text-ink-muted">{note}</span>
            )}
            {outcome === "voided" && <span className="font-normal text-ink-muted">{t("nobody")}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
