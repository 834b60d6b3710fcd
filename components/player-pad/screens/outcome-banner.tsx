import { Check, CircleSlash, Clock, Ellipsis, Flame, Heart, Minus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { RoomFor } from "#components/ui/fields/room-for.tsx";
import type { Outcome } from "../outcome.ts";

const LOOKS = {
  right: { Icon: Check, ground: "bg-success text-on-success", mark: "bg-on-success text-success" },
  partly: {
    Icon: Minus,
    ground: "bg-warning text-on-warning",
    mark: "bg-on-warning text-warning",
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
  /** Shown to a player who got no point for it. */
  note: string;
  /** The most it can earn; null where nothing is right or wrong. Space is reserved for it, so that nothing moves when it is known. */
  most: { points: number; streak: number } | null;
};

/** The possible outcomes, apart from a question voided by the host. */
const SCORED = ["pending", "right", "partly", "wrong", "none"] as const;
const UNSCORED = ["pending", "none", "thanks"] as const;

const RESULT =
  "flex min-h-11 flex-wrap items-center justify-center gap-x-4 gap-y-1 short:min-h-8 short:justify-start";
const POINTS = "display text-4xl short:text-2xl";

/** How it went: by icon, by word, and by color. */
export function OutcomeBanner({ outcome, points, streak, note, most }: OutcomeBannerProps) {
  const t = useTranslations("player.outcome");
  const { number } = useFormatter();
  const { Icon, ground, mark } = LOOKS[outcome];
  return (
    <div
      className={classNames(
        "flex min-h-54 flex-col items-center justify-center gap-2.5 rounded-2xl px-5 py-6 text-center transition-colors",
        "forced-colors:outline-2 forced-colors:outline-solid",
        "short:min-h-24 short:flex-row short:gap-4 short:px-4 short:py-3 short:text-start",
        ground,
      )}
    >
      <span
        key={outcome}
        aria-hidden="true"
        className={classNames(
          "relative grid size-16 shrink-0 animate-pop place-items-center rounded-full short:size-12",
          mark,
        )}
      >
        {outcome === "right" && <Claps />}
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
                <bdi translate="no" className={POINTS} dir="ltr">
                  +<AnimatedNumber value={points} from={0} />
                </bdi>
              )}
              {outcome === "right" && streak > 1 && (
                <span className="flex animate-rise items-center gap-1.5">
                  <Flame aria-hidden="true" className="size-5" fill="currentColor" strokeWidth={1.5} />{" "}
                  <span>{t("streak", { streak })}</span>
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

/** The claps of the mark, around a right answer. */
function Claps() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      fill="none"
      className="-inset-4 absolute animate-pop text-[light-dark(var(--accent),var(--on-success))] [animation-delay:180ms] short:-inset-2.5"
    >
      <path
        d="M50 12V3M73 18.500 77.500 10.500M27 18.500 22.500 10.500M89.500 34 97 29.500M10.500 34 3 29.500"
        stroke="currentColor"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </svg>
  );
}
