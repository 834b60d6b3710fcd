import { useTranslations } from "next-intl";
import { classNames } from "../class-names.ts";
import { type CountdownProps, running, URGENT_SECONDS } from "./countdown.ts";
import { SpokenSeconds } from "./spoken-seconds.tsx";

/** Seconds inside a ring that runs out. Size it with `className` ("size-20"); the number follows. Feed: countdown.ts. */
export function CountdownRing({ secondsLeft, announce, className, ...feed }: CountdownProps) {
  const t = useTranslations("ui");
  const left = t("secondsLeft", { seconds: Math.max(0, secondsLeft) });
  const urgent = secondsLeft <= URGENT_SECONDS;
  return (
    <div
      role="timer"
      aria-label={left}
      className={classNames(
        "@container relative grid place-items-center",
        urgent ? "text-danger-ink" : "text-accent-ink",
        className,
      )}
    >
      <svg
        viewBox="0 0 48 48"
        aria-hidden="true"
        className="-rotate-90 absolute inset-0 size-full"
        fill="none"
        strokeWidth="5"
      >
        <circle cx="24" cy="24" r="21" className="stroke-ink/12" />
        <circle
          cx="24"
          cy="24"
          r="21"
          pathLength={1}
          strokeDasharray="1 1"
          strokeDashoffset={feed.fraction === undefined ? undefined : 1 - feed.fraction}
          strokeLinecap="butt"
          data-essential-motion
          className={classNames(
            urgent ? "stroke-danger" : "stroke-accent",
            feed.fraction !== undefined && "transition-[stroke-dashoffset] duration-200 ease-linear",
          )}
          {...running("ring", feed, secondsLeft)}
        />
      </svg>
      <span
        translate="no"
        key={urgent ? secondsLeft : "calm"}
        aria-hidden="true"
        className={classNames(
          "display numerals relative text-[38cqw] leading-none",
          urgent && secondsLeft > 0 && "animate-pop",
        )}
      >
        {Math.max(0, secondsLeft)}
      </span>
      {announce && <SpokenSeconds secondsLeft={secondsLeft}>{left}</SpokenSeconds>}
    </div>
  );
}
