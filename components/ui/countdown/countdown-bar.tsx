import { useTranslations } from "next-intl";
import { classNames } from "../class-names.ts";
import { type CountdownProps, running, URGENT_SECONDS } from "./countdown.ts";
import { SpokenSeconds } from "./spoken-seconds.tsx";

/** A bar that runs out towards where lines begin, with no number of its own. Feed: countdown.ts. */
export function CountdownBar({ secondsLeft, announce, className, ...feed }: CountdownProps) {
  const t = useTranslations("ui");
  const left = t("secondsLeft", { seconds: Math.max(0, secondsLeft) });
  const urgent = secondsLeft <= URGENT_SECONDS;
  return (
    <div
      role="timer"
      aria-label={left}
      className={classNames("h-2.5 overflow-hidden rounded-full bg-ink/12", className)}
    >
      <div
        data-essential-motion
        className={classNames(
          "h-full origin-left rounded-full rtl:origin-right",
          urgent ? "bg-danger" : "bg-accent",
          feed.fraction !== undefined && "transition-transform duration-200 ease-linear",
        )}
        style={{ transform: feed.fraction === undefined ? undefined : `scaleX(${feed.fraction})` }}
        {...running("bar", feed, secondsLeft)}
      />
      {announce && <SpokenSeconds secondsLeft={secondsLeft}>{left}</SpokenSeconds>}
    </div>
  );
}
