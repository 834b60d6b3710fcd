import { Check, CircleSlash, Clock, Ellipsis, Flame, Heart, Minus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Outcome } from "./outcome.ts";
import { RoomFor } from "./room-for.tsx";

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
  /** What it can come to; null where nothing is right or wrong. Room is kept for it, so that nothing moves once it is known. */
  most: { points: number; streak: number } | null;
};

/** What a question may turn out to be by itself; only a host voids one. */
const SCORED = ["pending", "right", "partly", "wrong", "none"] as const;
const UNSCORED = ["pending", "none", "thanks"] as const;

const RESULT =
  "flex min-h-8 flex-wrap items-center justify-center gap-x-4 gap-y-1 short:min-h-7 short:justify-start";
const POINTS = "display text-2xl short:text-xl";

/** How it went: by icon, by word, and by color. */
export function OutcomeBanner({ outcome, points, streak, note, most }: OutcomeBannerProps) {
  const t = useTranslations("player.outcome");
  const { number } = useFormatter();
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
        <h1 className="display grid text-3xl *:[grid-area:1/1] short:text-2xl">
          <span>{t(outcome)}</span>
          {(most ? SCORED : UNSCORED).map((other) => (
            <RoomFor key={other} words={t(other)} />
          ))}
        </h1>
        {outcome !== "thanks" && (
          <div className="grid font-semibold text-lg *:[grid-area:1/1]">
            <p className={RESULT}>
              {points !== null && points > 0 && (
                <bdi className={POINTS} dir="ltr">
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
            {most && (
              <div aria-hidden="true" className={RESULT}>
                {most.points > 0 && <RoomFor words={`+${number(most.points)}`} className={POINTS} />}
                {most.streak > 1 && (
                  <RoomFor words={t("streak", { streak: most.streak })} className="ps-6.5" />
                )}
              </div>
            )}
            <div aria-hidden="true" className={RESULT}>
              <RoomFor words={note} className="font-normal" />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
